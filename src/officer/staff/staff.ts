import { type FieldPlace, openText, sealText } from '../../platform/crypto/field.ts'
import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { normalEmail } from '../../platform/crypto/normalise.ts'

type Sealed = 'email_sealed' | 'name_sealed' | 'totp_sealed'

const place = (staff: string, column: Sealed): FieldPlace => ({
  person: staff,
  table: 'officer.staff',
  row: staff,
  column,
})

export const sealOfStaff = (keys: Keys, staff: string, column: Sealed, text: string): Buffer =>
  sealText(keys, place(staff, column), text)

export const openOfStaff = (keys: Keys, staff: string, column: Sealed, sealed: Buffer): string =>
  openText(keys, place(staff, column), sealed)

/** What a colleague is called on the office's pages: the name where one was given, else the address. */
export const nameOf = (keys: Keys, staff: { id: string; email_sealed: Buffer; name_sealed: Buffer | null }): string =>
  staff.name_sealed
    ? openOfStaff(keys, staff.id, 'name_sealed', staff.name_sealed)
    : openOfStaff(keys, staff.id, 'email_sealed', staff.email_sealed)

const purpose = 'staff-email'

export const staffEmailHash = (keys: Keys, email: string): string => keyedHash(keys, purpose, normalEmail(email))
export const staffEmailHashes = (keys: Keys, email: string): string[] =>
  hashCandidates(keys, purpose, normalEmail(email))
