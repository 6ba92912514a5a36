import { countAllOrNone, forgiveAttempts, type Limit, type LimitSubject } from '../../platform/attempts.ts'
import type { OperationContext } from '../../platform/operation.ts'

/** Where a code is to go: the keyed hash of the address or number, whose account, and whether it is known to be theirs. */
export interface Destination {
  readonly addressHash: string
  readonly account: string
  readonly isProven: boolean
}

type Subject = LimitSubject<Destination>

/** Codes sent and not redeemed, for an address or number whoever asks: a code used rightly gives its place back. */
const sendLimits: readonly Limit<Destination>[] = [
  { name: 'accounts.codes-sent.hour', most: 5, withinSeconds: 3600, of: ({ input }) => input.addressHash, failuresOnly: true },
  { name: 'accounts.codes-sent.day', most: 20, withinSeconds: 86_400, of: ({ input }) => input.addressHash, failuresOnly: true },
]

/**
 * A number nobody has proven may be a stranger's. It gets fewer codes than are counted above, so that who types
 * somebody else's number leaves its owner some; and one account or network reaches few numbers, used rightly or not, so
 * that nobody sends texts for sport or for a share of their price (text message pumping).
 */
const proofLimits: readonly Limit<Destination>[] = [
  { name: 'accounts.proofs-sent.phone.hour', most: 3, withinSeconds: 3600, of: ({ input }) => input.addressHash },
  { name: 'accounts.proofs-sent.phone.day', most: 6, withinSeconds: 86_400, of: ({ input }) => input.addressHash },
  { name: 'accounts.proofs-sent.account.hour', most: 5, withinSeconds: 3600, of: ({ input }) => input.account },
  { name: 'accounts.proofs-sent.account.day', most: 10, withinSeconds: 86_400, of: ({ input }) => input.account },
  { name: 'accounts.proofs-sent.network.hour', most: 20, withinSeconds: 3600, of: ({ request }) => request.network },
  { name: 'accounts.proofs-sent.network.day', most: 60, withinSeconds: 86_400, of: ({ request }) => request.network },
]

export type CountingSends = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request'>

const subjectOf = ({ actor, request, services }: CountingSends, input: Destination): Subject => ({ actor, request, services, input })

/** Counts one send; false when it is one too many. A send that does not happen is not counted. */
export function maySendTo(context: CountingSends, to: Destination): Promise<boolean> {
  const limits = to.isProven ? sendLimits : [...sendLimits, ...proofLimits]
  return countAllOrNone(context.tx, limits, subjectOf(context, to), context.now)
}

/** A code used rightly gives its send back, in the hour and the day in which it was sent. */
export async function giveSendsBack(
  context: CountingSends,
  { account, sent_at, sent_to }: { account: string; sent_at: Temporal.Instant | null; sent_to: readonly string[] },
): Promise<void> {
  if (!sent_at) return
  for (const addressHash of sent_to)
    await forgiveAttempts(context.tx, sendLimits, subjectOf(context, { addressHash, account, isProven: true }), sent_at)
}
