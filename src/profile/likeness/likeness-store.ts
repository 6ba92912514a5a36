import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { LikenessKind } from './likeness.ts'

export interface StoredLikeness {
  account: string
  kind: LikenessKind
  value_hash: string
}

/** Everything known of the accounts that any of these hashes leads to. */
export async function listAlike(tx: Tx, hashes: readonly string[]): Promise<StoredLikeness[]> {
  if (hashes.length === 0) return []
  const { rows } = await sql<StoredLikeness>`
    select account, kind, value_hash from profile.likeness
    where account in (select found.account from profile.likeness found where found.value_hash = any(${hashes}::text[]))`.execute(tx)
  return rows
}

/** The newest address takes the place of the one before; an A-Number that is noted stays. */
export async function upsertLikeness(tx: Tx, likeness: readonly StoredLikeness[], at: Temporal.Instant): Promise<void> {
  if (likeness.length === 0) return
  await sql`
    insert into profile.likeness (account, kind, value_hash, noted_at)
    select account, kind, value_hash, ${at} from json_to_recordset(${JSON.stringify(likeness)}::json) as r(account uuid, kind text, value_hash text)
    on conflict (account, kind) do update set value_hash = excluded.value_hash, noted_at = excluded.noted_at
    where likeness.kind <> 'a-number-and-birth'`.execute(tx)
}
