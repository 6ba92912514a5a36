import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'

export const language = 'en'

const file = new URL('../../messages/en/cashier.json', import.meta.url)
const messages: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))

/** The cashier's words for a key, with its values put in. Throws when there are none. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const words = messages[key]
  if (words === undefined) throw new Error(`The cashier has no words for ${key}.`)
  return String(new IntlMessageFormat(words, language).format(values))
}

/** Cents as money, such as $465.00. `currency` is an ISO 4217 code. */
export function money(amountCents: number, currency: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amountCents / 100)
}
