import type { Tx } from '../../platform/db/transaction.ts'
import type { FileRow } from '../evidence-store.ts'

export async function markRestored(tx: Tx, id: string, place: number): Promise<void> {
  await tx.updateTable('evidence.file').set({ removed_at: null, restorable_until: null, place }).where('id', '=', id).execute()
}

export async function markPlace(tx: Tx, id: string, place: number): Promise<void> {
  await tx.updateTable('evidence.file').set({ place }).where('id', '=', id).execute()
}

/** Ends it for all that a person could put back but the newest, and says which. Their files are locked. */
export async function endRestoring(tx: Tx, account: string, { keep, now }: { keep: number; now: Temporal.Instant }): Promise<string[]> {
  const beyond = tx
    .selectFrom('evidence.file')
    .select('id')
    .where('account', '=', account)
    .where('restorable_until', '>', now)
    .where('bytes_gone_at', 'is', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .offset(keep)
  const ended = await tx.updateTable('evidence.file').set({ restorable_until: now }).where('id', 'in', beyond).returning('id').execute()
  return ended.map(({ id }) => id)
}

/** What was removed from a draft and can still be put back, the last one first. */
export function listRestorable(
  tx: Tx,
  { draft, accounts, now }: { draft: string; accounts: readonly string[]; now: Temporal.Instant },
): Promise<FileRow[]> {
  return tx
    .selectFrom('evidence.file')
    .selectAll()
    .where('draft', '=', draft)
    .where('account', 'in', accounts)
    .where('restorable_until', '>', now)
    .where('bytes_gone_at', 'is', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .execute()
}
