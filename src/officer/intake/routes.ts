import type { Route } from '../../platform/http/page.ts'
import { bringFileEndpoint, bringFilePage } from './bring/bring-page.tsx'
import { duplicateRoutes } from './duplicates/duplicate-page.tsx'
import { oneIntakePage, stopIntakeAction } from './room/intake-page.tsx'
import { refusedRowsEndpoint } from './room/refused-file.ts'
import { byHandRoutes } from './by-hand/routes.ts'
import { rejectingRoutes } from './rejecting/routes.ts'
import { intakePage } from './room/room-page.tsx'
import { laterRoutes } from './later/routes.ts'
import { templateEndpoint } from './room/template-file.ts'

/** Every address of the room where forms on paper are taken in. */
export const intakeRoutes: readonly Route[] = [
  ...[intakePage, bringFilePage, bringFileEndpoint, oneIntakePage, stopIntakeAction, refusedRowsEndpoint, templateEndpoint],
  ...byHandRoutes,
  ...rejectingRoutes,
  ...duplicateRoutes,
  ...laterRoutes,
]
