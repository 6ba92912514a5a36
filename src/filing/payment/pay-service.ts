import { isProvider, PayFailure, type PayPort } from '../../platform/pay/index.ts'
import type { Services } from '../../platform/services.ts'

declare module '../../platform/services.ts' {
  interface Services {
    /** The payment provider. Asked from jobs only: no request of a person waits for it. */
    readonly pay: PayPort
    /** Providers that took payments before and take no new ones: what was opened there is still followed there. */
    readonly formerPay?: readonly PayPort[]
    /** Waits between two looks at a row; a test hands in its own. Left out: the machine's timer. */
    readonly pauseFor?: (milliseconds: number) => Promise<void>
  }
}

type Paying = Pick<Services, 'pay' | 'formerPay'>

/** Everybody who may have a payment of ours, who takes new ones first. Empty where no provider is set up. */
export const payProviders = ({ pay, formerPay = [] }: Paying): readonly PayPort[] => [pay, ...formerPay].filter(isProvider)

/** Where a payment was opened. @throws {PayFailure} final, when this deployment no longer speaks with that provider */
export function providerOf(services: Paying, { provider }: { readonly provider: string }): PayPort {
  const found = payProviders(services).find(({ name }) => name === provider)
  if (!found) throw new PayFailure('rejected', 'provider-not-set-up')
  return found
}
