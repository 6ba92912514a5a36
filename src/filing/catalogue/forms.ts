import type { AgencyPack, FormEntry } from '../../agency/index.ts'
import { isPseudo } from '../../platform/i18n/pseudo.ts'
import type { Text } from '../../platform/i18n/text.ts'
import type { Day, FormDefinition, Texts } from '../definition/definition.ts'

/** The catalogue's entry of a form, by its code in lower case. */
export const findForm = (agency: AgencyPack, form: string): FormEntry | undefined =>
  agency.forms.find(({ code }) => code === form)

/** An edition of a form as the pack defines it. Throws when it does not: a draft's edition must stay in the pack. */
export function definitionOf(agency: AgencyPack, form: string, edition: Day): FormDefinition {
  const definition = agency.definitions.get(form)?.get(edition)
  if (!definition) throw new Error(`The agency pack has no edition ${edition} of form ${form}`)
  return definition as FormDefinition
}

/** The edition that a draft started today is filed on, or undefined for a form that is not filed here. */
export const newestEdition = (agency: AgencyPack, form: string): Day | undefined =>
  findForm(agency, form)?.here ? newestDefined(agency, form) : undefined

/** The newest edition of a form that the pack defines, whether or not it is filed here from the catalogue. */
export const newestDefined = (agency: AgencyPack, form: string): Day | undefined => [...(agency.definitions.get(form)?.keys() ?? [])].toSorted().at(-1)

/** The editions of a form that a draft of this one moves through to the newest, the oldest first; none: it is the newest. */
export const editionsAfter = (agency: AgencyPack, form: string, edition: Day): readonly FormDefinition[] =>
  [...(agency.definitions.get(form)?.keys() ?? [])]
    .filter((day) => day > edition)
    .toSorted()
    .map((day) => definitionOf(agency, form, day))

/** Whether a form of this edition is taken on a day. */
export const isTakenOn = ({ until }: FormDefinition, day: Day): boolean => until === undefined || day <= until

/** The words of one form in the reader's language. */
export type FormWords = {
  readonly t: Text
  readonly texts: Texts
  /** One of the form's texts; undefined when the form has no such words. */
  find(key: string): string | undefined
  /** The same for a text every form must have; throws when it is missing. */
  get(key: string): string
  /** The language that one of the form's texts is really in: English stands in for one that the reader's lacks. */
  languageOf(key: string): string
}

/**
 * The texts of an edition of a form. Those of the newest stand in `<form>.json`; an earlier edition that reads otherwise
 * keeps its own in `<form>-<edition>.json`.
 */
export const textsOfEdition = (agency: AgencyPack, language: string, form: string, edition: Day | undefined): Texts =>
  agency.textsOf(language, fileOfEdition(agency, form, edition))

function fileOfEdition(agency: AgencyPack, form: string, edition: Day | undefined): string {
  const own = `${form}-${edition}`
  return edition !== undefined && Object.keys(agency.textsOf('en', own)).length > 0 ? own : form
}

/** The language that a text of an edition is really in, for a reader of this one. */
export const languageOfText = (agency: AgencyPack, language: string, form: string, edition: Day | undefined, key: string): string =>
  agency.languageOf(language, fileOfEdition(agency, form, edition), key)

/** The words of a form that is filed here; of the newest edition unless another is named. */
export function formWords(agency: AgencyPack, t: Text, form: string, edition?: Day): FormWords {
  const texts = textsOfEdition(agency, t.language, form, edition)
  const find = (key: string) => (texts[key] === undefined ? undefined : t.source(texts[key]))
  const get = (key: string) => {
    const found = find(key)
    if (found === undefined) throw new Error(`The agency pack has no text ${form}/${key}`)
    return found
  }
  const languageOf = (key: string) => (isPseudo(t.language) ? t.language : languageOfText(agency, t.language, form, edition, key))
  return { t, texts, find, get, languageOf }
}
