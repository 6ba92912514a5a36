import { createHash } from 'node:crypto'
import { readAccountContact } from '../../accounts/index.ts'
import { addDocument, documentPlace } from '../../cases/index.ts'
import { type EvidenceFile, filesOfSubmission } from '../../evidence/index.ts'
import { sealedFile } from '../../platform/crypto/sealed-file.ts'
import { type MessageKey, type Text, textOf } from '../../platform/i18n/text.ts'
import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { operation, query } from '../../platform/operation.ts'
import type { PdfDocument } from '../../platform/pdf/index.ts'
import type { Services } from '../../platform/services.ts'
import { type FormWords, formWords } from '../catalogue/forms.ts'
import { findLastPayment, type Payment } from '../payment/payment-store.ts'
import { type HelperSigned, helpersSigned } from '../signature/helpers-state.ts'
import { openSigned } from '../signature/signature.ts'
import { findSignature, type SignatureRow } from '../signature/signature-store.ts'
import { findSubmission, type SubmissionRow } from './submission-store.ts'

/** A received filing with all that its papers say. */
export type FiledPaper = {
  readonly services: Services
  readonly t: Text
  readonly words: FormWords
  readonly submission: SubmissionRow
  readonly receiptNumber: string
  readonly receivedAt: Temporal.Instant
  readonly signature: SignatureRow
  readonly signed: ReturnType<typeof openSigned>
  readonly helpers: readonly HelperSigned[]
  /** Those that went along, in their person's order. */
  readonly files: readonly EvidenceFile[]
  /** The last attempt to pay; undefined: there was none. */
  readonly payment: Payment | undefined
  readonly onlineAccountNumber: string
}

/** A kind of paper: where its file lies, how it is called, how it is set. */
export type PaperKind = {
  readonly kind: 'copy-of-record' | 'fee-receipt'
  readonly titleKey: MessageKey
  readonly storageKey: (submission: SubmissionRow) => string
  readonly set: (filed: FiledPaper) => PdfDocument
}

/** A received filing as its papers tell of it, for the jobs that make them. */
export const filedPaper = query({
  name: 'filing.filed-paper',
  allow: ({ kind }, _input: { submission: string }) => kind === 'system',
  async run(context, { submission: id }): Promise<FiledPaper> {
    const { tx, services } = context
    const submission = await findSubmission(tx, id)
    const signature = submission?.signature ? await findSignature(tx, submission.signature) : undefined
    if (!submission?.received_at || !submission.receipt_number || !signature) throw new Error('Nothing was received')
    const contact = await readAccountContact({ tx, services }, submission.account)
    const signed = openSigned(services.keys, signature)
    const t = textOf(signed.shown.language ?? signature.language, services.agency.timeZone)
    return {
      services,
      t,
      words: formWords(services.agency, t, submission.form, submission.edition.toString()),
      submission,
      receiptNumber: submission.receipt_number,
      receivedAt: submission.received_at,
      signature,
      signed,
      files: await filesOfSubmission.run(context, id),
      helpers: await helpersSigned({ tx, services }, signature),
      payment: await findLastPayment(tx, id),
      onlineAccountNumber: contact?.onlineAccountNumber ?? '',
    }
  },
})

/** A paper that was set: what it was made from, and under which key it lies, so that made twice it is there once. */
export type PaperToKeep = {
  readonly caseId: string
  readonly source: string
  readonly kind: string
  readonly titleKey: MessageKey
  readonly storageKey: string
  readonly document: PdfDocument
}

type Kept = Omit<PaperToKeep, 'document'> & { readonly sha256: string; readonly sizeBytes: number }

const addPaper = operation({
  name: 'filing.add-paper',
  allow: ({ kind }, _input: Kept) => kind === 'system',
  refusals: [],
  async run(context, made) {
    context.audit({ subject: made.source, detail: { kind: made.kind, sha256: made.sha256 } })
    return { isNew: (await addDocument(context, { ...made, pages: null })) !== null }
  },
})

/** Sets a paper, seals it for its case, and puts it there. False: it had been there. */
export async function keepPaper(context: JobContext, { document, ...paper }: PaperToKeep): Promise<boolean> {
  const { keys, storage } = context.services
  const { renderPdf } = await import('../../platform/pdf/index.ts')
  const bytes = await renderPdf(document)
  const { caseId, storageKey } = paper
  await storage.put(storageKey, sealedFile(keys, documentPlace(caseId, storageKey), [bytes]))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const added = await context.perform(addPaper, { ...paper, sha256, sizeBytes: bytes.length })
  return added.ok && added.output.isNew
}

async function make(context: JobContext, id: string, { kind, titleKey, storageKey, set }: PaperKind): Promise<void> {
  const filed = await context.read(filedPaper, { submission: id })
  if (!filed) throw new Error('Only jobs make papers')
  const caseId = filed.submission.case as string
  await keepPaper(context, { caseId, source: id, kind, titleKey, storageKey: storageKey(filed.submission), document: set(filed) })
}

/** The job that makes one kind of paper of a submission. */
export const paperJob = (paper: PaperKind): Job => ({
  task: `filing.make-${paper.kind}`,
  run: (context, payload) => make(context, String(payload.submission), paper),
})
