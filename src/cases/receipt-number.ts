import type { Keys } from '../platform/crypto/keys.ts'
import { dammDigit } from '../platform/numbers/damm.ts'
import { type Permutation, permutation } from '../platform/numbers/issue-number.ts'
import { asTyped } from '../platform/numbers/typed.ts'

export type ReceiptNumberError =
  | 'not-a-receipt-number'
  | 'unknown-prefix'
  | 'looks-like-online-account-number'
  | 'looks-like-a-number'

/** The prefix of what is received electronically, and of every number issued here. */
export const issuedPrefix = 'IOE'

/** The prefixes of the agency's offices; a pack adds its own. */
export const knownReceiptPrefixes: readonly string[] = ['IOE', 'EAC', 'WAC', 'LIN', 'SRC', 'MSC', 'NBC', 'YSC']

/** The first value of the database sequence behind the numbers, and the last it may reach. */
export const receiptSequence = { first: 100_000_000n, last: 999_999_999n }

const permutations = new WeakMap<Keys, Permutation>()

const permutationOf = (keys: Keys): Permutation => {
  const known = permutations.get(keys) ?? permutation(keys.numberKey('receipt-number'), 9)
  permutations.set(keys, known)
  return known
}

/**
 * The receipt number of one place in the sequence. A number that exists already (it came on paper from elsewhere) is
 * skipped by the caller: take the next place.
 * @param sequence 100,000,000 to 999,999,999
 * @returns `IOE`, nine digits of which the first is not 0, and a check digit
 * @throws {RangeError} outside the sequence
 */
export const issueReceiptNumber = (keys: Keys, sequence: bigint): string => {
  const digits = permutationOf(keys).at(sequence)
  return issuedPrefix + digits + dammDigit(digits)
}

/**
 * Reads a typed receipt number: any case, spaces, dashes and asterisks. The check digit is never asked of it, because
 * numbers that came from elsewhere have none. Never throws.
 * @param prefixes the prefixes known here
 * @returns three capitals and ten digits
 */
export const parseReceiptNumber = (
  typed: string,
  prefixes: readonly string[] = knownReceiptPrefixes,
): { ok: true; number: string } | { ok: false; error: ReceiptNumberError } => {
  const text = asTyped(typed).replaceAll('*', '')
  if (/^[0-9]{12}$/.test(text)) return { ok: false, error: 'looks-like-online-account-number' }
  if (/^A[0-9]{7,9}$/.test(text)) return { ok: false, error: 'looks-like-a-number' }
  if (!/^[A-Z]{3}[0-9]{10}$/.test(text)) return { ok: false, error: 'not-a-receipt-number' }
  if (!prefixes.includes(text.slice(0, 3))) return { ok: false, error: 'unknown-prefix' }
  return { ok: true, number: text }
}

/** The number as it is shown: in one piece, as on the agency's own notices. */
export const showReceiptNumber = (number: string): string => number

/** The last four digits, for mails that may name no case in full. */
export const receiptNumberEnding = (number: string): string => number.slice(-4)
