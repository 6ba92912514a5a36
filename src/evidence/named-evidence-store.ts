import type { NamedFiles } from '../platform/storage/index.ts'

/** Files whose bytes must be there: those that were removed or refused go when their job comes to them. */
export const namedEvidence: NamedFiles = {
  table: 'evidence.file',
  async list(tx, behind, most) {
    const rows = await tx
      .selectFrom('evidence.file')
      .select(['id', 'account', 'storage_key', 'sha256', 'size_bytes'])
      .where('id', '>', behind)
      .where('removed_at', 'is', null)
      .where('state', '<>', 'refused')
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(({ id, account, storage_key, sha256, size_bytes }) => {
      return { id, storageKey: storage_key, place: { owner: account, file: storage_key }, sha256, sizeBytes: size_bytes }
    })
  },
}
