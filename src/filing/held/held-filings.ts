import type { z } from 'zod'
import { type HeldContext, heldPart } from '../../platform/archive/index.ts'
import { iso, isoOrNull } from '../../platform/archive/shapes.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { type DraftRow, openDraftRow } from '../draft/sealed-draft.ts'
import type { Payment } from '../payment/payment-store.ts'
import { keptDeclaration } from '../signature/declaration.ts'
import type { HelperSignatureRow } from '../signature/helper-signature-store.ts'
import { openHelperName } from '../signature/helpers.ts'
import { openSigned } from '../signature/signature.ts'
import type { SignatureRow } from '../signature/signature-store.ts'
import type { SubmissionRow } from '../submission/submission-store.ts'
import { filingsSchema } from './filings-schema.ts'
import { listDrafts, listHeldHelperSignatures, listPayments, listSignatures, listSubmissions } from './held-store.ts'
import { listHeldRefunds, type RefundRow } from '../refund/refund-store.ts'
import { listWaivers, type WaiverRow } from '../waiver/waiver-store.ts'

type Shape = z.input<typeof filingsSchema>

const draftOf = (keys: Keys, row: DraftRow): Shape['drafts'][number] => {
  const { id, form, edition, language, startedAt, workedOnAt, expiresAt, submission, prepared, preparedFor, answers, typed } = openDraftRow(keys, row)
  const dates = { startedAt: iso(startedAt), workedOnAt: iso(workedOnAt), expiresAt: iso(expiresAt) }
  const content = { answers: answers as never, typed: typed as never }
  return { id, form, edition, language, ...dates, deletedAt: isoOrNull(row.deleted_at), submission, prepared, preparedFor, ...content }
}

const ofRecordOf = (row: Parameters<typeof keptDeclaration>[0]): Shape['signatures'][number]['ofRecord'] => {
  const { ofRecord } = keptDeclaration(row)
  return ofRecord && { language: ofRecord.language, statement: ofRecord.paragraphs.join('\n'), binds: ofRecord.binds }
}

const signatureOf = (keys: Keys, row: SignatureRow): Shape['signatures'][number] => {
  const { name, document, shown } = openSigned(keys, row)
  return {
    id: row.id,
    draft: row.draft,
    signedAt: iso(row.signed_at),
    language: row.language,
    statement: row.statement,
    ofRecord: ofRecordOf(row),
    name,
    document: JSON.parse(document),
    documentSha256: row.document_sha256,
    shown: shown as never,
    shownSha256: row.shown_sha256,
    factor: row.factor,
    provedAt: iso(row.proved_at),
  }
}

const helperSignatureOf = (keys: Keys, row: HelperSignatureRow): Shape['helperSignatures'][number] => ({
  id: row.id,
  draft: row.draft,
  helper: row.helper,
  capacity: row.capacity as 'interpreter' | 'preparer',
  signedAt: iso(row.signed_at),
  language: row.language,
  statement: row.statement,
  ofRecord: ofRecordOf(row),
  name: openHelperName(keys, row),
  documentSha256: row.document_sha256,
})

const submissionOf = (row: SubmissionRow): Shape['submissions'][number] => ({
  id: row.id,
  draft: row.draft,
  form: row.form,
  edition: row.edition.toString(),
  language: row.language,
  begunAt: iso(row.begun_at),
  signature: row.signature,
  receivedAt: isoOrNull(row.received_at),
  receivedOn: row.received_on?.toString() ?? null,
  receiptNumber: row.receipt_number,
  feeCents: row.fee_cents,
  waivedCents: row.waived_cents,
  feeLines: [...row.fee_lines],
})

const waiverOf = (row: WaiverRow): Shape['feeWaivers'][number] => ({
  draft: row.draft,
  request: row.request,
  codes: [...row.codes],
  begunAt: iso(row.begun_at),
  askedAt: isoOrNull(row.asked_at),
  decidedAt: isoOrNull(row.decided_at),
  granted: row.granted,
  reason: row.reason,
  filedAt: isoOrNull(row.filed_at),
})

const paymentOf = (row: Payment): Shape['payments'][number] => ({
  submission: row.submission,
  attempt: row.attempt,
  state: row.state,
  amountCents: row.amount_cents,
  currency: row.currency,
  lines: [...row.lines],
  begunAt: iso(row.begun_at),
  authorisedAt: isoOrNull(row.authorised_at),
  closedAt: isoOrNull(row.closed_at),
  capturedCents: row.captured_cents,
  refundedCents: row.refunded_cents,
  takenBackCents: row.taken_back_cents,
  dispute: row.dispute,
  returnedAt: isoOrNull(row.returned_at),
  method: row.method,
  cardLast4: row.card_last4,
  provider: row.provider,
  reference: row.provider_id,
})

/** What the office says among itself of a refund is left out, as the reasons in a case's history are. */
const refundOf = (row: RefundRow): Shape['refunds'][number] => ({
  id: row.id,
  case: row.case,
  amountCents: row.amount_cents,
  reason: row.reason,
  state: row.state,
  askedAt: iso(row.asked_at),
  decidedAt: isoOrNull(row.decided_at),
  closedAt: isoOrNull(row.closed_at),
})

export const heldFilings = heldPart({
  name: 'filings',
  schema: filingsSchema,
  from: ['filing.draft', 'filing.signature', 'filing.helper_signature', 'filing.submission', 'filing.payment', 'filing.refund', 'filing.fee_waiver', 'filing.fee_waiver_decision'],
  leavesOut: {},
  async read({ tx, accounts, services: { keys } }: HeldContext) {
    return {
      data: {
        drafts: (await listDrafts(tx, accounts)).map((row) => draftOf(keys, row)),
        signatures: (await listSignatures(tx, accounts)).map((row) => signatureOf(keys, row)),
        helperSignatures: (await listHeldHelperSignatures(tx, accounts)).map((row) => helperSignatureOf(keys, row)),
        submissions: (await listSubmissions(tx, accounts)).map(submissionOf),
        feeWaivers: (await listWaivers(tx, accounts)).map(waiverOf),
        payments: (await listPayments(tx, accounts)).map(paymentOf),
        refunds: (await listHeldRefunds(tx, accounts)).map(refundOf),
      },
      files: [],
    }
  },
})
