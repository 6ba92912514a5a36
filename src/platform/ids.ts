import { randomBytes, randomUUID } from 'node:crypto'
import { crockfordAlphabet } from './numbers/crockford.ts'
import { randomCharacters } from './numbers/random-characters.ts'

/** A random UUID, version 4 (RFC 9562): never guessable, and knowing one is never a right. */
export const newId = (): string => randomUUID()

/** Shaped like an id of ours: anything else need not be looked up, and the database would not take it. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** `bits` random bits (a multiple of 8, at least 64) as base64url: session ids, CSRF tokens, generated passwords. */
export const newSecret = (bits: number): string => {
  if (!Number.isInteger(bits) || bits < 64 || bits % 8 !== 0) throw new RangeError('bits: a multiple of 8, 64 or more')
  return randomBytes(bits / 8).toString('base64url')
}

/** `characters` random characters of Crockford base 32, 5 bits each. */
export const randomCrockford = (characters: number): string => randomCharacters(crockfordAlphabet, characters)
