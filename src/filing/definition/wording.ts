import { countryName } from '../../profile/index.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import type { Day } from './condition.ts'
import type { Texts } from './definition.ts'

/** Words of the form (a key of its texts), or else of the product, or else the name of a country. */
export type Wording = { readonly form?: string; readonly product?: MessageKey; readonly country?: string }

/** A value inside words; a day is written in the reader's way. */
export type WordValue = string | number | { readonly day: Day }
export type WordValues = { readonly [name: string]: WordValue }

/** The words in the reader's language, or undefined when neither the form nor the product has them. */
export function wordsOf(say: Text, texts: Texts, wording: Wording, values: WordValues = {}): string | undefined {
  const source = wording.form === undefined ? undefined : texts[wording.form]
  if (source !== undefined) return say.source(source, plainValues(say, values))
  if (wording.product !== undefined) return say(wording.product, plainValues(say, values))
  return wording.country === undefined ? undefined : countryName(say.language, wording.country)
}

function plainValues(say: Text, values: WordValues): Record<string, string | number> {
  const plain = ([name, value]: [string, WordValue]) => [
    name,
    typeof value === 'object' ? say.day(Temporal.PlainDate.from(value.day)) : value,
  ]
  return Object.fromEntries(Object.entries(values).map(plain))
}
