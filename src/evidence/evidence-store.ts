import { type Selectable, sql } from 'kysely'
import type { DB } from '../platform/db/tables.ts'
import type { Tx } from '../platform/db/transaction.ts'

export type FileRow = Selectable<DB['evidence.file']>
type NewFile = Pick<
  FileRow,
  | 'id'
  | 'account'
  | 'draft'
  | 'document'
  | 'name_sealed'
  | 'type'
  | 'size_bytes'
  | 'sha256'
  | 'storage_key'
  | 'parts'
  | 'parts_tried'
  | 'uploaded_at'
> &
  Partial<Pick<FileRow, 'place' | 'replaces' | 'translates' | 'description_sealed'>>

/** What changes a person's files waits here for each other until its transaction ends. */
export async function lockFilesOf(tx: Tx, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${account}, 7))`.execute(tx)
}

export async function insertBegunUpload(
  tx: Tx,
  begun: { id: string; account: string; storage_key: string; begun_at: Temporal.Instant },
): Promise<void> {
  await tx.insertInto('evidence.begun_upload').values(begun).execute()
}

/** The storage key of an upload that is under way, whose row goes; undefined once it was swept. */
export async function takeBegunUpload(tx: Tx, id: string, account: string): Promise<string | undefined> {
  const taken = await tx
    .deleteFrom('evidence.begun_upload')
    .where('id', '=', id)
    .where('account', '=', account)
    .returning('storage_key')
    .executeTakeFirst()
  return taken?.storage_key
}

/** Uploads that began before, held until the transaction ends; those that are being recorded now are passed over. */
export function lockBegunUploads(tx: Tx, before: Temporal.Instant, most: number) {
  return tx
    .selectFrom('evidence.begun_upload')
    .select(['id', 'storage_key'])
    .where('begun_at', '<', before)
    .orderBy('begun_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function deleteBegunUploads(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('evidence.begun_upload').where('id', 'in', ids).execute()
}

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.insertInto('evidence.file').values(file).execute()
}

/** Behind every file that a document has or had. */
export async function nextPlace(tx: Tx, draft: string, document: string): Promise<number> {
  const { last } = await tx
    .selectFrom('evidence.file')
    .select((row) => row.fn.coalesce(row.fn.max('place'), sql<number>`0`).as('last'))
    .where('draft', '=', draft)
    .where('document', '=', document)
    .executeTakeFirstOrThrow()
  return last + 1
}

/** A file of these bytes that already stands for this document, or as the same file's translation. */
export function findSameFile(
  tx: Tx,
  { account, draft, document, sha256, translates }: Pick<FileRow, 'account' | 'draft' | 'document' | 'sha256' | 'translates'>,
): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('evidence.file')
    .select('id')
    .where('account', '=', account)
    .where('draft', '=', draft)
    .where('document', '=', document)
    .where('sha256', '=', sha256)
    .where('translates', 'is not distinct from', translates)
    .where('removed_at', 'is', null)
    .where('state', '<>', 'refused')
    .executeTakeFirst()
}

export function listFilesOfDraft(tx: Tx, draft: string, accounts: readonly string[]): Promise<FileRow[]> {
  return tx
    .selectFrom('evidence.file')
    .selectAll()
    .where('draft', '=', draft)
    .where('account', 'in', accounts)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute()
}

export function listFilesOfSubmission(tx: Tx, submission: string): Promise<FileRow[]> {
  return tx
    .selectFrom('evidence.file')
    .selectAll()
    .where('submission', '=', submission)
    .orderBy('place')
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute()
}

/** Every file of these accounts that has a row, the oldest first: removed and refused ones too. */
export function listFilesOfAccounts(tx: Tx, accounts: readonly string[]): Promise<FileRow[]> {
  return tx
    .selectFrom('evidence.file')
    .selectAll()
    .where('account', 'in', accounts)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute()
}

export function findFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  return tx.selectFrom('evidence.file').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  return tx.selectFrom('evidence.file').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** @param restorableUntil until when its person can put it back; null: not at all */
export async function markRemoved(
  tx: Tx,
  ids: readonly string[],
  at: Temporal.Instant,
  restorableUntil: Temporal.Instant | null = null,
): Promise<void> {
  await tx.updateTable('evidence.file').set({ removed_at: at, restorable_until: restorableUntil }).where('id', 'in', ids).execute()
}

export async function markDescribed(tx: Tx, id: string, description: Buffer | null): Promise<void> {
  await tx.updateTable('evidence.file').set({ description_sealed: description }).where('id', '=', id).execute()
}

export async function markClean(
  tx: Tx,
  id: string,
  found: { pages: number; width: number; height: number },
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('evidence.file')
    .set({ state: 'clean', ...found, checked_at: at })
    .where('id', '=', id)
    .execute()
}

export async function markRefused(tx: Tx, id: string, refusal: string, at: Temporal.Instant): Promise<void> {
  const refused = { state: 'refused', refusal, checked_at: at }
  await tx.updateTable('evidence.file').set(refused).where('id', '=', id).execute()
}

export async function markUnscanned(
  tx: Tx,
  id: string,
  { failures, since, againAt }: { failures: number; since: Temporal.Instant; againAt: Temporal.Instant },
): Promise<void> {
  const unscanned = { scan_failures: failures, unscanned_since: since, scan_again_at: againAt }
  await tx.updateTable('evidence.file').set(unscanned).where('id', '=', id).execute()
}

interface Due {
  now: Temporal.Instant
  /** Files that were never asked about again are due when they came in before. */
  uploadedBefore: Temporal.Instant
}

const isDue = ({ now, uploadedBefore }: Due) => sql<boolean>`
  state = 'received' and removed_at is null
  and coalesce(scan_again_at, uploaded_at) <= ${now.toString()}::timestamptz
  and (scan_again_at is not null or uploaded_at <= ${uploadedBefore.toString()}::timestamptz)`

/** Whether a file waits for a verdict whose time to be asked about has come. */
export async function isAnyFileDue(tx: Tx, due: Due): Promise<boolean> {
  return (await tx.selectFrom('evidence.file').select('id').where(isDue(due)).limit(1).execute()).length > 0
}

/** Takes the files that are due, those that waited longest first, and sets when each would be due again. */
export async function takeFilesDue(tx: Tx, due: Due & { againAt: Temporal.Instant; most: number }): Promise<string[]> {
  const waiting = tx
    .selectFrom('evidence.file')
    .select('id')
    .where(isDue(due))
    .orderBy(sql`coalesce(scan_again_at, uploaded_at)`)
    .limit(due.most)
    .forUpdate()
    .skipLocked()
  const set = { scan_again_at: due.againAt }
  return (await tx.updateTable('evidence.file').set(set).where('id', 'in', waiting).returning('id').execute()).map(({ id }) => id)
}

export async function markPreviewed(tx: Tx, id: string, previews: number): Promise<void> {
  await tx.updateTable('evidence.file').set({ previews }).where('id', '=', id).execute()
}

export async function markCopied(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('evidence.file').set({ shown_copy_at: at }).where('id', '=', id).execute()
}

export async function markBytesGone(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('evidence.file').set({ bytes_gone_at: at, previews: 0 }).where('id', '=', id).execute()
}

export async function markSubmitted(tx: Tx, ids: readonly string[], submission: string): Promise<void> {
  if (ids.length > 0) await tx.updateTable('evidence.file').set({ submission }).where('id', 'in', ids).execute()
}

export async function insertSubmittedDraft(
  tx: Tx,
  submitted: { draft: string; account: string; submission: string; submitted_at: Temporal.Instant },
): Promise<void> {
  await tx.insertInto('evidence.submitted_draft').values(submitted).execute()
}

export async function isSubmitted(tx: Tx, draft: string): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`
    select exists (select from evidence.submitted_draft where draft = ${draft}::uuid) or evidence.is_left(${draft}::uuid) as closed`.execute(tx)
  return rows[0]?.closed ?? true
}

/** Rows of files that were removed or refused before, and whose bytes are gone; not while a translation of one has to stay. */
export async function deleteForgottenFiles(tx: Tx, before: Temporal.Instant): Promise<void> {
  await sql`
    with forgotten as (
      select id from evidence.file
      where (removed_at is not null or state = 'refused') and submission is null
        and coalesce(removed_at, checked_at) < ${before.toString()}::timestamptz
        and bytes_gone_at is not null
    )
    delete from evidence.file
    where id in (select id from forgotten) and not exists (
      select from evidence.file translation where translation.translates = file.id and translation.id not in (select id from forgotten)
    )`.execute(tx)
}
