import type { Route } from '../../../platform/http/page.ts'
import { laterAddressPage } from './address-page.tsx'
import { laterPage } from './later-page.tsx'
import { laterPaperPage } from './paper-page.tsx'
import { returnedMailPage } from './returned-page.tsx'
import { scanPaperEndpoint } from './scan-paper.ts'
import { paperTakenPage } from './taken-page.tsx'
import { papersToSettlePage } from './to-settle-page.tsx'
import { confirmMailAction, seePaperAction, settlePaperAction } from './settle-actions.ts'
import { unknownNumberPage } from './unknown-page.tsx'

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
