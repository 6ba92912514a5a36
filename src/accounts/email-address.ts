import { type FieldPlace, openText, sealText } from '../platform/crypto/field.ts'
import { hashCandidates, keyedHash } from '../platform/crypto/keyed-hash.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import { normalEmail } from '../platform/crypto/normalise.ts'
import { type Field, parsedField } from '../platform/http/field.ts'

/** RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all. */
const addressMost = 254
const label = '[^\\s@<>()\\[\\]\\\\,;:"]'
const oneAddress = new RegExp(`^(?!\\.)(?!.*\\.\\.)${label}{1,64}(?<!\\.)@(?!-)${label}+\\.[\\p{L}\\p{N}-]{2,}$`, 'u')

export const isEmailAddress = (typed: string): boolean => oneAddress.test(typed)

/** A typed email address in the one way we keep it: the user name of an account. */
export const emailField: Field<string> = parsedField<string>(
  { empty: 'accounts.email.empty', most: addressMost },
  (typed) => (isEmailAddress(typed) ? { value: normalEmail(typed) } : { error: 'accounts.email.wrong' }),
)

const purpose = 'account-email'

export const emailHash = (keys: Keys, email: string): string => keyedHash(keys, purpose, email)
export const emailHashes = (keys: Keys, email: string): string[] => hashCandidates(keys, purpose, email)

const place = (account: string): FieldPlace => ({
  person: account,
  table: 'accounts.account',
  row: account,
  column: 'email_sealed',
})

export const sealEmail = (keys: Keys, account: string, email: string): Buffer => sealText(keys, place(account), email)

export const emailOf = (keys: Keys, account: { id: string; email_sealed: Buffer }): string =>
  openText(keys, place(account.id), account.email_sealed)
