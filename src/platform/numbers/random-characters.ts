import { randomBytes } from 'node:crypto'

/** `count` random characters of an alphabet whose size divides 256, so that taking the remainder is unbiased. */
export const randomCharacters = (alphabet: string, count: number): string => {
  if (256 % alphabet.length !== 0) throw new RangeError('the size of the alphabet must divide 256')
  return Array.from(randomBytes(count), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}
