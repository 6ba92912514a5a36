import type { Route } from '../../../platform/http/page.ts'
import { laterAddressPage } from './pages/address-page.tsx'
import { laterPage } from './pages/later-page.tsx'
import { laterPaperPage } from './pages/paper-page.tsx'
import { returnedMailPage } from './pages/returned-page.tsx'
import { scanPaperEndpoint } from './pages/scan-paper.ts'
import { paperTakenPage } from './pages/taken-page.tsx'
import { papersToSettlePage } from './settle/to-settle-page.tsx'
import { confirmMailAction, seePaperAction, settlePaperAction } from './settle/settle-actions.ts'
import { unknownNumberPage } from './pages/unknown-page.tsx'

/** Paper that comes later for a case that is known. */
export const laterRoutes: readonly Route[] = [
  laterPage,
  unknownNumberPage,
  laterAddressPage,
  returnedMailPage,
  laterPaperPage,
  paperTakenPage,
  scanPaperEndpoint,
  settlePaperAction,
  confirmMailAction,
  seePaperAction,
  papersToSettlePage,
]
