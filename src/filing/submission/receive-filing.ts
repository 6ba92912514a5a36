import { readAccountContact } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { agencyDay, openCase } from '../../cases/index.ts'
import { notify } from '../../notifications/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Draft } from '../draft/draft.ts'
import { markSubmitted } from '../draft/lock-draft.ts'
import { attachEvidence, evidenceOf } from '../signature/draft-evidence.ts'
import { helpersMissing } from '../signature/helpers.ts'
import { covers, replayAsSigned } from '../signature/signature.ts'
import type { SignatureRow } from '../signature/signature-store.ts'
import { lockAskedAbout, settleWaivers } from '../waiver/settle-waivers.ts'
import { recordReceipt } from './submission-store.ts'

type Receiving = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>
type Filing = {
  readonly draft: Draft
  readonly signature: SignatureRow
  readonly submission: string
  /** The money is on its way and not sure yet. */
  readonly paymentPending?: boolean
}

/** The office that an online filing goes to first. */
const firstOffice = 'online-filing-center'

/** The status of a filing whose payment failed after it was received. */
export const failedPaymentStatus = 'rejected-payment-failed'

/** The status an online filing opens with; a pack without one for a payment that is not sure marks none. */
export function statusOfFiling({ statuses }: AgencyPack, paymentPending: boolean): string {
  const pending = statuses.find(({ code }) => code === 'received-payment-pending')
  return paymentPending && pending ? pending.code : 'received'
}

type Reading = Pick<Receiving, 'tx' | 'now' | 'services'>

/** Whether the signatures still cover a draft, the filer's and each helper's: neither an answer nor a file has changed. */
export async function signatureCovers(context: Reading, draft: Draft, signature: SignatureRow): Promise<boolean> {
  const asSigned = replayAsSigned(context.services, signature, draft)
  const { files } = await evidenceOf(context, draft, asSigned)
  if (!covers(signature, asSigned, files)) return false
  return (await helpersMissing(context.tx, draft.id, asSigned, signature.document_sha256)).length === 0
}

/**
 * Receives a filing inside the caller's transaction: case and receipt number, evidence and draft closed, confirmation
 * mail, copy of record and receipt notice queued; all of it or nothing. The caller holds the draft's lock and has asked `signatureCovers`.
 * It counts as received at the instant of this transaction, on that day where the agency is, also while its payment is
 * pending: a debit that is sent back rejects it.
 * Throws when a file came or went after that was asked: the transaction is undone, and asking again tells.
 */
export async function receiveFiling(context: Receiving, filing: Filing): Promise<{ receiptNumber: string }> {
  const { tx, now, services, enqueue } = context
  const { draft, signature, submission, paymentPending = false } = filing
  const asSigned = replayAsSigned(services, signature, draft)
  const about = await lockAskedAbout(context, draft)
  // Only now, with the files locked, is it known that these are the ones that were signed for.
  const files = await attachEvidence(context, draft, asSigned, submission)
  if (!covers(signature, asSigned, files)) throw new Error('The evidence changed while the filing was received')
  const receivedOn = agencyDay(services.agency, now)
  const { caseId, receiptNumber } = await openCase(context, {
    form: draft.form,
    channel: 'online',
    account: draft.account,
    representative: draft.preparedBy,
    receivedOn,
    office: services.agency.offices.some(({ id }) => id === firstOffice) ? firstOffice : null,
    status: statusOfFiling(services.agency, paymentPending),
  })
  const receipt = { signature: signature.id, received_at: now, received_on: receivedOn, case: caseId }
  await recordReceipt(tx, submission, { ...receipt, receipt_number: receiptNumber })
  await settleWaivers(context, draft, caseId, about)
  await markSubmitted(context, draft, submission)
  await confirm(context, draft.account, submission)
  await enqueue('filing.make-copy-of-record', { submission })
  await enqueue('correspondence.issue-receipt', { case: caseId })
  return { receiptNumber }
}

async function confirm(context: Receiving, account: string, submission: string): Promise<void> {
  const contact = await readAccountContact(context, account)
  if (!contact?.onlineAccountNumber) throw new Error('Only a complete account files')
  const mail = { kind: 'filing.received', values: { submission, number: contact.onlineAccountNumber } }
  await notify(context, { accounts: [account], topic: 'case-news', mail })
}
