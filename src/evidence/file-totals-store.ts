import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'

export interface FileTotals {
  files: number
  bytes: number
  /** Those of one document of one draft, or those of one translation. */
  ofDocument: number
  /** Resumable uploads for it that are not all here; in `files` and `bytes` all of them are counted, as if they were. */
  comingForDocument: number
}

/** Of which document of which draft the files are counted, or as whose translation. */
export interface Counted {
  account: string
  draft: string
  document: string
  translates?: string | null | undefined
}

/**
 * What a person has in drafts that are not submitted; refused files have no bytes and are not counted.
 * @param but a resumable upload that is left out
 */
export async function totalsOf(tx: Tx, { account, draft, document, translates = null }: Counted, but: string | null = null): Promise<FileTotals> {
  const isOfIt = sql`draft = ${draft} and document = ${document} and translates is not distinct from ${translates}::uuid`
  const { rows } = await sql<{ files: number; bytes: number; of_document: number; coming: number }>`
    with held as (
      select draft, document, translates, size_bytes, true as here from evidence.file
      where account = ${account} and removed_at is null and submission is null and state <> 'refused'
      union all
      select draft, document, translates, size_bytes, false from evidence.resumable_upload
      where account = ${account} and outcome is null and cancelled_at is null and id is distinct from ${but}::uuid
    )
    select count(*)::int as files, coalesce(sum(size_bytes), 0)::float8 as bytes,
      (count(*) filter (where ${isOfIt} and here))::int as of_document,
      (count(*) filter (where ${isOfIt} and not here))::int as coming
    from held`.execute(tx)
  const [totals] = rows
  return {
    files: totals?.files ?? 0,
    bytes: totals?.bytes ?? 0,
    ofDocument: totals?.of_document ?? 0,
    comingForDocument: totals?.coming ?? 0,
  }
}
