import type { NamedFiles, NamesKeys } from '../platform/storage/index.ts'
import { documentPlace } from './case-document.ts'

/** The papers of all cases: none of them ever goes. */
export const namedPapers: NamedFiles = {
  table: 'cases.document',
  async list(tx, behind, most) {
    const rows = await tx
      .selectFrom('cases.document')
      .select(['id', 'case', 'storage_key', 'sha256', 'size_bytes'])
      .where('id', '>', behind)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(({ id, case: caseId, storage_key, sha256, size_bytes }) => {
      return { id, storageKey: storage_key, place: (key) => documentPlace(caseId, key), sha256, sizeBytes: Number(size_bytes) }
    })
  },
}

export const paperKeys: NamesKeys = {
  table: 'cases.document',
  async among(tx, ids) {
    const rows = await tx.selectFrom('cases.document').select('storage_key').where('storage_key', 'in', ids).execute()
    return rows.map(({ storage_key }) => storage_key)
  },
}
