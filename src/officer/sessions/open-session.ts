import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { secretHashPurpose, sessionEndsAt, type StaffStage } from './session.ts'
import { endSession, insertSession } from './session-store.ts'

type Opening = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request'>

/**
 * Opens a session and ends the one this browser had: rights never change under the same id (ASVS V7.2.4).
 * @returns its secret (128 random bits), for the cookie; told to the browser once and kept nowhere
 */
export async function openSession(
  { tx, actor, now, services, request }: Opening,
  { staff, stage }: { staff: string; stage: StaffStage },
): Promise<{ secret: string }> {
  const secret = newSecret(128)
  if (actor.sessionId) await endSession(tx, actor.sessionId, 'replaced', now)
  await insertSession(tx, {
    id: newId(),
    secret_hash: keyedHash(services.keys, secretHashPurpose, secret),
    staff,
    stage,
    begun_at: now,
    last_seen_at: now,
    ends_at: sessionEndsAt(stage, now),
    network: request.network,
  })
  return { secret }
}
