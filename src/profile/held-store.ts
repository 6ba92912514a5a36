import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'
import type { StoredAddress } from './address/address-store.ts'
import type { StoredPerson } from './person/person-store.ts'

export const listPersons = (tx: Tx, accounts: readonly string[]): Promise<StoredPerson[]> =>
  tx.selectFrom('profile.person').selectAll().where('account', 'in', accounts).orderBy('changed_at').execute()

export const listAddressesOf = (tx: Tx, accounts: readonly string[]): Promise<StoredAddress[]> =>
  tx.selectFrom('profile.address').selectAll().where('account', 'in', accounts).orderBy('changed_at').execute()

/** Each person with the address of their home, which may be none. */
export async function listPersonsAtHome(tx: Tx, accounts: readonly string[]): Promise<(StoredPerson & { home_sealed: Buffer | null })[]> {
  return tx
    .selectFrom('profile.person as its')
    .leftJoin('profile.address as home', (join) => join.onRef('home.account', '=', 'its.account').on('home.use', '=', 'physical'))
    .selectAll('its')
    .select('home.sealed as home_sealed')
    .where('its.account', 'in', accounts)
    .execute()
}

/** What a person stated goes when their account is closed; what their cases proved stays with the cases. */
export async function emptyProfiles(tx: Tx, accounts: readonly string[], at: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('profile.address').where('account', 'in', accounts).execute()
  await tx.deleteFrom('profile.likeness').where('account', 'in', accounts).execute()
  await sql`
    update profile.person set names_sealed = null, date_of_birth_sealed = null, a_number_sealed = null,
      phones_sealed = null, changed_at = ${at}::timestamptz
    where account = any (${accounts}::uuid[])`.execute(tx)
}
