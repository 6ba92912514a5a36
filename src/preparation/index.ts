import type { Route } from '../platform/http/page.ts'
import type { Chore, Job } from '../platform/jobs/job.ts'
import type { MailKind } from '../platform/mail/index.ts'
import { clientRoutes, preparationJobs as clientJobs } from './client-routes.ts'
import { clientMailKinds } from './mails.ts'
import { removeUnfiledChore } from './held/remove-unfiled.ts'
import { signPackagePage } from './package/sign-page.tsx'
import { takeBackPage } from './package/take-back-page.tsx'
import { mailPasscodeJob, passcodeMail } from './passcode/mail-passcode.ts'
import { preparationPasscodePage } from './passcode/passcode-page.tsx'
import { chooseFormPage } from './work/choose-form-page.tsx'
import { enterAppearancePage } from './work/enter-appearance-page.tsx'
import { preparationPage } from './work/preparation-page.tsx'
import { preparedDraftEndpoint } from './work/prepared-draft.ts'

export { PreparedAtHome } from './review/home-card.tsx'
export { preparedForOwn, type PreparedLine } from './review/prepared-for-own.ts'
export { endPreparationsOf } from './held/held-preparation-store.ts'
export { preparationsCard } from './work/client-card.tsx'
export { heldPreparation } from './held/held-preparation.ts'

export const preparationRoutes: readonly Route[] = [
  chooseFormPage,
  enterAppearancePage,
  preparedDraftEndpoint,
  preparationPage,
  signPackagePage,
  preparationPasscodePage,
  takeBackPage,
  ...clientRoutes,
]

export const preparationJobs: readonly Job[] = [...clientJobs, mailPasscodeJob]
export const preparationChores: readonly Chore[] = [removeUnfiledChore]
export const preparationMailKinds: readonly MailKind[] = [...clientMailKinds, passcodeMail]
