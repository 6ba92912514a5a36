import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { lockPerson } from '../person/person-store.ts'
import type { PostalAddress } from './address.ts'
import { deleteAddress, listAddresses, type StoredAddress, upsertAddress } from './address-store.ts'

/** `mailing` only where it is not the home; `safe` where post to the home is not safe. */
export const addressUses = ['physical', 'mailing', 'safe'] as const
export type AddressUse = (typeof addressUses)[number]
export type PersonAddresses = Readonly<Record<AddressUse, PostalAddress | null>>

const place = (account: string, use: string) => ({
  person: account,
  table: 'profile.address',
  row: `${account}/${use}`,
  column: 'sealed',
})

/** An address as its person wrote it. */
export const openAddress = (keys: Keys, { account, use, sealed }: Pick<StoredAddress, 'account' | 'use' | 'sealed'>): PostalAddress =>
  JSON.parse(openText(keys, place(account, use), sealed))

function addressesOf(keys: Keys, stored: readonly StoredAddress[]): PersonAddresses {
  const opened = stored.map((address) => [address.use, openAddress(keys, address)])
  return { physical: null, mailing: null, safe: null, ...Object.fromEntries(opened) }
}

type Keeping = Pick<OperationContext, 'tx' | 'now' | 'services'>

/**
 * Keeps an address, or takes it away, inside the operation of a higher room. The person's row is locked first, so that
 * of two changes at once the second sees what the first made.
 * @returns all addresses as they are from then on
 */
export async function keepAddress(
  { tx, now, services }: Keeping,
  account: string,
  use: AddressUse,
  address: PostalAddress | null,
): Promise<PersonAddresses> {
  await lockPerson(tx, account, now)
  if (address === null) await deleteAddress(tx, account, use)
  else {
    const sealed = sealText(services.keys, place(account, use), JSON.stringify(address))
    await upsertAddress(tx, { account, use, sealed, changed_at: now })
  }
  return addressesOf(services.keys, await listAddresses(tx, account))
}

/** A person's own addresses. */
export const ownAddresses = query({
  name: 'profile.own-addresses',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'account',
  run: async ({ tx, actor, services }) => addressesOf(services.keys, await listAddresses(tx, String(actor.id))),
})

/** What staff heard from a person: where post is safe. The database asks whether they may. */
export async function keepSafeAddressHeard({ tx, now, services }: Keeping, account: string, address: PostalAddress): Promise<void> {
  const sealed = sealText(services.keys, place(account, 'safe'), JSON.stringify(address))
  await upsertAddress(tx, { account, use: 'safe', sealed, changed_at: now })
}

/** All that a person stated, for parts of the system that act under rights of their own. */
export const addressesFor = async ({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, account: string): Promise<PersonAddresses> =>
  addressesOf(services.keys, await listAddresses(tx, account))

/** Where post to a person is safe; null where they named no such place. For the office, under its own rights. */
export async function readSafeAddress(
  { tx, services }: Pick<OperationContext, 'tx' | 'services'>,
  account: string,
): Promise<PostalAddress | null> {
  return addressesOf(services.keys, await listAddresses(tx, account)).safe
}
