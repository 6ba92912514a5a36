import { join } from 'node:path'
import type { AgencyPack } from '../agency/index.ts'
import { startCashier, type Cashier } from '../cashier/index.ts'
import { type Config, hostInUrl } from '../config.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import { connectCashier, noProvider, type PayPort } from '../platform/pay/index.ts'
import { stripeFaults } from '../platform/pay/stripe/stripe-settings.ts'
import type { Services } from '../platform/services.ts'
import { secretText } from './secret-text.ts'
import { StartRefused } from './start-refused.ts'

/** Derived, so that the embedded cashier and the portal agree without a setting; a real provider has its own. */
export const cashierSecrets = (keys: Keys) => ({
  apiKey: keys.derive('hash/cashier-api-key').export().toString('base64url'),
  webhookSecret: keys.derive('hash/cashier-events').export().toString('base64'),
})

/** The port to the demonstration's cashier; `url` is where it listens. */
const cashierPay = (keys: Keys, url: string): PayPort => connectCashier({ url, ...cashierSecrets(keys) })

type Payments = Pick<Services, 'pay' | 'formerPay'>
type Standing = { config: Config; keys: Keys; agency: Pick<AgencyPack, 'demonstrationOnly' | 'statementSuffix'>; clock: Clock }

/**
 * Who takes the fees: Stripe where the settings have its key. Without: in a demonstration its cashier, which takes cards
 * that are none; in production nobody. A demonstration that changed to Stripe still follows what its cashier took.
 * @throws {StartRefused} for secrets that cannot be what they should, and for a live key in a demonstration
 */
export async function paymentsOf(standing: Standing): Promise<Payments> {
  const { config, keys } = standing
  const isDemo = config.mode === 'demo'
  const pay = config.stripe ? await stripePay(config.stripe, standing) : null
  if (pay) return isDemo ? { pay, formerPay: [cashierPay(keys, cashierUrl(config))] } : { pay }
  return { pay: isDemo ? cashierPay(keys, cashierUrl(config)) : noProvider(new URL(config.publicUrl).origin) }
}

async function stripePay(stripe: NonNullable<Config['stripe']>, { config, agency, clock }: Standing): Promise<PayPort> {
  const secretKey = secretText(stripe.secretKey, 'STRIPE_SECRET_KEY').trim()
  const webhookSecret = stripe.webhookSecret ? secretText(stripe.webhookSecret, 'STRIPE_WEBHOOK_SECRET').trim() : ''
  const faults = stripeFaults({ secretKey, webhookSecret }, config.mode === 'demo' || agency.demonstrationOnly)
  if (faults.length > 0) throw new StartRefused(faults)
  // The vendor's library is large: who has no key never loads it.
  const { connectStripe } = await import('../platform/pay/stripe/connect-stripe.ts')
  const statement = agency.statementSuffix ? { statementSuffix: agency.statementSuffix } : {}
  const server = stripe.apiUrl ? { apiUrl: stripe.apiUrl } : {}
  return connectStripe({ secretKey, webhookSecret, now: () => clock.now(), ...statement, ...server })
}

/**
 * Starts the embedded cashier on its own listener, with a state file of its own in the home.
 * @throws outside a demonstration
 */
export function openCashier(config: Config, keys: Keys): Promise<Cashier> {
  if (config.mode !== 'demo') throw new Error('the cashier is for demonstrations; production has a payment provider')
  return startCashier({
    port: config.cashierPort,
    host: config.host,
    stateFile: join(config.home, 'cashier.sqlite'),
    ...cashierSecrets(keys),
  })
}

const cashierUrl = ({ host, cashierPort }: Config): string => `http://${hostInUrl(host)}:${cashierPort}`
