import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { ContactKind, ContactPoint, ContactPurpose } from './contact-point.ts'

export async function insertContactPoint(tx: Tx, point: Insertable<DB['accounts.contact_point']>): Promise<void> {
  await tx.insertInto('accounts.contact_point').values(point).execute()
}

/** The proven point of this kind and purpose; undefined where the person has none. */
export function findProvenPoint(
  tx: Tx,
  account: string,
  kind: ContactKind,
  purpose: Exclude<ContactPurpose, 'former'>,
): Promise<ContactPoint | undefined> {
  return tx
    .selectFrom('accounts.contact_point')
    .selectAll()
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('purpose', '=', purpose)
    .where('proven_at', 'is not', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

/** Everything that is told of what matters: proven points, and former ones as long as their change can be undone. */
export function listToldPoints(tx: Tx, account: string, at: Temporal.Instant): Promise<ContactPoint[]> {
  return tx
    .selectFrom('accounts.contact_point')
    .selectAll()
    .where('account', '=', account)
    .where('proven_at', 'is not', null)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('purpose', '<>', 'former'), eb('tell_until', '>', at)]))
    .orderBy('added_at')
    .execute()
}

/** The proven point of this kind and purpose is the person's no longer. */
export async function markProvenPointRemoved(
  tx: Tx,
  account: string,
  kind: ContactKind,
  purpose: Exclude<ContactPurpose, 'former'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('accounts.contact_point')
    .set({ removed_at: at })
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('purpose', '=', purpose)
    .where('proven_at', 'is not', null)
    .where('removed_at', 'is', null)
    .execute()
}

/** A former address is told no longer: it counts again. */
export async function markFormerRemoved(
  tx: Tx,
  account: string,
  hashes: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('accounts.contact_point')
    .set({ removed_at: at })
    .where('account', '=', account)
    .where('purpose', '=', 'former')
    .where('address_hash', 'in', hashes)
    .where('removed_at', 'is', null)
    .execute()
}

/** The phone that is being proven: the newest number that was typed and not yet shown to be the person's. */
export function findPhoneToProve(tx: Tx, account: string): Promise<ContactPoint | undefined> {
  return tx
    .selectFrom('accounts.contact_point')
    .selectAll()
    .where('account', '=', account)
    .where('kind', '=', 'phone')
    .where('purpose', '=', 'codes')
    .where('proven_at', 'is', null)
    .where('removed_at', 'is', null)
    .orderBy('added_at', 'desc')
    .executeTakeFirst()
}

export async function markPointProven(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.contact_point').set({ proven_at: at }).where('id', '=', id).where('removed_at', 'is', null).execute()
}

/** A number that was typed wrongly, or never proven, is forgotten when another is given. */
export async function removeUnprovenPhones(tx: Tx, account: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.contact_point')
    .set({ removed_at: at })
    .where('account', '=', account)
    .where('kind', '=', 'phone')
    .where('purpose', '=', 'codes')
    .where('proven_at', 'is', null)
    .where('removed_at', 'is', null)
    .execute()
}

export async function deleteOldPoints(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx
    .deleteFrom('accounts.contact_point')
    .where((eb) => eb.or([eb('removed_at', '<', before), eb('tell_until', '<', before)]))
    .execute()
}
