import { createHmac, randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, hashRaw, type ParsedHashOptions, parseOptions, verify } from '@node-rs/argon2'
import { type HashPool, hashPool, type Overloaded, overloaded, type Place } from './hash-pool.ts'
import type { Keys } from './keys.ts'

export type Passwords = {
  /** @returns `<key id>$argon2id$…`, to be kept; or `overloaded` */
  hashPassword(password: string): Promise<{ hash: string } | Overloaded>
  /** Whether the password is the one that was hashed; false for a damaged hash or an unknown key. */
  verifyPassword(password: string, stored: string, place?: Place): Promise<{ matches: boolean } | Overloaded>
  /** The work of `verifyPassword` where there is no account, so that time tells nothing. */
  verifyAgainstNothing(password: string, place?: Place): Promise<{ matches: boolean } | Overloaded>
  /**
   * A place in the line for one verification or more, taken before anything is counted or looked up: who is turned away
   * has cost nothing, and no try. Left when all is done.
   */
  admit: HashPool['admit']
  /** Whether a hash that has just matched should be made again: older key or weaker parameters. */
  needsRehash(stored: string): boolean
  /**
   * The 32 bytes that argon2id (version 1.3) makes of a passphrase, for a file that opens wherever the passphrase is
   * known: no key of this deployment is in it. Runs in its turn at a place that was taken before.
   */
  deriveFileKey(passphrase: string, made: { salt: Buffer; strength: HashStrength }, place: Place): Promise<Buffer>
  load: HashPool['load']
}

/** How much work one argon2id hash is: KiB of memory, passes, lanes. */
export type HashStrength = { memoryCost: number; timeCost: number; parallelism: number }

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
export const owaspStrength: HashStrength = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
const waitingMax = 64

/** HMAC-SHA256 of the NFC text (NIST SP 800-63B-4, 3.1.1.2), with a key that is not in the database. */
const peppered = (keys: Keys, keyId: string, password: string): string =>
  createHmac('sha256', keys.derive('password-pepper', keyId)).update(password.normalize('NFC')).digest('base64url')

const split = (stored: string): { keyId: string; phc: string } => {
  const at = stored.indexOf('$')
  return { keyId: stored.slice(0, Math.max(at, 0)), phc: stored.slice(Math.max(at, 0)) }
}

const optionsOf = (phc: string): ParsedHashOptions | undefined => {
  try {
    return parseOptions(phc)
  } catch {
    return undefined
  }
}

const base64 = (bytes: number): string => randomBytes(bytes).toString('base64').replace(/=+$/, '')

/**
 * Password hashing behind a bounded pool. One pool for a process: open it once.
 * @param limits for tests; by default all cores but one work and 64 wait
 * @param strength for tests that are not about hashing: each account has seven hashes
 */
export const openPasswords = (
  keys: Keys,
  limits = { atOnce: Math.max(1, availableParallelism() - 1), waitingMax },
  strength = owaspStrength,
): Passwords => {
  const pool = hashPool(limits)
  const { memoryCost, timeCost, parallelism } = strength
  const nobody = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${base64(16)}$${base64(32)}`
  const compare = (keyId: string, password: string, phc: string, place: Pick<HashPool, 'run'> | Place = pool) =>
    place.run(async () => ({ matches: await verify(phc, peppered(keys, keyId, password)) }))
  return {
    async hashPassword(password) {
      const phc = await pool.run(() => hash(peppered(keys, keys.currentId, password), strength))
      return phc === overloaded ? overloaded : { hash: keys.currentId + phc }
    },
    async verifyPassword(password, stored, place) {
      const { keyId, phc } = split(stored)
      return keys.ids.includes(keyId) && optionsOf(phc) ? compare(keyId, password, phc, place) : { matches: false }
    },
    verifyAgainstNothing: (password, place) => compare(keys.currentId, password, nobody, place),
    admit: pool.admit,
    needsRehash(stored) {
      const { keyId, phc } = split(stored)
      const made = optionsOf(phc)
      return keyId !== keys.currentId || !made || made.memoryCost < memoryCost || made.timeCost < timeCost
    },
    deriveFileKey: (passphrase, { salt, strength: work }, place) =>
      place.run(() => hashRaw(passphrase.normalize('NFC'), { ...work, salt, outputLen: 32 })),
    load: pool.load,
  }
}
