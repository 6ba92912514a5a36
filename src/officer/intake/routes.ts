import type { Route } from '../../platform/http/page.ts'
import { intakePage } from './room/room-page.tsx'
import { templateEndpoint } from './room/template-file.ts'

/** Every address of the room where forms on paper are taken in. */
export const intakeRoutes: readonly Route[] = [intakePage, templateEndpoint]
