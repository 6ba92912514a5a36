import type { Route } from '../../../platform/http/page.ts'
import { addAppPage, proveAppPage } from './add-app.tsx'
import { appPage, removeAppAction } from './app-page.tsx'
import { codesPage } from './codes-page.tsx'
import { phonePage, removePhoneAction } from './phone-page.tsx'
import { anotherPhoneCode, provePhonePage } from './prove-phone-page.tsx'

/** Where the ways to get a one-time password are added, changed and taken away. */
export const factorRoutes: readonly Route[] = [
  codesPage,
  addAppPage,
  proveAppPage,
  appPage,
  removeAppAction,
  phonePage,
  removePhoneAction,
  provePhonePage,
  anotherPhoneCode,
]
