import type { PaperKind } from './filed-papers.ts'
import { feeRows, filedFacts, paperFrame } from './paper-words.ts'

/** The receipt for the fee: what was paid, for which filing, and when. */
export const feeReceipt: PaperKind = {
  kind: 'fee-receipt',
  titleKey: 'filing.record.fee-receipt-title',
  storageKey: ({ receipt_key }) => receipt_key,
  set: (filed) => {
    const { t, submission, receivedAt, signed, services } = filed
    const wasPaid = submission.fee_cents > 0
    const day = receivedAt.toZonedDateTimeISO(services.agency.timeZone).toPlainDate()
    return {
      template: 'letter',
      language: t.language,
      direction: t.direction,
      createdAt: receivedAt,
      words: {
        ...paperFrame(filed, 'filing.record.receipt.title', 'filing.record.receipt.footer'),
        addressee: [signed.name],
        date: t.day(day),
        paragraphs: [t(wasPaid ? 'filing.record.receipt.paid' : 'filing.record.receipt.nothing')],
        facts: {
          headings: [t('filing.record.fact'), t('filing.record.value')],
          rows: [...filedFacts(filed), ...feeRows(filed)],
        },
      },
    }
  },
}
