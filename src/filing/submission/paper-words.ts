import { isDemonstration, senderName } from '../../agency/index.ts'
import { showOnlineAccountNumber } from '../../accounts/index.ts'
import { showReceiptNumber } from '../../cases/index.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import type { PdfDocument } from '../../platform/pdf/index.ts'
import { meansOfPayment } from '../payment/means-of-payment.ts'
import { shortFingerprint } from '../signature/signed-document.ts'
import type { FiledPaper } from './filed-papers.ts'

/** What every paper of a filing has around its content; the demonstration's sentence stands on each page of one. */
export function paperFrame(filed: FiledPaper, titleKey: MessageKey, footerKey: MessageKey) {
  const { t, services, receiptNumber } = filed
  return {
    title: t(titleKey),
    sender: { name: senderName(services, t), lines: [] },
    footer: t(footerKey, { receiptNumber: showReceiptNumber(receiptNumber) }),
    // Braces that the typesetter fills in, not we.
    pageOf: t('filing.record.page-of', { page: '{page}', pages: '{pages}' }),
    ...(isDemonstration(services) ? { demonstration: t('ui.demonstration') } : {}),
  }
}

export interface FiledLetter {
  readonly title: MessageKey
  readonly footer: MessageKey
  /** Of what the letter tells; its date is the agency's day then. */
  readonly at: Temporal.Instant
  readonly paragraphs: readonly string[]
  readonly facts: readonly (readonly [string, string])[]
  readonly after?: readonly string[]
}

/** A letter about a filing, to who signed it. */
export function filedLetter(filed: FiledPaper, { title, footer, at, paragraphs, facts, after = [] }: FiledLetter): PdfDocument {
  const { t, signed, services } = filed
  return {
    template: 'letter',
    language: t.language,
    direction: t.direction,
    createdAt: at,
    words: {
      ...paperFrame(filed, title, footer),
      addressee: [signed.name],
      date: t.day(at.toZonedDateTimeISO(services.agency.timeZone).toPlainDate()),
      body: [
        ...paragraphs.map((paragraph) => ({ paragraph })),
        { facts: { headings: [t('filing.record.fact'), t('filing.record.value')], rows: facts } },
        ...after.map((paragraph) => ({ paragraph })),
      ],
    },
  }
}

/** The numbers and the moment that tie a paper to its case. */
export function filedFacts(filed: FiledPaper) {
  const { t, words, submission, signature, receiptNumber, receivedAt, onlineAccountNumber } = filed
  return [
    [t('filing.record.receipt-number'), showReceiptNumber(receiptNumber)],
    [t('filing.record.account-number'), showOnlineAccountNumber(onlineAccountNumber)],
    [t('filing.record.received'), t.instant(receivedAt)],
    [t('filing.record.form'), words.get('form.title')],
    [t('filing.record.edition'), t.day(submission.edition)],
    [t('papers.fingerprint-short'), shortFingerprint(signature.document_sha256)],
  ] as const
}

/** The fee lines as they were charged, and their sum. */
export function feeRows({ t, submission }: FiledPaper): readonly (readonly [string, string])[] {
  if (submission.fee_lines.length === 0) return [[t('filing.record.fees'), t('filing.record.fee-none')]]
  const lines = submission.fee_lines.map(({ label, amountCents, notCharged, scheduledCents = 0 }) => {
    const amount = notCharged ? t(`fees.${notCharged}`, { amount: t.money(scheduledCents) }) : t.money(amountCents)
    return [label, amount] as const
  })
  return [...lines, [t('filing.record.fee-sum'), t.money(submission.fee_cents)]]
}

/** Who paid whom, when, how, and what to name when asking about it. */
export function paymentRows(filed: FiledPaper): readonly (readonly [string, string])[] {
  const { t, services, payment, signed } = filed
  if (!payment) throw new Error('Nothing was paid')
  return [
    [t('filing.record.paid-by'), signed.name],
    [t('filing.record.paid-to'), senderName(services, t)],
    [t('filing.record.paid-at'), payment.closed_at ? t.instant(payment.closed_at) : ''],
    [t('filing.record.paid-with'), meansOfPayment(t, payment)],
    [t('filing.record.payment-reference'), payment.id],
  ]
}
