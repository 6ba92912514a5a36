import { lockSession } from '../../accounts/sessions/session-store.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** How the person of a session had proved who they are: with which factor, and when last. */
export type Proof = { readonly factor: string; readonly provedAt: Temporal.Instant }

export async function proofOf({ tx }: { readonly tx: Tx }, session: string): Promise<Proof | null> {
  const found = await lockSession(tx, session)
  return found?.proved_at ? { factor: 'one-time-password', provedAt: found.proved_at } : null
}
