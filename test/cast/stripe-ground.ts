import { startStripeVendor, type StripeVendor, stripeNumbers } from './stripe-vendor.ts'
import type { PayGround } from '../../src/platform/pay/pay-contract.ts'
import { connectStripe } from '../../src/platform/pay/stripe/connect-stripe.ts'

const startMs = 1_800_000_000_000

export type StripeGround = PayGround & { vendor: StripeVendor }

/** The driver against a server in its own process that speaks as Stripe does; banks move when `bankStep` says so. */
export async function stripeGround(): Promise<StripeGround> {
  const vendor = await startStripeVendor()
  let clockMs = startMs
  await vendor.setClock(clockMs)
  const now = () => Temporal.Instant.fromEpochMilliseconds(clockMs)
  const connection = { secretKey: vendor.secretKey, webhookSecret: vendor.webhookSecret, apiUrl: vendor.url, statementSuffix: 'FILING FEE', now }
  const plans = new Map<string, (() => Promise<unknown>)[]>()
  return {
    vendor,
    pay: connectStripe(connection),
    payWith: ({ key, url, timeoutMs }) =>
      connectStripe({ ...connection, ...(key ? { secretKey: key } : {}), ...(url ? { apiUrl: url } : {}), ...(timeoutMs ? { timeoutMs } : {}) }),
    now,
    async payByCard(url, outcome) {
      await vendor.payAt(url, outcome === 'declined' ? stripeNumbers.declined : stripeNumbers.approved)
      const id = vendor.sessionIn(url)
      if (outcome === 'disputed') plans.set(id, ['needs_response', 'lost'].map((status) => () => vendor.dispute(id, status)))
    },
    async payByBank(url, outcome) {
      await vendor.payAt(url, stripeNumbers.bank)
      const id = vendor.sessionIn(url)
      const late = outcome === 'returned-late' ? [() => vendor.dispute(id, 'lost')] : []
      plans.set(id, [() => vendor.settleDebit(id, outcome !== 'returned'), ...late])
    },
    async bankStep(providerId) {
      await plans.get(providerId)?.shift()?.()
    },
    async passHours(hours) {
      clockMs += hours * 3_600_000
      await vendor.setClock(clockMs)
    },
    heard: async () => (await vendor.send()).map(({ headers, body }) => ({ headers, body })),
    end: () => vendor.end(),
  }
}
