import type { Keys } from '../platform/crypto/keys.ts'
import { dammDigit, dammFits } from '../platform/numbers/damm.ts'
import { type Permutation, permutation } from '../platform/numbers/issue-number.ts'
import { asTyped } from '../platform/numbers/typed.ts'

export type OnlineAccountNumberError =
  | 'not-a-number'
  | 'wrong-length'
  | 'check-digit'
  | 'looks-like-receipt'
  | 'looks-like-a-number'

const permutations = new WeakMap<Keys, Permutation>()

const permutationOf = (keys: Keys): Permutation => {
  const known = permutations.get(keys) ?? permutation(keys.numberKey('online-account-number'), 11)
  permutations.set(keys, known)
  return known
}

/** The first value of the database sequence behind the numbers, and the last it may reach. */
export const onlineAccountSequence = { first: 10_000_000_000n, last: 99_999_999_999n }

/**
 * The Online Account Number of one place in the sequence: 11 digits that show no pattern and a check digit.
 * @param sequence 10,000,000,000 to 99,999,999,999
 * @returns 12 digits, the first not 0
 * @throws {RangeError} outside the sequence
 */
export const issueOnlineAccountNumber = (keys: Keys, sequence: bigint): string => {
  const digits = permutationOf(keys).at(sequence)
  return digits + dammDigit(digits)
}

/**
 * Reads a typed Online Account Number; spaces and dashes are welcome. A number of another kind is recognised, so that
 * the page can say which one it is. Never throws.
 */
export const parseOnlineAccountNumber = (
  typed: string,
): { ok: true; number: string } | { ok: false; error: OnlineAccountNumberError } => {
  const text = asTyped(typed)
  if (/^[A-Z]{3}[0-9*]{10,}$/.test(text)) return { ok: false, error: 'looks-like-receipt' }
  if (/^A[0-9]{7,9}$/.test(text)) return { ok: false, error: 'looks-like-a-number' }
  if (!/^[0-9]+$/.test(text)) return { ok: false, error: 'not-a-number' }
  if (text.length !== 12) return { ok: false, error: 'wrong-length' }
  if (text.startsWith('0') || !dammFits(text)) return { ok: false, error: 'check-digit' }
  return { ok: true, number: text }
}

/** The number in three groups of four: `4821 0937 5523`. */
export const showOnlineAccountNumber = (number: string): string =>
  [number.slice(0, 4), number.slice(4, 8), number.slice(8)].join(' ')
