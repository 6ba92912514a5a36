import type { PayDispute, PayMethod, PayRefund, PayStatus, ProviderState } from '../pay-port.ts'
import type { Intent, Session, StripeDispute, StripeRefund } from './stripe-shapes.ts'

/** All that is read about one checkout. Refunds and disputes are there once money was taken. */
export type Read = {
  session: Session
  intent: Intent | null
  refunds: readonly StripeRefund[]
  disputes: readonly StripeDispute[]
}

/** The metadata of a refund that holds the key it was asked with: so it is found again after Stripe has forgotten keys. */
export const refundKeyField = 'key'

const chargeOf = (intent: Intent | null) =>
  intent?.latest_charge && typeof intent.latest_charge !== 'string' ? intent.latest_charge : undefined

export function methodOf(intent: Intent | null): PayMethod | undefined {
  const type = chargeOf(intent)?.payment_method_details?.type
  if (type === undefined) return undefined
  return type === 'us_bank_account' ? 'bank-debit' : 'card'
}

/** An inquiry (`warning_…`) moves no money, and a prevented dispute never did. */
const disputeStatuses: Record<string, PayDispute['status'] | undefined> = {
  needs_response: 'open',
  under_review: 'open',
  appeal_needs_response: 'open',
  appeal_under_review: 'open',
  won: 'won',
  lost: 'lost',
}

const refundStatuses: Record<string, PayRefund['status'] | undefined> = {
  succeeded: 'done',
  failed: 'failed',
  canceled: 'failed',
}

function refundOf({ id, amount, status, metadata }: StripeRefund): PayRefund {
  return { key: metadata?.[refundKeyField] ?? id, amountCents: amount, status: refundStatuses[status ?? ''] ?? 'pending' }
}

type Moved = { status: PayDispute['status']; amountCents: number; at: number }

const moving = (disputes: readonly StripeDispute[]): Moved[] =>
  disputes.flatMap(({ status, amount, created }) => {
    const known = disputeStatuses[status]
    return known ? [{ status: known, amountCents: amount, at: created }] : []
  })

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)

/** What an intent's state means for us, once its checkout is complete. */
function statusOfIntent({ session, intent, disputes }: Read): PayStatus {
  const isDebit = methodOf(intent) === 'bank-debit'
  switch (intent?.status) {
    case 'requires_capture':
      return 'authorised'
    case 'processing':
      return isDebit ? 'processing' : 'pending'
    case 'succeeded':
      // A debit that comes back after it was taken is told as a dispute that is lost from the start: there is no defence.
      return isDebit && disputes.some(({ status }) => status === 'lost') ? 'returned' : 'captured'
    case 'canceled':
      return 'cancelled'
    case 'requires_payment_method':
      // Of a complete checkout: what was accepted failed afterwards, as bank debits do.
      return session.status === 'complete' ? 'returned' : 'open'
    default:
      return session.status === 'complete' ? 'pending' : 'open'
  }
}

const statusOf = (read: Read): PayStatus => (read.session.status === 'expired' ? 'expired' : statusOfIntent(read))

export function providerState(read: Read): ProviderState {
  const { session, intent } = read
  const status = statusOf(read)
  const moved = moving(read.disputes)
  const refunds = [...read.refunds].sort((one, other) => one.created - other.created).map(refundOf)
  const last = [...moved].sort((one, other) => other.at - one.at)[0]
  const method = methodOf(intent)
  const cardLast4 = chargeOf(intent)?.payment_method_details?.card?.last4
  return {
    providerId: session.id,
    url: session.url ?? '',
    status,
    amountCents: session.amount_total,
    capturedCents: status === 'captured' || status === 'returned' ? (intent?.amount_received ?? 0) : 0,
    refundedCents: sum(refunds.filter((one) => one.status !== 'failed').map(({ amountCents }) => amountCents)),
    takenBackCents: sum(moved.filter((one) => one.status !== 'won').map(({ amountCents }) => amountCents)),
    currency: session.currency.toUpperCase(),
    reference: session.client_reference_id ?? session.metadata?.reference ?? '',
    attempts: intent?.last_payment_error || intent?.latest_charge ? 1 : 0,
    ...(method ? { method } : {}),
    ...(cardLast4 ? { cardLast4 } : {}),
    refunds,
    ...(last && status !== 'returned' ? { dispute: { status: last.status, amountCents: last.amountCents } } : {}),
  }
}
