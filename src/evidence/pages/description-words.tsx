import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { languageName, type Text } from '../../platform/i18n/text.ts'
import { type Choice, type Fact, FactsList } from '../../ui/index.ts'
import {
  anotherLanguage,
  expiryOf,
  type FileDescription,
  type SaidPart,
  saidParts,
} from '../description/description.ts'
import { certifiedWords } from './translation-words.ts'
import { Warned } from './warned.tsx'

type Words = { t: Text; agency: AgencyPack }

/** A kind that the pack does not name any more is shown by its id: what was submitted stays readable. */
export const kindName = ({ t, agency }: Words, kind: string): string =>
  agency.text(t.language, 'agency', `document-kind.${kind}`) === undefined ? kind : agencyText(agency, t, 'agency', `document-kind.${kind}`)

const languageWords = (t: Text, language: string): string =>
  language === anotherLanguage ? t('evidence.describe.another-language') : languageName(t, language)

export const kindChoices = (words: Words): Choice[] =>
  words.agency.documents.kinds.map((kind) => ({ value: kind, label: kindName(words, kind) }))

/** In the reader's alphabet; what is none of them stands last. */
export function languageChoices({ t, agency }: Words): Choice[] {
  const named = agency.documents.languages.map((language) => ({ value: language, label: languageName(t, language) }))
  const collator = new Intl.Collator(t.language)
  return [
    ...named.toSorted((one, other) => collator.compare(one.label, other.label)),
    { value: anotherLanguage, label: languageWords(t, anotherLanguage) },
  ]
}

const dayWords = (t: Text, day: string) => t.day(Temporal.PlainDate.from(day))

function partWords(words: Words, part: SaidPart, value: string): string {
  if (part === 'kind') return kindName(words, value)
  if (part === 'language') return languageWords(words.t, value)
  if (part === 'certified') return value.split(' ').map((id) => certifiedWords(words, id)).join(' ')
  if (part === 'translated') return words.t(value === 'in-this-file' ? 'evidence.translation.in-this-file' : 'evidence.translation.with-another-file')
  return part === 'issuedOn' || part === 'validUntil' ? dayWords(words.t, value) : value
}

export const partName = (t: Text, part: SaidPart): string => t(`evidence.described.${part}`)

/** What was said of a file, each part by its name, in plain text. */
export const descriptionFacts = (words: Words, description: FileDescription | null): readonly { name: string; value: string }[] =>
  saidParts.flatMap((part) => {
    const value = description?.[part]
    return value ? [{ name: partName(words.t, part), value: partWords(words, part, value) }] : []
  })

/** What a document whose day has passed, or will soon, is told of; null: nothing is to be told. */
export function expiryWords({ t, agency }: Words, description: FileDescription | null, today: Temporal.PlainDate): string | null {
  const expiry = expiryOf(description, today, agency.documents.expiresSoonDays)
  return expiry && t(`evidence.describe.${expiry}`, { day: dayWords(t, description?.validUntil ?? '') })
}

/** What its person says of a file. */
export function FileFacts({ description, ...words }: Words & { description: FileDescription | null }) {
  const facts: Fact[] = descriptionFacts(words, description).map(({ name, value }) => ({ name, value: <bdi>{value}</bdi> }))
  return facts.length > 0 ? <FactsList facts={facts} /> : null
}

/** The warning of a document that is over or soon will be; it keeps nobody from sending it. */
export function ExpiryWarning({ description, today, ...words }: Words & { description: FileDescription | null; today: Temporal.PlainDate }) {
  const warning = expiryWords(words, description, today)
  return warning ? <Warned words={warning} /> : null
}
