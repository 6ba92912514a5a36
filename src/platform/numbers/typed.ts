const typedMax = 100

/** The ASCII digit of a decimal digit of any script: every script's ten digits stand in a row in Unicode. */
const asciiDigit = (digit: string): string => {
  let zero = digit.codePointAt(0) ?? 0
  const value = zero
  while (value - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(value - zero)
}

/**
 * A typed number or code made comparable: digits of any script become ASCII, letters capitals, and white space, dashes
 * and the invisible marks that pasting brings are dropped. Text of more than 100 characters comes back as `?`.
 */
export const asTyped = (typed: string): string => {
  if (typed.length > typedMax) return '?'
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, asciiDigit)
    .toUpperCase()
}
