import { createHash } from 'node:crypto'
import type { AgencyPack } from '../../agency/index.ts'

type Terms = Pick<AgencyPack, 'terms' | 'textsOf' | 'languages'>

/** The language the terms are shown in: a text is agreed to as it was read. */
export const termsLanguage = ({ languages }: Pick<AgencyPack, 'languages'>, language: string) => (languages.includes(language) ? language : 'en')

/** The pack's file with the text of a version; null for a version whose text the pack does not have. */
export function termsFile({ terms }: Pick<AgencyPack, 'terms'>, version: string): string | null {
  if (version === terms.version) return 'terms'
  return terms.earlier?.includes(version) ? `terms-${version}` : null
}

/** The words of a version in a language, by key; null where the pack has none. */
export function termsWords(agency: Terms, version: string, language: string): Readonly<Record<string, string>> | null {
  const file = termsFile(agency, version)
  return file ? agency.textsOf(language, file) : null
}

/** SHA-256 in hex over every word of the text: shows later whether what is kept is what was agreed to. */
export function termsHash(words: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(words).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}
