import type { OperationContext } from '../../platform/operation.ts'
import { isRecentProof } from './session.ts'
import { lockSession } from './session-store.ts'

/** Whether the person of this session gave a factor within five minutes: asked by the operation too, not only by its page. */
export async function hasRecentProof({ tx, actor, now }: Pick<OperationContext, 'tx' | 'actor' | 'now'>): Promise<boolean> {
  if (actor.kind !== 'account' || actor.sessionId === null) return false
  const session = await lockSession(tx, actor.sessionId)
  return session?.account === actor.id && session.stage === 'full' && isRecentProof(session.proved_at, now)
}
