import type { Route } from '../platform/http/page.ts'
import type { Job } from '../platform/jobs/job.ts'
import { layCopyJob } from './copy/lay-copy.ts'
import { tellVoidJob } from './copy/tell-void.ts'
import { askForChangesPage, declinePage } from './review/answer-pages.tsx'
import { preparedAppearancePage } from './review/appearance-page.tsx'
import { endPreparedPage } from './review/end-page.tsx'
import { preparedFormPage } from './review/form-page.tsx'
import { preparedPage } from './review/prepared-page.tsx'
import { signPreparedFormPage } from './review/sign-form-page.tsx'
import { makeRecordJob } from './submission/make-record.ts'
import { leaveToPayPreparedEndpoint, preparedSubmissionEndpoint, submitPreparedPage } from './submission/submit-page.tsx'
import { submitPressedJob } from './submission/submit-pressed.ts'
import { passcodeAccountPage, passcodePage } from './taking-up/passcode-page.tsx'
import { takeUpCarriedEndpoint, takeUpPage, turnDownPage } from './taking-up/take-up-page.tsx'

/** From the passcode to the case: what a client does, and the submission by either side. */
export const clientRoutes: readonly Route[] = [
  preparedPage,
  passcodePage,
  passcodeAccountPage,
  takeUpCarriedEndpoint,
  takeUpPage,
  turnDownPage,
  preparedFormPage,
  preparedAppearancePage,
  signPreparedFormPage,
  askForChangesPage,
  declinePage,
  endPreparedPage,
  submitPreparedPage,
  leaveToPayPreparedEndpoint,
  preparedSubmissionEndpoint,
]

export const preparationJobs: readonly Job[] = [layCopyJob, tellVoidJob, submitPressedJob, makeRecordJob]
