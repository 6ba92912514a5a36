import { createHash } from 'node:crypto'
import { isDemonstration, senderName } from '../../agency/index.ts'
import { addDocument, documentPlace, formShortTitle, showReceiptNumber, tellOfCase } from '../../cases/index.ts'
import { filesSentAbout, type SentFile } from '../../evidence/index.ts'
import { sealedFile } from '../../platform/crypto/sealed-file.ts'
import { type Text, textOf } from '../../platform/i18n/text.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation, query } from '../../platform/operation.ts'
import type { PdfDocument } from '../../platform/pdf/index.ts'
import type { Services } from '../../platform/services.ts'
import { askOf, requestOf } from './opened-request.ts'
import { askShown, kindWords } from './request-words.ts'
import { type AskedFor, type EvidenceRequest, isAnswered } from './request.ts'
import { findRequestById, listAsks } from './request-store.ts'

interface Answered {
  readonly request: EvidenceRequest
  readonly asks: readonly (AskedFor & { readonly sent: readonly SentFile[] })[]
  readonly copyKey: string
}

/** An answer as it was sent, for the job that makes its copy; null: it was not sent here. */
const answeredRequest = query({
  name: 'requests.answered-request',
  allow: (actor, _input: { request: string }) => actor.kind === 'system',
  async run(context, { request: id }): Promise<Answered | null> {
    const { tx, services } = context
    const row = await findRequestById(tx, id)
    if (row?.state !== 'answered' || row.way !== 'online') return null
    const rows = await listAsks(tx, id)
    const sent = await filesSentAbout(context, row.case, rows.map(({ id: ask }) => ask))
    const asks = rows.map((ask) => ({ ...askOf(services.keys, row.case, ask), sent: sent.get(ask.id) ?? [] }))
    return { request: requestOf(services.keys, row), asks, copyKey: row.copy_key }
  },
})

const dayAndTime = (t: Text, at: Temporal.Instant): string => `${t.dayWithWeekday(at.toZonedDateTimeISO(t.timeZone).toPlainDate())}, ${t.time(at)}`

function factRows(t: Text, services: Services, { request, asks }: Answered): readonly (readonly [string, string])[] {
  const { receiptNumber, form, kind, sentAt, dueAt, endedAt, answeredSide, isPartial } = request
  const done = asks.filter((ask) => isAnswered(ask, ask.sent.length)).length
  return [
    [t('requests.copy.receipt'), showReceiptNumber(receiptNumber)],
    [t('requests.copy.form'), formShortTitle(services.agency, t, form)],
    [t('requests.copy.request'), kindWords(services.agency, t, kind)],
    [t('requests.copy.sent'), t.instant(sentAt)],
    [t('requests.copy.due'), dayAndTime(t, dueAt)],
    [t('requests.copy.received'), endedAt ? t.instant(endedAt) : ''],
    [t('requests.copy.by'), answeredSide ? t(`requests.copy.by.${answeredSide}`) : ''],
    [t('requests.copy.whole'), isPartial ? t('requests.copy.whole.no', { done, all: asks.length }) : t('requests.copy.whole.yes')],
  ]
}

function answerText(t: Text, { answer, sent }: Answered['asks'][number]): string {
  const files = sent.map(({ name, sha256, side }) => [t('requests.copy.file', { name, sha256 }), ...(side ? [t(`requests.files.by.${side}`)] : [])].join('. '))
  const said = answer ? [...(answer.lacks ? [t('requests.copy.lacks')] : []), ...(answer.text === '' ? [] : [answer.text])] : []
  return [...said, ...files].join('\n') || t('requests.copy.none')
}

/** What was asked and what was answered, word for word, with the fingerprint of all of it. */
function copyOf(services: Services, answered: Answered): PdfDocument {
  const { agency } = services
  const t = textOf(agency.languageOfRecord, agency.timeZone)
  const { request, asks } = answered
  const rows = asks.map((ask) => [`${ask.ordinal}. ${askShown(agency, t, ask).title}`, answerText(t, ask)] as const)
  const sha256 = createHash('sha256').update(JSON.stringify([request.id, request.words, rows])).digest('hex')
  return {
    template: 'copy-of-record',
    language: t.language,
    direction: t.direction,
    createdAt: request.endedAt ?? request.sentAt,
    words: {
      title: t('requests.copy.title'),
      sender: { name: senderName(services, t), lines: [] },
      footer: t('requests.copy.footer', { receiptNumber: showReceiptNumber(request.receiptNumber) }),
      // Braces that the typesetter fills in, not we.
      pageOf: t('filing.record.page-of', { page: '{page}', pages: '{pages}' }),
      ...(isDemonstration(services) ? { demonstration: t('ui.demonstration') } : {}),
      paragraphs: [t('requests.copy.intro')],
      facts: { headings: [t('filing.record.fact'), t('filing.record.value')], rows: factRows(t, services, answered) },
      columns: [t('requests.copy.fact'), t('requests.copy.value')],
      sections: [{ heading: kindWords(agency, t, request.kind), rows }],
      hash: { label: t('papers.fingerprint-short'), value: sha256 },
    },
  }
}

interface Kept {
  readonly request: string
  readonly caseId: string
  readonly receiptNumber: string
  readonly storageKey: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** Puts the copy into the case and tells its people that the answer came; made twice, it is there once and told once. */
const addCopy = operation({
  name: 'requests.add-copy',
  allow: (actor, _made: Kept) => actor.kind === 'system',
  refusals: [],
  async run(context, { request, caseId, receiptNumber, ...file }) {
    context.audit({ subject: caseId, detail: { request, sha256: file.sha256 } })
    const added = await addDocument(context, { caseId, kind: 'request-answer', source: request, titleKey: 'requests.copy.document', pages: null, ...file })
    if (added) await tellOfCase(context, caseId, receiptNumber)
    else context.recordedBefore()
  },
})

export const takeAnswerJob: Job = {
  task: 'correspondence.take-answer',
  async run(context, payload) {
    const { services } = context
    const answered = await context.read(answeredRequest, { request: String(payload.request) })
    if (!answered) throw new Error('Nothing was answered')
    const { renderPdf } = await import('../../platform/pdf/index.ts')
    const bytes = await renderPdf(copyOf(services, answered))
    const { id: request, caseId, receiptNumber } = answered.request
    const storageKey = answered.copyKey
    await services.storage.put(storageKey, sealedFile(services.keys, documentPlace(caseId, storageKey), [bytes]))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await context.perform(addCopy, { request, caseId, receiptNumber, storageKey, sha256, sizeBytes: bytes.length })
  },
}
