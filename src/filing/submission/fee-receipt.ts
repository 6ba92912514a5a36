import type { PaperKind } from './filed-papers.ts'
import { feeRows, filedFacts, paperFrame, paymentRows } from './paper-words.ts'

/** The receipt for the fee: who paid what to whom, for which filing, when and how. */
export const feeReceipt: PaperKind = {
  kind: 'fee-receipt',
  titleKey: 'filing.record.fee-receipt-title',
  storageKey: ({ receipt_key }) => receipt_key,
  set: (filed) => {
    const { t, submission, receivedAt, payment, signed, services } = filed
    const wasPaid = submission.fee_cents > 0
    const at = (wasPaid && payment?.closed_at) || receivedAt
    const frame = paperFrame(filed, 'filing.record.receipt.title', 'filing.record.receipt.footer')
    return {
      template: 'letter',
      language: t.language,
      direction: t.direction,
      createdAt: at,
      words: {
        ...frame,
        addressee: [signed.name],
        date: t.day(at.toZonedDateTimeISO(services.agency.timeZone).toPlainDate()),
        paragraphs: [t(wasPaid ? 'filing.record.receipt.paid' : 'filing.record.receipt.nothing')],
        facts: {
          headings: [t('filing.record.fact'), t('filing.record.value')],
          rows: [...(wasPaid ? paymentRows(filed, frame.sender.name) : []), ...filedFacts(filed), ...feeRows(filed)],
        },
        ...(wasPaid ? { after: [t('filing.record.receipt.keep')] } : {}),
      },
    }
  },
}
