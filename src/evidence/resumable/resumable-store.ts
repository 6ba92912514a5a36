import { type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type UploadRow = Selectable<DB['evidence.resumable_upload']>
type NewUpload = Pick<
  UploadRow,
  'id' | 'account' | 'draft' | 'document' | 'translates' | 'name_sealed' | 'same_file' | 'size_bytes' | 'storage_key' | 'begun_at' | 'expires_at'
>

export async function insertUpload(tx: Tx, upload: NewUpload): Promise<void> {
  await tx.insertInto('evidence.resumable_upload').values(upload).execute()
}

interface Whose {
  id: string
  draft: string
  accounts: readonly string[]
  now: Temporal.Instant
}

const ofOwner = (tx: Tx, { id, draft, accounts, now }: Whose) =>
  tx
    .selectFrom('evidence.resumable_upload')
    .selectAll()
    .where('id', '=', id)
    .where('draft', '=', draft)
    .where('account', 'in', accounts)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)

export const findUpload = (tx: Tx, whose: Whose): Promise<UploadRow | undefined> => ofOwner(tx, whose).executeTakeFirst()

export const lockUpload = (tx: Tx, whose: Whose): Promise<UploadRow | undefined> =>
  ofOwner(tx, whose).forUpdate().executeTakeFirst()

/** The upload of the same file for the same document that is not all here yet. */
export function findSameUpload(
  tx: Tx,
  { account, same, now }: { account: string; same: readonly string[]; now: Temporal.Instant },
): Promise<UploadRow | undefined> {
  return tx
    .selectFrom('evidence.resumable_upload')
    .selectAll()
    .where('account', '=', account)
    .where('same_file', 'in', same)
    .where('outcome', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('offset_bytes', 'desc')
    .executeTakeFirst()
}

export function listUploadsOfDraft(
  tx: Tx,
  { draft, accounts, now }: { draft: string; accounts: readonly string[]; now: Temporal.Instant },
): Promise<UploadRow[]> {
  return tx
    .selectFrom('evidence.resumable_upload')
    .selectAll()
    .where('draft', '=', draft)
    .where('account', 'in', accounts)
    .where('outcome', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('begun_at')
    .orderBy('id')
    .execute()
}

/** Gives out the number of one more part, under which nobody else writes. */
export async function takePartNumber(tx: Tx, id: string): Promise<number> {
  const { parts_tried } = await tx
    .updateTable('evidence.resumable_upload')
    .set({ parts_tried: sql<number>`parts_tried + 1` })
    .where('id', '=', id)
    .returning('parts_tried')
    .executeTakeFirstOrThrow()
  return parts_tried
}

export async function markPart(
  tx: Tx,
  id: string,
  part: { number: number; sizeBytes: number; type: string; expiresAt: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('evidence.resumable_upload')
    .set({
      parts: sql<number[]>`parts || ${part.number}::int`,
      offset_bytes: sql<number>`offset_bytes + ${part.sizeBytes}::int`,
      type: part.type,
      expires_at: part.expiresAt,
    })
    .where('id', '=', id)
    .execute()
}

export async function markOutcome(tx: Tx, id: string, outcome: 'received' | 'doubled'): Promise<void> {
  await tx.updateTable('evidence.resumable_upload').set({ outcome }).where('id', '=', id).execute()
}

export async function markCancelled(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  if (ids.length > 0) await tx.updateTable('evidence.resumable_upload').set({ cancelled_at: at }).where('id', 'in', ids).execute()
}

/** Uploads that are over, held until the transaction ends. */
export function lockUploadsOver(tx: Tx, now: Temporal.Instant, most: number) {
  return tx
    .selectFrom('evidence.resumable_upload')
    .select(['id', 'storage_key', 'parts', 'parts_tried', 'outcome'])
    .where((all) => all.or([all('expires_at', '<=', now), all('cancelled_at', 'is not', null)]))
    .orderBy('expires_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function deleteUploads(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('evidence.resumable_upload').where('id', 'in', ids).execute()
}
