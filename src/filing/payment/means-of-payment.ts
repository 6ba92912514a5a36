import type { Text } from '../../platform/i18n/text.ts'

/** With what a payment was made, as receipts and pages say it: never more of a card than its last four digits. */
export function meansOfPayment(t: Text, { method, card_last4: last4 }: { method: string | null; card_last4: string | null }): string {
  if (method === 'bank-debit') return t('filing.payment.bank-account')
  return last4 ? t('filing.payment.card-ending', { last4 }) : t('filing.payment.card')
}
