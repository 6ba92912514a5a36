/** Damm's totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004). */
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
].map((row) => Array.from(row, Number))

/** The check digit of a text of ASCII digits: it catches every wrong digit and every swap of neighbours. */
export const dammDigit = (digits: string): string => {
  let interim = 0
  for (const digit of digits) interim = table[interim]?.[Number(digit)] ?? 0
  return String(interim)
}

/** Whether the last digit is the check digit of those before it. */
export const dammFits = (digits: string): boolean => dammDigit(digits) === '0'
