import type { Tx } from '../../platform/db/transaction.ts'
import type { NamesKeys } from '../../platform/storage/index.ts'
import type { ArchiveRow } from './archive.ts'

const archives = (tx: Tx) => tx.selectFrom('portal.archive').selectAll()

export async function insertArchive(
  tx: Tx,
  archive: Pick<ArchiveRow, 'id' | 'account' | 'language' | 'asked_at'>,
): Promise<void> {
  await tx.insertInto('portal.archive').values(archive).execute()
}

/** What these accounts asked for since, the newest first. */
export const listArchives = (tx: Tx, accounts: readonly string[], since: Temporal.Instant): Promise<ArchiveRow[]> =>
  archives(tx).where('account', 'in', accounts).where('asked_at', '>', since).orderBy('asked_at', 'desc').orderBy('id').execute()

export const findArchive = (tx: Tx, id: string): Promise<ArchiveRow | undefined> =>
  archives(tx).where('id', '=', id).executeTakeFirst()

export const lockArchive = (tx: Tx, id: string): Promise<ArchiveRow | undefined> =>
  archives(tx).where('id', '=', id).forUpdate().executeTakeFirst()

/** The one that is asked for or being made. */
export const findUnderWay = (tx: Tx, accounts: readonly string[]): Promise<ArchiveRow | undefined> =>
  archives(tx)
    .where('account', 'in', accounts)
    .where('ready_at', 'is', null)
    .where('failed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()

export async function recordTry(tx: Tx, id: string, storageKey: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('portal.archive').set({ storage_key: storageKey, begun_at: at }).where('id', '=', id).execute()
}

export interface Made {
  readonly readyAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly sizeBytes: number
  readonly sha256: string
  readonly files: number
}

/** False when a later try writes this archive, or it was given up: then this try's bytes are nobody's. */
export async function recordMade(tx: Tx, id: string, storageKey: string, made: Made): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('portal.archive')
    .set({
      ready_at: made.readyAt,
      expires_at: made.expiresAt,
      size_bytes: made.sizeBytes,
      sha256: made.sha256,
      files: made.files,
    })
    .where('id', '=', id)
    .where('storage_key', '=', storageKey)
    .where('ready_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** An older archive of the person is over once there is a newer one. */
export async function endOlder(tx: Tx, { id, account }: Pick<ArchiveRow, 'id' | 'account'>, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('portal.archive')
    .set({ expires_at: at })
    .where('account', '=', account)
    .where('id', '<>', id)
    .where('expires_at', '>', at)
    .execute()
}

export const listOfAccounts = (tx: Tx, accounts: readonly string[]): Promise<ArchiveRow[]> =>
  archives(tx).where('account', 'in', accounts).orderBy('asked_at').orderBy('id').execute()

/** What was asked for before and never made is given up. */
export async function giveUpOld(tx: Tx, askedBefore: Temporal.Instant, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('portal.archive')
    .set({ failed_at: at })
    .where('ready_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('asked_at', '<', askedBefore)
    .execute()
}

/** Over or given up, and their bytes still there. */
export const lockOver = (tx: Tx, at: Temporal.Instant, most: number): Promise<ArchiveRow[]> =>
  archives(tx)
    .where('gone_at', 'is', null)
    .where((or) => or.or([or('expires_at', '<=', at), or('failed_at', 'is not', null)]))
    .orderBy('asked_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

export async function markGone(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('portal.archive').set({ gone_at: at }).where('id', '=', id).execute()
}

export async function deleteGone(tx: Tx, askedBefore: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('portal.archive').where('gone_at', 'is not', null).where('asked_at', '<', askedBefore).execute()
}

export async function deleteArchives(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('portal.archive').where('id', 'in', ids).execute()
}

export async function insertDownload(tx: Tx, taken: { id: string; archive: string; account: string; at: Temporal.Instant }) {
  await tx.insertInto('portal.archive_download').values(taken).execute()
}

export const listDownloads = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('portal.archive_download')
    .select(['archive', 'at'])
    .where('account', 'in', accounts)
    .orderBy('at')
    .execute()

/** Those that are ready or being made; what lies of a try that was given up is nobody's. */
export const archiveKeys: NamesKeys = {
  table: 'portal.archive',
  async among(tx, ids) {
    const rows = await tx.selectFrom('portal.archive').select('storage_key').where('storage_key', 'in', ids).execute()
    return rows.flatMap(({ storage_key }) => storage_key ?? [])
  },
}
