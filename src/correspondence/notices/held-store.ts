import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { NamedFiles, NamesKeys } from '../../platform/storage/index.ts'
import { documentPlace } from '../../cases/index.ts'
import type { NoticeRow } from './notice-store.ts'

export type HeldNoticeRow = NoticeRow & { opened_at: Temporal.Instant | null; storage_key: string | null }

/** For an archive: every notice of these cases, the oldest first, with the person's own copy. */
export async function listHeldNotices(tx: Tx, { cases, accounts }: { cases: readonly string[]; accounts: readonly string[] }): Promise<HeldNoticeRow[]> {
  const { rows } = await sql<HeldNoticeRow>`
    select its.*, paper.storage_key,
      (select min(opening.at) from correspondence.notice_opening opening where opening.notice = its.id and opening.account = any (${accounts}::uuid[])) as opened_at
    from correspondence.notice its left join correspondence.notice_paper paper on paper.notice = its.id and paper.copy = 'person'
    where its."case" = any (${cases}::uuid[])
    order by its.issued_at, its.id`.execute(tx)
  return rows
}

/** The PDFs of all notices: none of them ever goes. */
export const namedNotices: NamedFiles = {
  table: 'correspondence.notice_paper',
  async list(tx, behind, most) {
    const rows = await tx
      .selectFrom('correspondence.notice_paper as paper')
      .innerJoin('correspondence.notice as its', 'its.id', 'paper.notice')
      .select(['paper.id', 'its.case', 'paper.storage_key', 'paper.sha256', 'paper.size_bytes'])
      .where('paper.id', '>', behind)
      .orderBy('paper.id')
      .limit(most)
      .execute()
    return rows.map(({ id, case: caseId, storage_key, sha256, size_bytes }) => {
      return { id, storageKey: storage_key, place: (key) => documentPlace(caseId, key), sha256, sizeBytes: Number(size_bytes) }
    })
  },
}

export const noticeKeys: NamesKeys = {
  table: 'correspondence.notice_paper',
  async among(tx, ids) {
    const rows = await tx.selectFrom('correspondence.notice_paper').select('storage_key').where('storage_key', 'in', ids).execute()
    return rows.map(({ storage_key }) => storage_key)
  },
}
