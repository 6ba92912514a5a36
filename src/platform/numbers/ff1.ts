import { type Cipheriv, createCipheriv } from 'node:crypto'

/** Format-preserving encryption of decimal numbers of one length: one to one, and the same for ever under one key. */
export type Ff1 = { encrypt(digits: string): string; decrypt(digits: string): string }

const rounds = 10

/** The first 64 bits of a block, as one number, modulo a modulus of at most a million. */
const remainder = (block: Buffer, modulus: number): number =>
  ((block.readUInt32BE(0) % modulus) * 2 ** 32 + block.readUInt32BE(4)) % modulus

/**
 * FF1 of NIST SP 800-38G with AES, radix 10 and an empty tweak, for numbers of 4 to 12 digits. Halves of at most six
 * digits keep every step within a JavaScript number, so no round needs a bigint: three times faster than a general FF1,
 * against which the test compares it.
 * @param key 16 or 32 bytes
 * @param length digits; what guards something needs 6 or more, a domain of a million (SP 800-38G rev. 1)
 */
export const ff1 = (key: Uint8Array, length: number): Ff1 => {
  if (length < 4 || length > 12) throw new RangeError('FF1 here takes 4 to 12 digits')
  // FF1's pseudo-random function is the last block of CBC from a zero vector; two blocks need no more than ECB.
  const aes: Cipheriv = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  const left = Math.floor(length / 2)
  const right = length - left
  const bytes = Math.ceil(Math.ceil(right * Math.log2(10)) / 8)
  const modulus = [10 ** left, 10 ** right] as const
  // P: version 1, method 2, addition 1, radix 10, ten rounds, length of the left half, length, no tweak.
  const start = aes.update(Buffer.from([1, 2, 1, 0, 0, 10, rounds, left, 0, 0, 0, length, 0, 0, 0, 0]))
  const round = (number: number, half: number): number => {
    const block = Buffer.alloc(16)
    block[15 - bytes] = number
    block.writeUIntBE(half, 16 - bytes, bytes)
    for (let at = 0; at < 16; at += 1) block[at] = (block[at] ?? 0) ^ (start[at] ?? 0)
    return remainder(aes.update(block), modulus[number % 2 === 0 ? 0 : 1])
  }
  const halves = (digits: string): [number, number] => [Number(digits.slice(0, left)), Number(digits.slice(left))]
  const joined = (a: number, b: number): string => String(a).padStart(left, '0') + String(b).padStart(right, '0')
  return {
    encrypt(digits) {
      let [a, b] = halves(digits)
      for (let i = 0; i < rounds; i += 1) [a, b] = [b, (a + round(i, b)) % modulus[i % 2 === 0 ? 0 : 1]]
      return joined(a, b)
    },
    decrypt(digits) {
      let [a, b] = halves(digits)
      for (let i = rounds - 1; i >= 0; i -= 1) {
        const m = modulus[i % 2 === 0 ? 0 : 1]
        ;[a, b] = [(b - round(i, a) + m) % m, a]
      }
      return joined(a, b)
    },
  }
}
