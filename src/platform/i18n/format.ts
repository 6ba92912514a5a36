import { IntlMessageFormat } from 'intl-messageformat'
import { pseudoOf } from './pseudo.ts'

export type MessageValue = string | number

const compiled = new Map<string, IntlMessageFormat>()

function compile(language: string, source: string): IntlMessageFormat {
  const cacheKey = `${language} ${source}`
  const known = compiled.get(cacheKey)
  if (known) return known
  const pseudo = pseudoOf(language)
  const plain = new IntlMessageFormat(source, localeOf(language))
  const made = pseudo ? new IntlMessageFormat(pseudo(plain.getAst()), localeOf(language)) : plain
  compiled.set(cacheKey, made)
  return made
}

/** The locale that plurals and dates follow; the pseudo-languages follow those of the language they stand for. */
export function localeOf(language: string): string {
  if (language === 'en-XA') return 'en'
  return language === 'ar-XB' ? 'ar-u-nu-latn' : language
}

/** Formats one ICU message; a source without placeholders costs a map look-up only. */
export function formatMessage(language: string, source: string, values: Record<string, unknown> = {}): unknown {
  return compile(language, source).format(values as Record<string, string>)
}
