import { isCommonPassword } from './common-passwords.ts'

export type PasswordFault =
  | 'too-short'
  | 'too-long'
  | 'no-uppercase'
  | 'no-lowercase'
  | 'no-special'
  | 'common'
  | 'contains-own'

export type PasswordRules = {
  /** Unicode code points after NFC; the pack may ask for more than 8. */
  lengthMin: number
  lengthMax: number
  /** Whether an uppercase, a lowercase and a special character are asked for. NIST SP 800-63B-4 advises against it. */
  composition: boolean
  /** The agency's own words, in lower case: a password that is one of them with an ending hung on is too common. */
  words: readonly string[]
}

export const passwordRules: PasswordRules = { lengthMin: 8, lengthMax: 128, composition: true, words: [] }

/** Parts of a name or address shorter than this are in too many passwords to forbid. */
const ownPartMin = 4

const composed: readonly [PasswordFault, RegExp][] = [
  ['no-uppercase', /\p{Lu}/u],
  ['no-lowercase', /\p{Ll}/u],
  // Neither a letter, a mark on one, a digit, nor invisible: punctuation, symbols and the space.
  ['no-special', /[^\p{L}\p{M}\p{N}\p{C}]/u],
]

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The words of a name, an email address or a street that a password may not contain. */
const ownParts = (own: readonly string[]): string[] =>
  own
    // Of an email address only the mailbox: the provider's name says nothing about the person.
    .map((text) => folded(text).replace(/@[^@]*$/, ''))
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{M}\p{N}]+/u)])
    .filter((part) => [...part].length >= ownPartMin)

/**
 * Every rule a new password breaks, all at once, in the order of the rules (mission A4; NIST SP 800-63B-4, 3.1.1.2).
 * An accepted password is never cut or changed: `passwords.ts` hashes its NFC form whole.
 * @param own the person's names, email address, street and other own words
 * @returns nothing when the password is good; never throws
 */
export const passwordFaults = (
  password: string,
  own: readonly string[] = [],
  rules: PasswordRules = passwordRules,
): PasswordFault[] => {
  // No character NFC makes out of others was more than eight code units before: longer is too long, unread.
  if (password.length > rules.lengthMax * 8) return ['too-long']
  const text = password.normalize('NFC')
  const length = [...text].length
  const faults: PasswordFault[] = []
  if (length < rules.lengthMin) faults.push('too-short')
  if (length > rules.lengthMax) faults.push('too-long')
  if (rules.composition) for (const [fault, pattern] of composed) if (!pattern.test(text)) faults.push(fault)
  if (isCommonPassword(text, rules.words)) faults.push('common')
  const plain = folded(text)
  if (ownParts(own).some((part) => plain.includes(part))) faults.push('contains-own')
  return faults
}
