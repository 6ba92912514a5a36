import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export type FoundKind = 'account' | 'paper' | 'filing'

export interface StaleName {
  subject: string
  kind: FoundKind
}

export interface NameRow extends StaleName {
  key_id: string
  pieces: readonly string[]
  a_number_hash: string | null
  /** In base64. */
  shown: string
}

export interface FoundRow extends StaleName {
  shown_sealed: Buffer
}

/** Takes some of those whose names changed: they are somebody's to write until the transaction ends. */
export async function takeStale(tx: Tx, most: number): Promise<StaleName[]> {
  const { rows } = await sql<StaleName>`
    delete from officer.name_stale where (subject, kind) in (
      select its.subject, its.kind from officer.name_stale its limit ${most} for update skip locked)
    returning subject, kind`.execute(tx)
  return rows
}

export async function writeNames(tx: Tx, names: readonly NameRow[], at: Temporal.Instant): Promise<void> {
  if (names.length > 0) await sql`select officer.write_names(${JSON.stringify(names)}::json, ${at}::timestamptz)`.execute(tx)
}

export async function deleteNames(tx: Tx, gone: readonly StaleName[]): Promise<void> {
  for (const { subject, kind } of gone) await tx.deleteFrom('officer.name_index').where('subject', '=', subject).where('kind', '=', kind).execute()
}

/** Everything of the index that was made under another key is to be made anew. */
export async function noteOldKeys(tx: Tx, currentKey: string): Promise<void> {
  await sql`
    insert into officer.name_stale (subject, kind) select subject, kind from officer.name_index where key_id <> ${currentKey} limit 1000
    on conflict do nothing`.execute(tx)
}

export async function findPeople(tx: Tx, sought: { pieces: string } | { aNumbers: readonly string[] }, most: number): Promise<FoundRow[]> {
  const { rows } = await ('pieces' in sought
    ? sql<FoundRow>`select * from officer.find_people(${sought.pieces}::tsquery, null, ${most})`
    : sql<FoundRow>`select * from officer.find_people(null, ${sought.aNumbers}::text[], ${most})`
  ).execute(tx)
  return rows
}

/** Whether who asks may be told that there is this account. */
export async function mayFind(tx: Tx, account: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select officer.may_find(${account}::uuid) as may`.execute(tx)
  return rows[0]?.may ?? false
}
