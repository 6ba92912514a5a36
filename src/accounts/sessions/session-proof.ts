import type { Tx } from '../../platform/db/transaction.ts'
import type { ProofFactor } from './session.ts'
import { lockSession } from './session-store.ts'

/** How the person of a session showed who they are: with which factor beyond the password, and when last. */
export interface SessionProof {
  /** Sessions that began before factors were told apart only say that it was a one-time password. */
  readonly factor: ProofFactor | 'one-time-password'
  readonly provedAt: Temporal.Instant
}

/** What a signature rests on. Null: the session has ended, is not the actor's own, or never saw a second factor. */
export async function readSessionProof({ tx }: { readonly tx: Tx }, session: string): Promise<SessionProof | null> {
  const found = await lockSession(tx, session)
  return found?.proved_at ? { factor: found.proved_by ?? 'one-time-password', provedAt: found.proved_at } : null
}
