import { agencyText } from '../../agency/index.ts'
import { asActor } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs/job.ts'
import type { PdfDocument } from '../../platform/pdf/index.ts'
import { findPayment } from '../payment/payment-store.ts'
import { filedPaper, type FiledPaper, keepPaper } from '../submission/filed-papers.ts'
import { filedFacts, filedLetter } from '../submission/paper-words.ts'
import { findRefund, type RefundRow } from './refund-store.ts'

/** The receipt for money given back: how much, why, when, and of which filing. */
function refundReceipt(filed: FiledPaper, { id, amount_cents, reason, closed_at }: RefundRow): PdfDocument {
  const { t, services } = filed
  const at = closed_at ?? filed.receivedAt
  return filedLetter(filed, {
    title: 'refund.receipt.title',
    footer: 'refund.receipt.footer',
    at,
    paragraphs: [t('refund.receipt.body')],
    facts: [
      ...filedFacts(filed),
      [t('refund.receipt.amount'), t.money(amount_cents)],
      [t('refund.receipt.why'), agencyText(services.agency, t, 'agency', `refund.reason.${reason}`)],
      [t('refund.receipt.at'), t.instant(at)],
      [t('refund.receipt.reference'), id],
    ],
  })
}

/** Makes the receipt of a refund that was done; made twice, it is in the case once. */
export const refundReceiptJob: Job = {
  task: 'filing.make-refund-receipt',
  async run(context, payload) {
    const id = String(payload.refund)
    const { refund, payment } = await asActor(context.pool, context.actor, { readOnly: true }, async (tx) => {
      const found = await findRefund(tx, id)
      return { refund: found, payment: found && (await findPayment(tx, found.payment)) }
    })
    if (refund?.state !== 'done' || !payment) return
    const filed = await context.read(filedPaper, { submission: payment.submission })
    if (!filed) throw new Error('Only jobs make papers')
    await keepPaper(context, {
      caseId: refund.case,
      source: id,
      kind: 'refund-receipt',
      titleKey: 'refund.receipt.title',
      storageKey: refund.receipt_key,
      document: refundReceipt(filed, refund),
    })
  },
}
