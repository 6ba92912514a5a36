import type { BankOutcome } from './bank-accounts.ts'
import type { CardOutcome } from './cards.ts'

/**
 * What a bank does by itself, one after the other, with the same time between: takes the money of a debit, sends it
 * back, or follows a cardholder who says that the charge is wrong.
 */
export type BankStep = 'take' | 'return' | 'dispute' | 'win' | 'lose'

export const stepsOfDebit: Record<BankOutcome, readonly BankStep[]> = {
  sure: ['take'],
  returned: ['return'],
  'returned-late': ['take', 'return'],
}

/** Begins once the card was charged. */
export const stepsOfCard: Partial<Record<CardOutcome, readonly BankStep[]>> = {
  'disputed-lost': ['dispute', 'lose'],
  'disputed-won': ['dispute', 'win'],
}
