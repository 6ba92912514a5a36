import { countFilingsChore } from './figures/count-filings.ts'
import type { Chore } from '../platform/jobs/job.ts'
import type { Route } from '../platform/http/page.ts'
import { removeEndedDraftsChore } from './draft/remove-ended-drafts.ts'
import { warnOfEndingDraftsChore } from './draft/warn-of-ending-drafts.ts'
import { evidenceRoutes } from '../evidence/index.ts'
import { draftRoutes } from './pages/routes.ts'
import { evidenceDraftOf } from './review/draft-files.ts'
import { usedDraftsOf } from './review/used-drafts.ts'

export { definitionOf, findForm, newestDefined, newestEdition, formWords, type FormWords } from './catalogue/forms.ts'
export { usualSpan, usualTimeShort } from './catalogue/usual-time-words.ts'
export { formFaults, type FormMeasure, formMeasures, type RulesTried, rulesTried, type ScenarioPerson, scenariosOf } from './catalogue/published-forms.ts'
export type { Answers, FormDefinition } from './definition/definition.ts'
export { dayHere } from './draft/day-here.ts'
export { type Draft, replayOf } from './draft/draft.ts'
export { copyDraft } from './draft/copy-draft.ts'
export { declarationColumns, type Declaration, declarationFor, declarationSha256, keptDeclaration, type Said } from './signature/declaration.ts'
export { DeclarationText } from './signature/declaration-view.tsx'
export { Fingerprint } from './signature/fingerprint.tsx'
export { fullNameOf } from './signature/name-fits.ts'
export { recentProofOf } from './signature/recent-proof.ts'
export { recordedOf, signLocked } from './signature/sign-draft.ts'
export { copyToSign, type SignModel, signFields } from './signature/sign-page.tsx'
export type { SignatureRow } from './signature/signature-store.ts'
export { SignView, StillChecking } from './signature/sign-view.tsx'
export { costOf, submitLocked } from './submission/submit-locked.ts'
export { copiedHash, keepHelperSignature } from './signature/copied-draft.ts'
export { readSignedText, type ShownText, shownText, type SignedText } from './signature/signed-text.ts'
export type { Replay } from './journey/replay.ts'
export { helperName, helperStatement } from './signature/helpers.ts'
export { nameInForm } from './signature/name-fits.ts'
export { sha256Of, type ShownDocument, shownDocument, signedDocument } from './signature/signed-document.ts'
export { statementOf } from './signature/statement.ts'
export { draftFor, draftsOf, type ListedDraft } from './draft/drafts-of.ts'
export { FormPreview } from './preview/form-preview.tsx'
export { FeeEstimator } from './pages/fee-estimate.tsx'
export { DeletedDraft } from './pages/deleted-draft.tsx'
export { lockDraft, lockDraftToFile, markSubmitted, readDraft } from './draft/lock-draft.ts'
export { saveDraftPage } from './draft/save-draft-page.ts'
export { beginDraft, startDraft, startLimit } from './draft/start-draft.ts'
export { feeLinesDue, type FeeLine, type FeesDue, isInForce } from './fees/fee-lines.ts'
export { addressOf, type Facts } from './prefill/facts.ts'
export { offerAnswers, offerOf } from './prefill/offer.ts'
export type { OfferedAnswers } from './draft/origin.ts'
export { evidenceAsked } from './journey/consequences.ts'
export { heldFilings } from './held/held-filings.ts'
export { countOpenDrafts } from './held/held-store.ts'
export { deleteUnsubmittedDrafts, filingsUnderWay } from './held/close-filings.ts'
export { payProviders } from './payment/pay-service.ts'
export type { UnderWay } from './payment/draft-payment.ts'
export { countOpenReports, findReport, listReportsSince, receiptsOfPayments } from './ledger/ledger-store.ts'
export { reportMoney } from './ledger/make-report.ts'
export { lastSettledDay } from './ledger/money-day.ts'
export { activities, type Difference, isFault, moneyGroups, type MoneyReport } from './ledger/money-report.ts'
export { amountOf, reportCsv } from './ledger/report-csv.ts'
export { feesOf } from './fees/fees-of.ts'
export { evidenceDraftOf, heldEvidence } from './review/draft-files.ts'
export { evidenceOf, isReadyToSign } from './signature/draft-evidence.ts'
export { type HeldEvidence, type Readiness, readinessOf } from './review/readiness.ts'
export { decideWaiver, type WaiverCase, type WaiverDecision, waiverOfCase } from './waiver/decide-waiver.ts'
export {
  askForRefund,
  decideRefund,
  refundOfOffice,
  type RefundToAsk,
  takeRefundBack,
} from './refund/decide-refund.ts'
export {
  moneyOfCase,
  type MoneyOfCase,
  moneyOfOwnCase,
  type OfficeRefund,
  type OwnRefund,
  refundsToDecide,
  type RefundToDecide,
  type TakenPayment,
} from './refund/refunds-of-case.ts'
export { type MarkedCase, type PaymentMark, paymentMarkOfCase } from './payment/payment-mark.ts'
export { takenBackPayments, type TakenBackPlace } from './payment/taken-back.ts'
export { PaymentNotice } from './submission/payment-notice.tsx'
export { keepPaper } from './submission/filed-papers.ts'
export { personOfFiling } from './submission/person-of-filing.ts'
export { signersOfCases } from './submission/signers.ts'
export { type FiledFile, type FiledForOffice, filedForOffice, shownFileOfCase } from './submission/filed-for-office.ts'
export { submitMailKinds } from './submission/mails.ts'
export { submitChores, submitJobs, submitRoutes } from './submission/routes.ts'
export { type Standing, submissionFor } from './submission/submission-for.ts'

export const filingRoutes: readonly Route[] = [
  ...draftRoutes(),
  ...evidenceRoutes({ draftOf: evidenceDraftOf, usedDraftsOf, waitsForCheck: true }),
]

export const filingChores: readonly Chore[] = [removeEndedDraftsChore, warnOfEndingDraftsChore, countFilingsChore]
