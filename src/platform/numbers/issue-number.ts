import { FF1 } from '@noble/ciphers/ff1.js'

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

const digitsOf = (text: string): number[] => Array.from(text, Number)

/**
 * FF1 (NIST SP 800-38G) over decimal numbers of `length` digits, walked on while the first digit is 0. The sequence
 * has no leading 0 either, so what goes in and what comes out share one domain and the walk stays a permutation of it.
 * @param key AES key that is never rotated
 * @param length digits, at least 6: FF1 asks for a domain of a million or more (SP 800-38G rev. 1)
 */
export const permutation = (key: Uint8Array, length: number): Permutation => {
  const ff1 = FF1(10, key)
  const first = 10n ** BigInt(length - 1)
  const last = first * 10n - 1n
  const walk = (step: (digits: number[]) => number[], from: string): string => {
    let digits = step(digitsOf(from))
    while (digits[0] === 0) digits = step(digits)
    return digits.join('')
  }
  const within = (value: bigint): string => {
    if (value < first || value > last) throw new RangeError(`outside the ${length} digits that start with no 0`)
    return String(value)
  }
  return {
    first,
    last,
    at: (sequence) => walk(ff1.encrypt, within(sequence)),
    sequenceOf: (digits) => BigInt(walk(ff1.decrypt, within(BigInt(digits)))),
  }
}
