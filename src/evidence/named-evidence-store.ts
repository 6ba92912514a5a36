import type { NamedFiles, NamesKeys } from '../platform/storage/index.ts'

/** Files whose bytes must be there: those that were removed or refused go when their job comes to them. */
export const namedEvidence: NamedFiles = {
  table: 'evidence.file',
  async list(tx, behind, most) {
    const rows = await tx
      .selectFrom('evidence.file')
      .select(['id', 'account', 'storage_key', 'parts', 'sha256', 'size_bytes'])
      .where('id', '>', behind)
      .where('removed_at', 'is', null)
      .where('state', '<>', 'refused')
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(({ id, account, storage_key, parts, sha256, size_bytes }) => {
      const place = (key: string) => ({ owner: account, file: key })
      return { id, storageKey: storage_key, parts, place, sha256, sizeBytes: size_bytes }
    })
  },
}

/** Files whose bytes are not gone yet, and what is coming in. */
export const evidenceKeys: readonly NamesKeys[] = [
  {
    table: 'evidence.file',
    async among(tx, ids) {
      const files = tx.selectFrom('evidence.file').select('storage_key').where('bytes_gone_at', 'is', null)
      return (await files.where('storage_key', 'in', ids).execute()).map(({ storage_key }) => storage_key)
    },
  },
  {
    table: 'evidence.begun_upload',
    async among(tx, ids) {
      const begun = tx.selectFrom('evidence.begun_upload').select('storage_key').where('storage_key', 'in', ids)
      return (await begun.execute()).map(({ storage_key }) => storage_key)
    },
  },
  {
    table: 'evidence.resumable_upload',
    async among(tx, ids) {
      const coming = tx.selectFrom('evidence.resumable_upload').select('storage_key').where('storage_key', 'in', ids)
      return (await coming.execute()).map(({ storage_key }) => storage_key)
    },
  },
]
