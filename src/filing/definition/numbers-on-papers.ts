export type PaperNumber = 'a-number' | 'receipt-number' | 'online-account-number'

const withoutSeparators = (text: string) => text.toUpperCase().replace(/[\s*-]/g, '')

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

// H. Michael Damm's quasigroup of order 10: catches every wrong digit and every swap of neighbours.
const damm = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
  '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
]

/** An Online Account Number as twelve digits; undefined when it is none or its check digit does not fit. */
export function readOnlineAccountNumber(text: string): string | undefined {
  const plain = withoutSeparators(text)
  if (!/^[1-9]\d{11}$/.test(plain)) return undefined
  const rest = [...plain].reduce((row, digit) => Number(damm[row]?.[Number(digit)]), 0)
  return rest === 0 ? plain : undefined
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
