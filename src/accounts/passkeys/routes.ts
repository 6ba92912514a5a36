import type { Route } from '../../platform/http/page.ts'
import { passkeyPage, removePasskeyAction } from './pages/passkey.tsx'
import { askNewPasskey, passkeysPage } from './pages/passkeys.tsx'
import { askSignInPasskey, signInPasskeyPage } from './pages/sign-in-passkey.tsx'
import { askStepUpPasskey, stepUpPasskeyPage } from './pages/step-up-passkey.tsx'

/** Every address that has to do with passkeys. */
export const passkeyRoutes: readonly Route[] = [
  signInPasskeyPage,
  askSignInPasskey,
  stepUpPasskeyPage,
  askStepUpPasskey,
  passkeysPage,
  askNewPasskey,
  passkeyPage,
  removePasskeyAction,
]
