/** The accounts this cashier knows, all at one bank that does not exist. A real account is never debited. */
export type BankOutcome = 'sure' | 'returned' | 'returned-late'

export const testRoutingNumber = '110000000'

export const testAccounts: readonly { number: string; outcome: BankOutcome }[] = [
  { number: '100020003000', outcome: 'sure' },
  { number: '100020003002', outcome: 'returned' },
  { number: '100020003009', outcome: 'returned-late' },
]

export const bankOutcomeOf = (accountNumber: string): BankOutcome | undefined =>
  testAccounts.find(({ number }) => number === accountNumber)?.outcome

/** The check digit of a routing number (American Bankers Association): weights 3, 7, 1 over its nine digits. */
export function hasValidRoutingDigit(routingNumber: string): boolean {
  const sum = [...routingNumber].reduce((all, digit, place) => all + Number(digit) * ([3, 7, 1][place % 3] ?? 0), 0)
  return sum % 10 === 0
}
