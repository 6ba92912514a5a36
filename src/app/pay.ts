import { join } from 'node:path'
import { startCashier, type Cashier } from '../cashier/index.ts'
import { type Config, hostInUrl } from '../config.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import { connectCashier, noProvider, type PayPort } from '../platform/pay/index.ts'

/** Derived, so that the embedded cashier and the portal agree without a setting; a real provider has its own. */
const cashierSecrets = (keys: Keys) => ({
  apiKey: keys.derive('hash/cashier-api-key').export().toString('base64url'),
  webhookSecret: keys.derive('hash/cashier-events').export().toString('base64'),
})

/** The port to the demonstration's cashier; `url` is where it listens. */
const cashierPay = (keys: Keys, url: string): PayPort => connectCashier({ url, ...cashierSecrets(keys) })

/** The demonstration's cashier takes cards that are none, so that production has no provider before it has a real one. */
export const payFor = (config: Config, keys: Keys): PayPort =>
  config.mode === 'demo' ? cashierPay(keys, cashierUrl(config)) : noProvider(new URL(config.publicUrl).origin)

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
