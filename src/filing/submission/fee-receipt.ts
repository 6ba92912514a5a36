import type { PaperKind } from './filed-papers.ts'
import { feeRows, filedFacts, filedLetter, paymentRows } from './paper-words.ts'

/** The receipt for the fee: who paid what to whom, for which filing, when and how. */
export const feeReceipt: PaperKind = {
  kind: 'fee-receipt',
  titleKey: 'filing.record.fee-receipt-title',
  storageKey: ({ receipt_key }) => receipt_key,
  set: (filed) => {
    const { t, submission, receivedAt, payment } = filed
    const wasPaid = submission.fee_cents > 0
    return filedLetter(filed, {
      title: 'filing.record.receipt.title',
      footer: 'filing.record.receipt.footer',
      at: (wasPaid && payment?.closed_at) || receivedAt,
      paragraphs: [t(wasPaid ? 'filing.record.receipt.paid' : 'filing.record.receipt.nothing')],
      facts: [...(wasPaid ? paymentRows(filed) : []), ...filedFacts(filed), ...feeRows(filed)],
      ...(wasPaid ? { after: [t('filing.record.receipt.keep')] } : {}),
    })
  },
}
