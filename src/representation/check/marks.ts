import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { plainName } from '../../profile/index.ts'

const [family, licence] = ['representative-family', 'licence-number'] as const

/** A bar writes a number with dashes, dots or spaces; whoever copies it leaves them out. */
const numbered = (authority: string, number: string): readonly string[] => [authority, plainName(number)]

/** By what a family name is found again, whatever its accents and capitals. */
export const familyMark = (keys: Keys, name: string): string => keyedHash(keys, family, plainName(name))
export const familyMarks = (keys: Keys, name: string): string[] => hashCandidates(keys, family, plainName(name))

/** By what a licence is found again; null: it has no number. */
export const licenceMark = (keys: Keys, authority: string, number: string): string | null => (plainName(number) === '' ? null : keyedHash(keys, licence, numbered(authority, number)))
export const licenceMarks = (keys: Keys, authority: string, number: string): string[] => hashCandidates(keys, licence, numbered(authority, number))
