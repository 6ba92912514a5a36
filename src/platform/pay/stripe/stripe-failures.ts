import Stripe from 'stripe'
import { PayFailure, type PayFailureReason } from '../pay-port.ts'

const { errors } = Stripe

/** How many keys are tried where Stripe keeps repeating an answer of its own fault. */
const keysMost = 5

/** Told under a key before: Stripe repeats the answer it gave first, its own faults included. */
const isRepeatedFault = (fault: unknown): boolean =>
  fault instanceof errors.StripeError &&
  (fault.statusCode ?? 0) >= 500 &&
  fault.headers?.['idempotent-replayed'] === 'true'

/**
 * Writes under a key, which makes it happen once. Where the answer that is kept for the key is a fault of Stripe's own,
 * asking again would give it for as long as the key lives; the next key is one that every later try comes to as well.
 * The caller has looked whether it was done after all.
 */
export async function writeOnce<T>(key: string, write: (key: string) => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await write(count === 1 ? key : `${key}:${count}`)
    } catch (fault) {
      if (count >= keysMost || !isRepeatedFault(fault)) throw fault
    }
  }
}

function reasonOf(fault: InstanceType<typeof errors.StripeError>, isChange: boolean): PayFailureReason {
  const status = fault.statusCode ?? 0
  if (fault instanceof errors.StripeConnectionError)
    return /timeout/i.test(fault.message) ? 'timed-out' : 'unreachable'
  if (fault instanceof errors.StripeIdempotencyError) return 'key-used-otherwise'
  if (status === 401 || status === 403) return 'not-authenticated'
  // 409: another request with this key is under way; 429: too many, or the object is locked for a moment.
  if (status === 409 || status === 429 || status >= 500) return 'overloaded'
  if (status === 404) return 'no-such-checkout'
  if (status === 0 || fault instanceof errors.StripeAPIError) return 'not-understood'
  return isChange ? 'not-allowed-now' : 'rejected'
}

/**
 * A fault of the SDK as one of ours. `isChange`: a change of a payment that is there, where a refusal means that it
 * stands otherwise by now. The detail is Stripe's code and nothing of its message, which may quote what was sent.
 */
export function payFailureOf(fault: unknown, isChange: boolean): unknown {
  if (fault instanceof PayFailure || !(fault instanceof errors.StripeError)) return fault
  return new PayFailure(reasonOf(fault, isChange), fault.code ?? fault.type ?? '', { cause: bare(fault) })
}

/** Of a fault of the SDK what may be logged: it carries headers, and its raw answer carries more. */
const bare = ({ type, code, statusCode, requestId }: InstanceType<typeof errors.StripeError>) =>
  new Error(`Stripe ${[type, code, statusCode, requestId].filter(Boolean).join(' ')}`)
