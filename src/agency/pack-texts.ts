import { messagesLacking } from '../platform/i18n/text.ts'
import type { AgencyPack } from './pack.ts'

export type TextFiles = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A pack's texts by language, then by file. */
export type PackTexts = Readonly<Record<string, TextFiles>>

/** Texts read in a language, English standing in text by text; and which language each is really in. */
export function textsWithEnglish(texts: PackTexts): Pick<AgencyPack, 'text' | 'textsOf' | 'languageOf'> {
  const english = texts.en ?? {}
  const whole = new Map(
    Object.entries(texts).map(([language, files]) => [
      language,
      new Map(Object.keys({ ...english, ...files }).map((file) => [file, { ...english[file], ...files[file] }])),
    ]),
  )
  const textsOf = (language: string, file: string) => whole.get(language)?.get(file) ?? english[file] ?? {}
  return {
    textsOf,
    text: (language, file, key) => textsOf(language, file)[key],
    languageOf: (language, file, key) => (texts[language]?.[file]?.[key] === undefined ? 'en' : language),
  }
}

/** The texts that English has and a language lacks: `file/key`. */
export const textsLacking = (texts: PackTexts, language: string): string[] =>
  Object.entries(texts.en ?? {}).flatMap(([file, words]) =>
    Object.keys(words)
      .filter((key) => texts[language]?.[file]?.[key] === undefined)
      .map((key) => `${file}/${key}`),
  )

/** Why a language cannot be the one of record, as the end of a sentence; null: it can. What binds must all be there. */
export function recordFault(texts: PackTexts, language: string | undefined): string | null {
  if (language === undefined || !texts[language]) return 'names no languageOfRecord out of its languages'
  const [first, ...more] = [...messagesLacking(language), ...textsLacking(texts, language)]
  return first ? `has ${language} as its languageOfRecord, without a text of ${first} and ${more.length} more` : null
}
