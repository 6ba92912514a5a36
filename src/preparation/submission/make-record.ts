import { type AgencyPack, isDemonstration, senderName } from '../../agency/index.ts'
import { showReceiptNumber } from '../../cases/index.ts'
import { keepPaper, keptDeclaration, shownText } from '../../filing/index.ts'
import { notify } from '../../notifications/index.ts'
import { type Text, textOf } from '../../platform/i18n/text.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation, query } from '../../platform/operation.ts'
import type { PdfDocument } from '../../platform/pdf/index.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Services } from '../../platform/services.ts'
import { type AnswerRow, holdPreparation, listAnswers } from '../copy/copy-store.ts'
import { openAnswered } from '../package/sealed.ts'
import { findPreparation, type PreparationRow } from '../preparation-store.ts'
import { type PackageRow, packageTexts } from '../review/package-texts.ts'
import { findPackages, listPackages } from '../review/review-store.ts'
import { findReceiptNumber } from './press-store.ts'

interface Entered {
  readonly its: PreparationRow & { readonly filed_case: string; readonly filed_at: Temporal.Instant }
  readonly row: PackageRow
  readonly answers: readonly AnswerRow[]
  readonly receiptNumber: string
}

/** An appearance that was entered, as its record tells of it. */
const enteredAppearance = query({
  name: 'preparation.entered-appearance',
  allow: ({ kind }, _input: { preparation: string }) => kind === 'system',
  async run({ tx }, { preparation }): Promise<Entered | null> {
    const its = await findPreparation(tx, preparation)
    const stands = (await listPackages(tx, preparation)).find(({ voided_at }) => voided_at === null)
    const [row] = stands ? await findPackages(tx, [stands.id]) : []
    if (!its?.filed_case || !its.filed_at || !row) return null
    const answers = (await listAnswers(tx, row.id)).filter(({ of, accepted }) => of === 'appearance' && accepted)
    return { its: { ...its, filed_case: its.filed_case, filed_at: its.filed_at }, row, answers, receiptNumber: await findReceiptNumber(tx, its.filed_case) }
  },
})

const signedName = (keys: Keys, answer: AnswerRow): string => (answer.name_sealed ? openAnswered(keys, answer, 'name_sealed', answer.name_sealed) : '')

function declared({ language, statement, record_language, record_statement, record_binds }: AnswerRow): readonly string[] {
  const { read, ofRecord } = keptDeclaration({ language: language ?? '', statement: statement ?? '', record_language, record_statement, record_binds })
  return [...read.paragraphs, ...(ofRecord ? [ofRecord.binds, ...ofRecord.paragraphs] : [])]
}

const given = (t: Text, keys: Keys, answer: AnswerRow) =>
  [
    [t('helpers-sign.statement'), declared(answer).join('\n')],
    [t('helpers-sign.record.name'), signedName(keys, answer)],
    [t('helpers-sign.record.signed'), t.instant(answer.at)],
    [t('helpers-sign.record.hash'), answer.document_sha256],
  ] as const

function recordOf(services: Services & { readonly agency: AgencyPack }, { its, row, answers, receiptNumber }: Entered): PdfDocument {
  const { agency, keys } = services
  const client = answers.find(({ side }) => side === 'client')
  const representative = answers.find(({ side }) => side === 'representative')
  if (!client) throw new Error('Nobody signed this notice of appearance')
  const t = textOf(client.language ?? agency.languageOfRecord, agency.timeZone)
  const { sections } = shownText(agency, t, packageTexts(services, row, its.representative).appearance)
  const headings = [t('filing.record.fact'), t('filing.record.value')] as const
  return {
    template: 'copy-of-record',
    language: t.language,
    direction: t.direction,
    createdAt: its.filed_at,
    words: {
      title: t('prepared.record.title'),
      sender: { name: senderName(services, t), lines: [] },
      footer: t('prepared.record.footer'),
      pageOf: t('filing.record.page-of', { page: '{page}', pages: '{pages}' }),
      ...(isDemonstration(services) ? { demonstration: t('ui.demonstration') } : {}),
      paragraphs: [t('prepared.record.intro')],
      facts: { headings, rows: [[t('filing.record.receipt-number'), showReceiptNumber(receiptNumber)], [t('filing.record.received'), t.instant(its.filed_at)]] },
      columns: [t('filing.record.question'), t('filing.record.answer')],
      sections: [...sections, ...(representative ? [{ heading: t('prepared.record.representative'), rows: given(t, keys, representative) }] : [])],
      signature: {
        heading: t('prepared.record.client'),
        paragraphs: declared(client),
        name: signedName(keys, client),
        facts: { headings, rows: [[t('filing.record.signed-at'), t.instant(client.at)]] },
      },
      hash: { label: t('filing.record.hash'), value: row.appearance_sha256 },
    },
  }
}

/** Tells the representative that it was filed, once: the record is there then. */
const tellFiled = operation({
  name: 'preparation.tell-filed',
  allow: ({ kind }, _input: { preparation: string }) => kind === 'system',
  refusals: [],
  async run(context, { preparation }) {
    context.audit({ subject: preparation })
    await holdPreparation(context.tx, preparation)
    const its = await findPreparation(context.tx, preparation)
    if (its && !its.ended_at) await notify(context, { accounts: [its.representative], topic: 'case-news', mail: { kind: 'preparation.filed', values: { preparation } } })
    return null
  },
})

/** The record of an appearance: Form G-28 as both signed it, a paper of the case for its people and the office. */
export const makeRecordJob: Job = {
  task: 'preparation.make-appearance-record',
  async run(context, payload) {
    const preparation = String(payload.preparation)
    const entered = await context.read(enteredAppearance, { preparation })
    if (!entered) return
    const { its } = entered
    const paper = { caseId: its.filed_case, source: its.id, kind: 'appearance', titleKey: 'prepared.record.title', storageKey: its.record_key } as const
    const isNew = await keepPaper(context, { ...paper, document: recordOf(context.services, entered) })
    if (isNew) await context.perform(tellFiled, { preparation })
  },
}
