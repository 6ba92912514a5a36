import { createHmac } from 'node:crypto'
import { sameSecret } from './keyed-hash.ts'
import type { Keys } from './keys.ts'

/**
 * The challenge a code belongs to. `keyId` is the key that was current when the challenge was made (`keys.currentId`,
 * kept in its row), so that a rotation does not kill a code on its way.
 */
export type CodeChallenge = { challengeId: string; sendNumber: number; keyId?: string }

/** The largest multiple of a million that 32 bits hold. */
const fairBelow = 4_294_000_000

/**
 * Six digits out of 32 random bits, every code equally likely: a word in the uneven rest gives none, and the next is
 * drawn.
 */
export const codeOfWord = (word: number): string | undefined =>
  word < fairBelow ? String(word % 1_000_000).padStart(6, '0') : undefined

/**
 * The Secure One-time Password of one send: six digits, derived with a key and never stored. Another send of the same
 * challenge has another code.
 */
export const oneTimeCode = (keys: Keys, { challengeId, sendNumber, keyId }: CodeChallenge): string => {
  const key = keys.derive('one-time-code', keyId)
  for (let draw = 0; ; draw += 1) {
    const digest = createHmac('sha256', key)
      .update(JSON.stringify([challengeId, sendNumber, draw]))
      .digest()
    const code = codeOfWord(digest.readUInt32BE(0))
    if (code) return code
  }
}

/** Whether what was typed is the code; spaces and dashes are forgiven. False for anything else, never throws. */
export const isOneTimeCode = (keys: Keys, challenge: CodeChallenge, typed: string): boolean => {
  const digits = typed.length > 40 ? '' : typed.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}]/gu, '')
  return sameSecret(oneTimeCode(keys, challenge), digits)
}
