import type { Route } from '../platform/http/page.ts'
import { openLookUpWindow } from './look-up-window.ts'
import { statusJson } from './status-json.ts'
import { statusPage } from './status-page.tsx'

export { lookUpsMost } from './look-up-window.ts'

/** The public status, as a page and as JSON, with one count of look-ups between them. */
export function statusRoutes(): readonly Route[] {
  const window = openLookUpWindow()
  return [statusPage(window), statusJson(window)]
}
