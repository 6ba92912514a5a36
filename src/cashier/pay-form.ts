import { type BankOutcome, bankOutcomeOf, hasValidRoutingDigit, testRoutingNumber } from './bank-accounts.ts'
import { type CardOutcome, hasValidCheckDigit, outcomeOf } from './cards.ts'

export type PayField = 'cardNumber' | 'expiry' | 'securityCode' | 'name' | 'routingNumber' | 'accountNumber' | 'accountName'
export type PayFormErrors = Partial<Record<PayField, string>>
/** What a second try may show again: never the card number nor its code (PCI DSS 4.0, 3.3 and 3.4), nor the account's. */
export type KeptValues = { expiry?: string; name?: string; routingNumber?: string; accountName?: string }
export type CardEntry = { last4: string; outcome: CardOutcome }
export type BankEntry = { outcome: BankOutcome }

const digitsMin = 12
const digitsMax = 19
const nameCharactersMax = 100
const yearsAheadMax = 20

function cardNumberError(digits: string): string | undefined {
  if (digits === '') return 'error.card-number.empty'
  if (!/^[0-9]+$/.test(digits)) return 'error.card-number.digits'
  if (digits.length < digitsMin || digits.length > digitsMax) return 'error.card-number.length'
  if (!hasValidCheckDigit(digits)) return 'error.card-number.mistyped'
  if (!outcomeOf(digits)) return 'error.card-number.not-a-test-card'
  return undefined
}

/** A card is good to the end of the month printed on it. */
function expiryError(text: string, today: Temporal.PlainDate): string | undefined {
  if (text === '') return 'error.expiry.empty'
  const [, month, year] = /^(\d{1,2})\s*[/-]\s*(\d{2}|\d{4})$/.exec(text) ?? /^(\d{2})\s?(\d{2})$/.exec(text) ?? []
  if (!month || !year) return 'error.expiry.form'
  if (Number(month) < 1 || Number(month) > 12) return 'error.expiry.month'
  const expires = Temporal.PlainYearMonth.from({ year: Number(year.padStart(4, '20')), month: Number(month) })
  const thisMonth = today.toPlainYearMonth()
  if (Temporal.PlainYearMonth.compare(expires, thisMonth) < 0) return 'error.expiry.past'
  if (expires.year > thisMonth.year + yearsAheadMax) return 'error.expiry.far'
  return undefined
}

function securityCodeError(text: string): string | undefined {
  if (text === '') return 'error.security-code.empty'
  return /^[0-9]{3,4}$/.test(text) ? undefined : 'error.security-code.length'
}

type NameErrors = { empty: string; long: string; characters: string }
const onCard: NameErrors = { empty: 'error.name.empty', long: 'error.name.long', characters: 'error.name.characters' }
const onAccount: NameErrors = {
  empty: 'error.account-name.empty',
  long: 'error.account-name.long',
  characters: 'error.account-name.characters',
}

function nameError(text: string, errors: NameErrors): string | undefined {
  if (text === '') return errors.empty
  if ([...text].length > nameCharactersMax) return errors.long
  return /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text) ? errors.characters : undefined
}

/**
 * Reads the posted card. Every error is a key of the cashier's messages; one is reported a field.
 * The card number leaves this function as four digits and what the test card does, nothing more.
 */
export function readPayForm(form: URLSearchParams, today: Temporal.PlainDate) {
  const text = (name: string) => (form.get(name) ?? '').trim()
  const digits = text('cardNumber').replace(/[\s-]/g, '')
  const found = {
    cardNumber: cardNumberError(digits),
    expiry: expiryError(text('expiry'), today),
    securityCode: securityCodeError(text('securityCode')),
    name: nameError(text('name'), onCard),
  }
  const errors = Object.fromEntries(Object.entries(found).filter(([, key]) => key)) as PayFormErrors
  const kept: KeptValues = { expiry: text('expiry').slice(0, 20), name: text('name').slice(0, nameCharactersMax) }
  const outcome = outcomeOf(digits)
  if (Object.keys(errors).length > 0 || !outcome) return { errors, kept }
  return { card: { last4: digits.slice(-4), outcome } satisfies CardEntry, errors, kept }
}

function routingNumberError(digits: string): string | undefined {
  if (digits === '') return 'error.routing-number.empty'
  if (!/^\d{9}$/.test(digits) || !hasValidRoutingDigit(digits)) return 'error.routing-number.form'
  return digits === testRoutingNumber ? undefined : 'error.routing-number.not-a-test-bank'
}

function accountNumberError(digits: string): string | undefined {
  if (digits === '') return 'error.account-number.empty'
  if (!/^\d{4,17}$/.test(digits)) return 'error.account-number.form'
  return bankOutcomeOf(digits) ? undefined : 'error.account-number.not-a-test-account'
}

/** Reads the posted bank account, as `readPayForm` reads a card. Its number does not leave this function. */
export function readBankForm(form: URLSearchParams) {
  const text = (name: string) => (form.get(name) ?? '').trim()
  const digits = (name: string) => text(name).replace(/[\s-]/g, '')
  const found = {
    routingNumber: routingNumberError(digits('routingNumber')),
    accountNumber: accountNumberError(digits('accountNumber')),
    accountName: nameError(text('accountName'), onAccount),
  }
  const errors = Object.fromEntries(Object.entries(found).filter(([, key]) => key)) as PayFormErrors
  const kept: KeptValues = {
    routingNumber: text('routingNumber').slice(0, 20),
    accountName: text('accountName').slice(0, nameCharactersMax),
  }
  const outcome = bankOutcomeOf(digits('accountNumber'))
  if (Object.keys(errors).length > 0 || !outcome) return { errors, kept }
  return { bank: { outcome } satisfies BankEntry, errors, kept }
}
