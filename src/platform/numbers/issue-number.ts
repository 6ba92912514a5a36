import { ff1 } from './ff1.ts'

/** Turns a running sequence into numbers of the same length that show no pattern. */
export type Permutation = {
  /** The first value of the sequence: the smallest number of this length that does not start with 0. */
  readonly first: bigint
  readonly last: bigint
  /** @throws {RangeError} when the sequence is outside first…last */
  at(sequence: bigint): string
  /** The place in the sequence of a number this permutation made. */
  sequenceOf(digits: string): bigint
}

/**
 * FF1 (NIST SP 800-38G) over decimal numbers of `length` digits, walked on while the first digit is 0. The sequence
 * has no leading 0 either, so what goes in and what comes out share one domain and the walk stays a permutation of it.
 * @param key AES key that is never rotated
 * @param length 4 to 12 digits, 6 or more for numbers that are given out
 */
export const permutation = (key: Uint8Array, length: number): Permutation => {
  const { encrypt, decrypt } = ff1(key, length)
  const first = 10n ** BigInt(length - 1)
  const last = first * 10n - 1n
  const walk = (step: (digits: string) => string, from: string): string => {
    let digits = step(from)
    while (digits.startsWith('0')) digits = step(digits)
    return digits
  }
  const within = (value: bigint): string => {
    if (value < first || value > last) throw new RangeError(`outside the ${length} digits that start with no 0`)
    return String(value)
  }
  return {
    first,
    last,
    at: (sequence) => walk(encrypt, within(sequence)),
    sequenceOf: (digits) => BigInt(walk(decrypt, within(BigInt(digits)))),
  }
}
