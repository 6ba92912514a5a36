import { readSessionProof, type SessionProof } from '../../accounts/index.ts'
import type { OperationContext } from '../../platform/operation.ts'

/** How fresh a factor must be for signing, and for paying (step-up). */
const proofMinutes = 5

const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (Temporal.Instant.compare(one, other) < 0 ? one : other)

/**
 * How the person showed who they are, if that was within five minutes: asked here too, not only by the page. Never after now, also
 * where a clock was set back meanwhile: no signature comes before its proof.
 */
export async function recentProofOf(
  context: Pick<OperationContext, 'tx' | 'actor' | 'now'>,
): Promise<SessionProof | null> {
  const { actor, now } = context
  const proof = actor.sessionId ? await readSessionProof(context, actor.sessionId) : null
  const isRecent = proof && Temporal.Instant.compare(proof.provedAt.add({ minutes: proofMinutes }), now) > 0
  return isRecent ? { ...proof, provedAt: earlier(proof.provedAt, now) } : null
}
