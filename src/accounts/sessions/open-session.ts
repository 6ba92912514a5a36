import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { newSessionSecret, type ProofFactor, secretHashPurpose, sessionEndsAt, type SessionStage } from './session.ts'
import { endSession, insertSession } from './session-store.ts'

export interface SessionToOpen {
  /** Chosen by who has more to write of this session in the same breath. */
  id?: string
  account: string
  stage: SessionStage
  /** When a factor beyond the password was given last. */
  provedAt?: Temporal.Instant | null
  provedBy?: ProofFactor | null
  /** Kept from the session this one replaces, where that one's end still counts. */
  endsAt?: Temporal.Instant
}

export interface OpenedSession {
  id: string
  /** What a person sees as one visit: it goes on when a session replaces another of the same browser and account. */
  visit: string
  /** For the cookie; told to the browser once and kept nowhere. */
  secret: string
}

/**
 * Opens a session and ends the one this browser had: rights never change under the same id (ASVS V7.2.4).
 */
export async function openSession(
  { tx, actor, now, services, request }: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request'>,
  { id = newId(), account, stage, provedAt = null, provedBy = null, endsAt = sessionEndsAt(stage, now) }: SessionToOpen,
): Promise<OpenedSession> {
  const ended = actor.sessionId ? endSession(tx, actor.sessionId, 'replaced', now) : undefined
  const opened = { id, secret: newSessionSecret() }
  const inserted = insertSession(tx, actor.sessionId, {
    id: opened.id,
    secret_hash: keyedHash(services.keys, secretHashPurpose, opened.secret),
    account,
    stage,
    begun_at: now,
    last_seen_at: now,
    ends_at: endsAt,
    proved_at: provedAt,
    proved_by: provedBy,
    network: request.network,
    device: request.device ?? null,
    country: request.country ?? null,
  })
  const [, visit] = await Promise.all([ended, inserted])
  return { ...opened, visit }
}
