import { randomCharacters } from './random-characters.ts'
import { asTyped } from './typed.ts'

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or copied from paper survives. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** How long a kind of code is, without its check character, and whether it has one. */
export type CodeShape = { characters: number; check: boolean }

/** Online Access Code and representative passcode: 60 bits and a check character, `XXXX-XXXX-XXXX-X`. */
export const accessCodeShape: CodeShape = { characters: 12, check: true }
/** Two-step verification backup code: 80 bits, `XXXX-XXXX-XXXX-XXXX`. */
export const backupCodeShape: CodeShape = { characters: 16, check: false }
/** The code printed on a notice: 80 bits and a check character. */
export const documentCodeShape: CodeShape = { characters: 16, check: true }

export type CodeError = 'wrong-length' | 'not-a-code' | 'check-character'

/** Doubling in GF(32) with the primitive polynomial x⁵ + x² + 1. */
const double = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31

/**
 * A check character out of the same 32: the sum of the characters, each weighted by its own power of x in GF(32).
 * Up to 31 places have different weights, so every single wrong character and every swap of two is caught.
 */
export const checkCharacter = (code: string): string => {
  let sum = 0
  for (const character of code) sum = double(sum ^ crockfordAlphabet.indexOf(character))
  return crockfordAlphabet.charAt(sum)
}

/** A fresh random code as it is kept and hashed: capitals and digits, no dashes, its check character at the end. */
export const newCode = ({ characters, check }: CodeShape): string => {
  const code = randomCharacters(crockfordAlphabet, characters)
  return check ? code + checkCharacter(code) : code
}

/** A code in groups of four, joined by dashes. */
export const showCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/**
 * Reads a typed code: any case, O for 0, I and L for 1, spaces and dashes anywhere.
 * @returns the code as `newCode` makes it, or why it cannot be one; never throws
 */
export const parseCode = (
  typed: string,
  { characters, check }: CodeShape,
): { ok: true; code: string } | { ok: false; error: CodeError } => {
  const code = asTyped(typed).replaceAll('O', '0').replace(/[IL]/g, '1')
  if (/[^0-9A-HJKMNP-TV-Z]/.test(code)) return { ok: false, error: 'not-a-code' }
  if (code.length !== characters + Number(check)) return { ok: false, error: 'wrong-length' }
  if (check && checkCharacter(code.slice(0, -1)) !== code.at(-1)) return { ok: false, error: 'check-character' }
  return { ok: true, code }
}
