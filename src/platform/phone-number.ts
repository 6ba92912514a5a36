import { type CountryCode, getCountryCallingCode, isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { MessageKey } from './i18n/text.ts'

/** E.164, or the key of what to tell the person. */
export type PhoneRead = { number: string } | { error: MessageKey }

const notANumber: PhoneRead = { error: 'phone.error.not-a-number' }
const notAMobile: PhoneRead = { error: 'phone.error.not-a-mobile' }

const typedMost = 60
const countryOf = (country: string): CountryCode => (isSupportedCountry(country) ? country : 'US')

/**
 * What people type and paste: full-width and other digits, dashes of every kind, invisible marks of direction around a
 * number copied from an address book, 00 for +. Anything that is no part of a number is refused, not skipped.
 */
function tidied(typed: string): string | null {
  if (typed.length > typedMost) return null
  const plain = typed.normalize('NFKC').replace(/\p{Cf}/gu, '').replace(/\p{Pd}/gu, '-').trim()
  if (!/^\+?[\p{Nd}\s().\-/]+$/u.test(plain)) return null
  return plain.replace(/^00(?=\s*\p{Nd})/u, '+')
}

function parsed(typed: string, country: string): PhoneNumber | null {
  const text = tidied(typed)
  const found = text === null ? undefined : parsePhoneNumberFromString(text, { defaultCountry: countryOf(country), extract: false })
  return found?.isPossible() && !found.ext ? found : null
}

/** Reads any phone number, a national one as of `country` (ISO 3166-1, the agency's own). Never throws. */
export function phoneNumber(typed: string, country: string): PhoneRead {
  const found = parsed(typed, country)
  return found ? { number: found.number } : notANumber
}

/** Kinds of line that can take a text message; in many countries the two cannot be told apart by the number. */
const takesTexts: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE']

/** Reads a number that a text message can reach: no landline, premium, shared-cost or toll-free number. Never throws. */
export function mobileNumber(typed: string, country: string): PhoneRead {
  const found = parsed(typed, country)
  if (!found?.isValid()) return notANumber
  return takesTexts.includes(found.getType()) ? { number: found.number } : notAMobile
}

/** E.164 as people write it: nationally where the agency's own country code is theirs, internationally elsewhere. */
export function shownPhone(number: string, country: string): string {
  const found = parsePhoneNumberFromString(number)
  if (!found) return number
  const isOwn = found.countryCallingCode === getCountryCallingCode(countryOf(country))
  return isOwn ? found.formatNational() : found.formatInternational()
}

/** The last two digits of a number, for sentences such as “a number that ends in 21”. */
export const phoneEnding = (number: string): string => number.slice(-2)

/** A number on a page that others may look at: `•••• 21`. */
export const maskedPhone = (number: string): string => `•••• ${phoneEnding(number)}`
