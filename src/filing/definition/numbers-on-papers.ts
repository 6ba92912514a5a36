import { dammFits } from '../../platform/numbers/damm.ts'
import { asTyped } from '../../platform/numbers/typed.ts'

export type PaperNumber = 'a-number' | 'receipt-number' | 'online-account-number'

const withoutSeparators = (text: string) => asTyped(text).replaceAll('*', '')

/** An A-Number as nine digits: `A` and seven to nine digits, the `A` forgiven; undefined when it is none. */
export function readANumber(text: string): string | undefined {
  const found = /^A?#?(\d{7,9})$/.exec(withoutSeparators(text))
  return found?.[1]?.padStart(9, '0')
}

/** A receipt number as three letters and ten digits. Its check digit is not asked: numbers from elsewhere have none. */
export function readReceiptNumber(text: string): string | undefined {
  const plain = withoutSeparators(text)
  return /^[A-Z]{3}\d{10}$/.test(plain) ? plain : undefined
}

/** An Online Account Number as twelve digits; undefined when it is none or its check digit does not fit. */
export function readOnlineAccountNumber(text: string): string | undefined {
  const plain = withoutSeparators(text)
  return /^[1-9]\d{11}$/.test(plain) && dammFits(plain) ? plain : undefined
}

const looksLike: readonly (readonly [PaperNumber, RegExp])[] = [
  ['receipt-number', /^[A-Z]{3}\d{10}$/],
  ['online-account-number', /^\d{12}$/],
  ['a-number', /^A\d{7,9}$/],
]

/** Which of the numbers on the agency's papers a text looks like, so that the wrong one can be named. */
export function paperNumberLike(text: string): PaperNumber | undefined {
  const plain = withoutSeparators(text)
  return looksLike.find(([, pattern]) => pattern.test(plain))?.[0]
}
