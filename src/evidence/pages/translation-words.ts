import { type AgencyPack, agencyText, type TranslationRules } from '../../agency/index.ts'
import { languageName, type Text } from '../../platform/i18n/text.ts'
import { anotherLanguage, type FileDescription } from '../description/description.ts'
import type { Uncertified } from '../translation/translation.ts'

type Words = { t: Text; agency: AgencyPack }

/** One of what a translator certifies, as a sentence; one that the pack does not name any more is shown by its id. */
export const certifiedWords = ({ t, agency }: Words, id: string): string =>
  agency.text(t.language, 'agency', `translation.certifies.${id}`) === undefined ? id : agencyText(agency, t, 'agency', `translation.certifies.${id}`)

/** “English”, or “English or French”: what the agency reads. */
export const intoWords = (t: Text, { into }: TranslationRules): string =>
  new Intl.ListFormat(t.language, { type: 'disjunction' }).format(into.map((language) => languageName(t, language)))

/** What a document in such a language needs. */
export function askedWords(t: Text, rules: TranslationRules, description: FileDescription | null): string {
  const into = intoWords(t, rules)
  const language = description?.language
  return language && language !== anotherLanguage && !rules.into.includes(language)
    ? t('evidence.translation.asked', { language: languageName(t, language), into })
    : t('evidence.translation.asked-other', { into })
}

/** What is not said yet of a translation. */
export function lackingWords(words: Words, { translator, certified }: Uncertified): string {
  const { t } = words
  if (translator) return t(certified.length > 0 ? 'evidence.translation.lacks-both' : 'evidence.translation.lacks-translator')
  return certified.map((id) => t('evidence.translation.lacks', { certified: certifiedWords(words, id) })).join(' ')
}

/** What becomes of a document without one, in the agency's words. */
export const otherwiseWords = ({ t, agency }: Words): string => agencyText(agency, t, 'agency', 'translation.otherwise')

/** What a translator can write and sign. */
export const exampleWords = ({ t, agency }: Words): string => agencyText(agency, t, 'agency', 'translation.example')
