import type { Selectable } from 'kysely'
import { type FieldPlace, openText, sealText } from '../../platform/crypto/field.ts'
import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { DB } from '../../platform/db/tables.ts'

/**
 * Where a person is reached beside the user name: a phone for codes, a second email address for recovery, and, while a
 * change can be undone, the address or phone it replaced.
 */
export type ContactPoint = Selectable<DB['accounts.contact_point']>
export type ContactKind = 'email' | 'phone'
export type ContactPurpose = 'codes' | 'recovery' | 'former'

const place = (account: string, row: string): FieldPlace => ({
  person: account,
  table: 'accounts.contact_point',
  row,
  column: 'address_sealed',
})

const hashPurpose = 'contact-point'

/** An email address as `normalEmail` keeps it, or a phone number in E.164. */
export const sealContactAddress = (keys: Keys, account: string, id: string, address: string): Buffer =>
  sealText(keys, place(account, id), address)

export const contactAddressOf = (keys: Keys, point: Pick<ContactPoint, 'id' | 'account' | 'address_sealed'>): string =>
  openText(keys, place(point.account, point.id), point.address_sealed)

export const contactHash = (keys: Keys, address: string): string => keyedHash(keys, hashPurpose, address)
export const contactHashes = (keys: Keys, address: string): string[] => hashCandidates(keys, hashPurpose, address)
