import type { Route } from '../../platform/http/page.ts'
import type { Chore, Job } from '../../platform/jobs/job.ts'
import { capturePaymentJob } from '../payment/capture-payment.ts'
import { forgetPaymentEventsChore } from '../payment/forget-payment-events.ts'
import { leaveToPayEndpoint } from '../payment/leave-to-pay.ts'
import { reportMoneyChore } from '../ledger/report-chore.ts'
import { lookForTakenBackChore } from '../payment/look-for-taken-back.ts'
import { payPage } from '../payment/pay-page.tsx'
import { paymentEventsEndpoint } from '../payment/payment-events.ts'
import { preparePaymentJob } from '../payment/prepare-payment.ts'
import { reconcilePaymentsChore } from '../payment/reconcile-payments.ts'
import { releasePaymentJob } from '../payment/release-payment.ts'
import { settlePaymentJob } from '../payment/settle-payment.ts'
import { followRefundsChore } from '../refund/follow-refunds.ts'
import { giveBackJob } from '../refund/give-back.ts'
import { refundReceiptJob } from '../refund/refund-receipt.ts'
import { signAsHelperPage } from '../signature/sign-as-helper-page.tsx'
import { signPage } from '../signature/sign-page.tsx'
import { keepAfterWaiverJob } from '../waiver/keep-after-waiver.ts'
import { waiverPage } from '../waiver/waiver-page.tsx'
import { copyOfRecord } from './copy-of-record.ts'
import { fileAgainAction } from './file-again.ts'
import { feeReceipt } from './fee-receipt.ts'
import { paperJob } from './filed-papers.ts'
import { submissionPage } from './submission-page.tsx'

/** From the reviewed draft to the receipt number. */
export const submitRoutes: readonly Route[] = [
  signPage,
  signAsHelperPage,
  payPage,
  waiverPage,
  submissionPage,
  fileAgainAction,
  leaveToPayEndpoint,
  paymentEventsEndpoint,
]

export const submitJobs: readonly Job[] = [
  preparePaymentJob,
  settlePaymentJob,
  capturePaymentJob,
  releasePaymentJob,
  paperJob(copyOfRecord),
  paperJob(feeReceipt),
  keepAfterWaiverJob,
  giveBackJob,
  refundReceiptJob,
]

export const submitChores: readonly Chore[] = [
  reconcilePaymentsChore,
  lookForTakenBackChore,
  followRefundsChore,
  forgetPaymentEventsChore,
  reportMoneyChore,
]
