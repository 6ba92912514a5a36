import { IntlMessageFormat } from 'intl-messageformat'
import messages from '../../messages/en/cashier.json' with { type: 'json' }

export type MessageKey = keyof typeof messages
export const language = 'en'

/** The cashier's words for a key, with its values put in. */
export function say(key: MessageKey, values: Record<string, string | number> = {}): string {
  return String(new IntlMessageFormat(messages[key], language).format(values))
}

/** Cents as money, such as $465.00. `currency` is an ISO 4217 code. */
export function money(amountCents: number, currency: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amountCents / 100)
}
