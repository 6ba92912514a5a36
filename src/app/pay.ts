import { join } from 'node:path'
import { startCashier, type Cashier } from '../cashier/index.ts'
import type { Config } from '../config.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import { connectCashier } from '../platform/pay/cashier.ts'
import type { PayPort } from '../platform/pay/pay-port.ts'

/** Derived, so that the embedded cashier and the portal agree without a setting; a real provider has its own. */
const cashierSecrets = (keys: Keys) => ({
  apiKey: keys.derive('hash/cashier-api-key').export().toString('base64url'),
  webhookSecret: keys.derive('hash/cashier-events').export().toString('base64'),
})

/** The port to the demonstration's cashier; `url` is where it listens. */
export const cashierPay = (keys: Keys, url: string): PayPort => connectCashier({ url, ...cashierSecrets(keys) })

/** Starts the embedded cashier on its own listener, with a state file of its own in the home. */
export function openCashier(config: Config, keys: Keys): Promise<Cashier> {
  return startCashier({
    port: config.cashierPort,
    host: config.host,
    stateFile: join(config.home, 'cashier.sqlite'),
    ...cashierSecrets(keys),
  })
}

export const cashierUrl = (config: Config, port: number): string => `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
