import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { accessCodeShape, newCode, parseCode } from '../../platform/numbers/crockford.ts'

/** How long an Online Access Code works, and when its holder is reminded of it. */
export const accessCodeDays = { works: 90, reminded: 75 }

const purpose = 'online-access-code'

/** A fresh code, as it is printed without its dashes. */
export const newAccessCode = (): string => newCode(accessCodeShape)

/** 60 random bits need no password's hash: the keyed one is enough, and is what a case looks its notice up by. */
export const accessCodeHash = (keys: Keys, code: string): string => keyedHash(keys, purpose, code)

/** The hashes a typed code may be kept under; null where it cannot be a code. */
export function accessCodeHashes(keys: Keys, typed: string): string[] | null {
  const read = parseCode(typed, accessCodeShape)
  return read.ok ? hashCandidates(keys, purpose, read.code) : null
}
