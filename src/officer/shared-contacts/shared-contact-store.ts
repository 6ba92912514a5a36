import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Writes down which telephones open the accounts of at least so many people now; how many changed. */
export async function keepFound(tx: Tx, { least, at }: { least: number; at: Temporal.Instant }): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into officer.shared_contact (id, mark, people, since_at, found_at)
    select gen_random_uuid(), found.mark, found.people, found.since_at, ${at}::timestamptz from officer.find_shared_contacts(${least}) found
    on conflict (mark) do update set people = excluded.people, since_at = excluded.since_at where shared_contact.people <> excluded.people`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export interface SharedContactRow {
  id: string
  people: number
  since_at: Temporal.Instant
  accounts: readonly string[]
}

/** What nobody has looked at, or what has doubled since somebody did; the most people first. */
export async function listOpen(tx: Tx, most: number): Promise<SharedContactRow[]> {
  const { rows } = await sql<SharedContactRow>`
    select id, people, since_at, officer.accounts_sharing(mark) as accounts from officer.shared_contact
    where seen_at is null or people >= 2 * seen_people
    order by people desc, id limit ${most}`.execute(tx)
  return rows
}

export const lockContact = (tx: Tx, id: string) =>
  tx.selectFrom('officer.shared_contact').select(['id', 'people', 'seen_at', 'seen_people']).where('id', '=', id).forUpdate().executeTakeFirst()

export async function markSeen(tx: Tx, id: string, seen: { by: string; at: Temporal.Instant; people: number; why: Buffer }): Promise<void> {
  await tx.updateTable('officer.shared_contact').set({ seen_by: seen.by, seen_at: seen.at, seen_people: seen.people, why_sealed: seen.why }).where('id', '=', id).execute()
}

export async function deleteOldContacts(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('officer.shared_contact').where('found_at', '<', before).execute()
}
