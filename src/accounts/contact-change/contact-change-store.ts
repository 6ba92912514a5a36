import { type Insertable, sql, type Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type ChangedContact, type ContactChange, proofHours } from './contact-change.ts'

export async function insertChange(tx: Tx, change: Insertable<DB['accounts.contact_change']>): Promise<void> {
  await tx.insertInto('accounts.contact_change').values(change).execute()
}

export async function recordChange(tx: Tx, id: string, facts: Updateable<DB['accounts.contact_change']>): Promise<void> {
  await tx.updateTable('accounts.contact_change').set(facts).where('id', '=', id).execute()
}

/** A newer wish kills the links of the older ones; left out `what`: of every kind. */
export async function dropAsked(tx: Tx, account: string, at: Temporal.Instant, what?: ChangedContact): Promise<void> {
  let dropping = tx
    .updateTable('accounts.contact_change')
    .set({ dropped_at: at })
    .where('account', '=', account)
    .where('made_at', 'is', null)
    .where('dropped_at', 'is', null)
  if (what) dropping = dropping.where('what', '=', what)
  await dropping.execute()
}

/** Asked for, with a link that still proves. */
const asked = (tx: Tx, proofHashes: readonly string[], at: Temporal.Instant) =>
  tx
    .selectFrom('accounts.contact_change')
    .selectAll()
    .where('proof_hash', 'in', proofHashes)
    .where('made_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('asked_at', '>', at.subtract({ hours: proofHours }))

export const findAsked = (tx: Tx, proofHashes: readonly string[], at: Temporal.Instant): Promise<ContactChange | undefined> =>
  asked(tx, proofHashes, at).executeTakeFirst()

export const lockAsked = (tx: Tx, proofHashes: readonly string[], at: Temporal.Instant): Promise<ContactChange | undefined> =>
  asked(tx, proofHashes, at).forUpdate().executeTakeFirst()

/** Made, and within the time in which its undo link undoes; it may have been undone already. */
export const findByUndoLink = (tx: Tx, undoHashes: readonly string[], at: Temporal.Instant): Promise<ContactChange | undefined> =>
  tx
    .selectFrom('accounts.contact_change')
    .selectAll()
    .where('undo_hash', 'in', undoHashes)
    .where('undo_until', '>', at)
    .executeTakeFirst()

/** A change and every one made after it that stands, the newest first: what undoing the first takes back. */
export function lockMadeSince(tx: Tx, { account, made_at: since }: ContactChange): Promise<ContactChange[]> {
  return tx
    .selectFrom('accounts.contact_change')
    .selectAll()
    .where('account', '=', account)
    .where('made_at', '>=', since as Temporal.Instant)
    .where('undone_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('ordinal', 'desc')
    .forUpdate()
    .execute()
}

/** Whether an address was somebody's user name until a change that can still be undone: then nobody else takes it. */
export async function isAddressHeld(
  tx: Tx,
  { hashes, at, exceptBy }: { hashes: readonly string[]; at: Temporal.Instant; exceptBy: string | null },
): Promise<boolean> {
  const held = tx
    .selectFrom('accounts.contact_change')
    .select('id')
    .where('old_hash', 'in', hashes)
    .where('what', '=', 'user-name')
    .where('made_at', 'is not', null)
    .where('undone_at', 'is', null)
    .where('undo_until', '>', at)
    .limit(1)
  const found = await (exceptBy === null ? held : held.where('account', '<>', exceptBy)).executeTakeFirst()
  return found !== undefined
}

type OwnChange = Omit<ContactChange, 'old_hash' | 'proof_hash' | 'undo_hash' | 'key_id'>

/** What waits for its proof, and what can still be undone; oldest first. Read under the person's own rights. */
export function listOpenChanges(tx: Tx, account: string, at: Temporal.Instant): Promise<OwnChange[]> {
  return tx
    .selectFrom('accounts.contact_change')
    .select([
      'id', 'ordinal', 'account', 'what', 'old_sealed', 'new_sealed', 'asked_at', 'dropped_at', 'made_at', 'undo_until',
      'undone_at',
    ])
    .where('account', '=', account)
    .where('dropped_at', 'is', null)
    .where('undone_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('made_at', 'is', null), eb('asked_at', '>', at.subtract({ hours: proofHours }))]),
        eb('undo_until', '>', at),
      ]),
    )
    .orderBy('ordinal')
    .execute()
}

/** True when the unfinished sign-up of an address gave way. */
export async function letGiveWay(tx: Tx, hashes: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ gave: boolean }>`select accounts.give_way(${hashes}::text[]) as gave`.execute(tx)
  return rows[0]?.gave ?? false
}

/** Names the account by another address; false when another account took it in the same moment. */
export async function recordUserName(
  tx: Tx,
  account: string,
  address: { email_hash: string; email_sealed: Buffer },
): Promise<boolean> {
  try {
    await tx.updateTable('accounts.account').set(address).where('id', '=', account).execute()
    return true
  } catch (fault) {
    if ((fault as { code?: string }).code === '23505') return false
    throw fault
  }
}

export async function deleteOldChanges(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.contact_change').where('asked_at', '<', before).execute()
}
