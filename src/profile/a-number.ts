import { asTyped } from '../platform/numbers/typed.ts'

export type ANumberError = 'not-an-a-number' | 'looks-like-receipt' | 'looks-like-online-account-number'

/**
 * Reads a typed A-Number: the letter A or none, and seven to nine digits, filled up to nine with zeros after the A, so
 * that the old short numbers and the new long form of the same number are one. Never throws.
 * @returns `A` and nine digits
 */
export const parseANumber = (typed: string): { ok: true; number: string } | { ok: false; error: ANumberError } => {
  const text = asTyped(typed).replace(/#/g, '')
  if (/^[A-Z]{3}[0-9*]{10,}$/.test(text)) return { ok: false, error: 'looks-like-receipt' }
  if (/^[0-9]{12}$/.test(text)) return { ok: false, error: 'looks-like-online-account-number' }
  const digits = /^A?([0-9]{7,9})$/.exec(text)?.[1]
  return digits ? { ok: true, number: `A${digits.padStart(9, '0')}` } : { ok: false, error: 'not-an-a-number' }
}

/** The number in groups of three: `A012-345-678`. */
export const showANumber = (number: string): string => number.replace(/^A(\d{3})(\d{3})(\d{3})$/, 'A$1-$2-$3')
