import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from './keys.ts'

/** One value, or several that are hashed together without running into each other (`['ab','c']` is not `['a','bc']`). */
export type HashedValue = string | readonly string[]

const purposePattern = /^[a-z][a-z0-9-]{1,39}$/

const hashUnder = (keys: Keys, keyId: string, purpose: string, value: HashedValue): string => {
  if (!purposePattern.test(purpose)) throw new Error('a hash purpose is a short name in lower case')
  const hmac = createHmac('sha256', keys.derive(`hash/${purpose}`, keyId))
  for (const part of typeof value === 'string' ? [value] : value) {
    hmac.update(`${Buffer.byteLength(part)}:`).update(part)
  }
  return `${keyId}:${hmac.digest('base64url')}`
}

/**
 * HMAC-SHA256 of a value under the current key of its purpose, as `<key id>:<base64url>`. For look-ups and for secrets
 * of 60 random bits or more; a password needs `passwords.ts`. Normalise the value first (`normalise.ts`).
 * @param purpose the column it is kept in, in lower case with dashes, such as `account-email`
 */
export const keyedHash = (keys: Keys, purpose: string, value: HashedValue): string =>
  hashUnder(keys, keys.currentId, purpose, value)

/** The hash under every key that can still be read, the current one first: look up with `= any(…)` while rotating. */
export const hashCandidates = (keys: Keys, purpose: string, value: HashedValue): string[] =>
  keys.ids.map((id) => hashUnder(keys, id, purpose, value))

/** Whether two texts are equal, in a time that tells nothing but their length. */
export const sameSecret = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whether the value is the one that was hashed, under whichever known key it was; false for an unknown key. */
export const matchesHash = (keys: Keys, purpose: string, value: HashedValue, stored: string): boolean => {
  const keyId = stored.slice(0, Math.max(0, stored.indexOf(':')))
  return keys.ids.includes(keyId) && sameSecret(hashUnder(keys, keyId, purpose, value), stored)
}

/** Whether a stored hash was made with an older key and is to be made again. */
export const isOldHash = (keys: Keys, stored: string): boolean => !stored.startsWith(`${keys.currentId}:`)
