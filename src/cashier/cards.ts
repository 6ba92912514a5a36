/** The numbers this cashier knows. A real card is never taken. */
export type CardOutcome = 'approved' | 'declined' | 'slow' | 'doubled' | 'disputed-lost' | 'disputed-won'

export const testCards: readonly { number: string; outcome: CardOutcome }[] = [
  { number: '4242424242424242', outcome: 'approved' },
  { number: '4000000000000002', outcome: 'declined' },
  { number: '4000000000000077', outcome: 'slow' },
  { number: '4000000000000259', outcome: 'doubled' },
  { number: '4000000000002685', outcome: 'disputed-lost' },
  { number: '4000000000001976', outcome: 'disputed-won' },
]

/** Digits in groups of four, as on a card. */
export function grouped(cardNumber: string): string {
  return cardNumber.replace(/(.{4})(?=.)/g, '$1 ')
}

export function outcomeOf(cardNumber: string): CardOutcome | undefined {
  return testCards.find((card) => card.number === cardNumber)?.outcome
}

/** The check digit of ISO/IEC 7812-1, annex B. */
export function hasValidCheckDigit(cardNumber: string): boolean {
  let sum = 0
  for (const [place, digit] of [...cardNumber].reverse().entries()) {
    const worth = place % 2 === 0 ? Number(digit) : Number(digit) * 2
    sum += worth > 9 ? worth - 9 : worth
  }
  return sum % 10 === 0
}
