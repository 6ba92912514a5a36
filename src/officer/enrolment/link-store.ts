import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type EnrolmentLink = Selectable<DB['officer.enrolment_link']>

export async function insertLink(tx: Tx, link: Insertable<DB['officer.enrolment_link']>): Promise<void> {
  await tx.insertInto('officer.enrolment_link').values(link).execute()
}

/** A new link takes the place of the one before it. */
export async function killLinks(tx: Tx, staff: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('officer.enrolment_link')
    .set({ killed_at: at })
    .where('staff', '=', staff)
    .where('used_at', 'is', null)
    .where('killed_at', 'is', null)
    .execute()
}

const usable = (tx: Tx, hashes: readonly string[], at: Temporal.Instant) =>
  tx
    .selectFrom('officer.enrolment_link')
    .selectAll()
    .where('token_hash', 'in', hashes)
    .where('used_at', 'is', null)
    .where('killed_at', 'is', null)
    .where('expires_at', '>', at)

export function findUsableLink(
  tx: Tx,
  hashes: readonly string[],
  at: Temporal.Instant,
): Promise<EnrolmentLink | undefined> {
  return usable(tx, hashes, at).executeTakeFirst()
}

export function lockUsableLink(
  tx: Tx,
  hashes: readonly string[],
  at: Temporal.Instant,
): Promise<EnrolmentLink | undefined> {
  return usable(tx, hashes, at).forUpdate().executeTakeFirst()
}

export async function markLinkUsed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('officer.enrolment_link').set({ used_at: at }).where('id', '=', id).execute()
}

export async function deleteOldLinks(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('officer.enrolment_link').where('made_at', '<', before).execute()
}
