import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { accessCodeShape, parseCode } from '../../platform/numbers/crockford.ts'

const purpose = 'representative-passcode'

/** The hashes that a typed passcode may be kept under. What cannot be one is looked up all the same, under a hash that none has. */
export function passcodeHashes(keys: Keys, typed: string): Buffer[] {
  const read = parseCode(typed, accessCodeShape)
  return (read.ok ? hashCandidates(keys, purpose, read.code) : ['none']).map((hash) => Buffer.from(hash))
}
