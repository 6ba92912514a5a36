/** Damm's totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004), row after row. */
const table = Uint8Array.from(
  '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790',
  Number,
)
const asciiZero = 48

/** The check digit of a text of ASCII digits: it catches every wrong digit and every swap of neighbours. */
export const dammDigit = (digits: string): string => {
  let interim = 0
  for (let at = 0; at < digits.length; at += 1) interim = table[interim * 10 + digits.charCodeAt(at) - asciiZero] ?? 0
  return String(interim)
}

/** Whether the last digit is the check digit of those before it. */
export const dammFits = (digits: string): boolean => dammDigit(digits) === '0'
