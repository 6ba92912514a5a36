import type { AgencyPack } from '../../agency/index.ts'
import type { Day, FormDefinition } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'
import { type GradedText, gradedTexts } from '../definition/reading-grade.ts'
import { ruleCoverage } from '../journey/rule-coverage.ts'
import { faultsIn } from '../journey/faults.ts'
import { type FilledPage, scenarioFiles, scenarioPages } from '../journey/scenario-pages.ts'
import { definitionOf, languageOfText, newestEdition, textsOfEdition } from './forms.ts'

/** Every edition of every form that the pack defines, or of one form. */
const published = (agency: AgencyPack, only?: string): readonly FormDefinition[] =>
  [...agency.definitions].flatMap(([form, editions]) => (only === undefined || form === only ? ([...editions.values()] as FormDefinition[]) : []))

/** What is wrong with the pack's forms, or one of them, as sentences, each in front the form and edition; none for sound ones. */
export function formFaults(agency: AgencyPack, today: Day, only?: string): string[] {
  const feeCodes = new Set(agency.fees.map(({ code }) => code))
  const faults = published(agency, only).flatMap((definition) =>
    agency.languages.flatMap((language) =>
      faultsIn(definition, textsOfEdition(agency, language, definition.form, definition.edition), { today, feeCodes }).map(
        (fault) => `${definition.form} ${definition.edition}, ${language}: ${fault}`,
      ),
    ),
  )
  return [...faults, ...untranslated(agency, only), ...readingFaults(formMeasures(agency, only))]
}

/** Forms that a language of the pack has in part only, where English stands in: a sentence for each. */
const untranslated = (agency: AgencyPack, only?: string): string[] =>
  published(agency, only).flatMap(({ form, edition }) =>
    agency.languages.flatMap((language) => {
      const keys = Object.keys(textsOfEdition(agency, 'en', form, edition))
      const [first, ...more] = keys.filter((key) => languageOfText(agency, language, form, edition, key) !== language)
      return first ? [`${form} ${edition}, ${language}: no text of its own for ${first} and ${more.length} more`] : []
    }),
  )

/** Fewer of a form's rules than this, broken by nobody near its described people, is a form that nothing shows to be right. */
const rulesTriedLeast = 0.9

/** How many of each form's rules somebody near a described person breaks, and which ones nobody does. */
export type RulesTried = { readonly form: string; readonly edition: Day; readonly broken: number; readonly never: readonly string[]; readonly enough: boolean }

/** Takes seconds for all forms of a pack: for who writes them, never for a request. */
export const rulesTried = (agency: AgencyPack, today: Day, only?: string): readonly RulesTried[] =>
  published(agency, only).map((definition) => {
    const { broken, never } = ruleCoverage(definition, today)
    const enough = broken.length >= rulesTriedLeast * definition.rules.length
    return { form: definition.form, edition: definition.edition, broken: broken.length, never, enough }
  })

/** A described person for acceptance scripts: pages to fill by the words on them, and the files they bring. */
export type ScenarioPerson = {
  readonly name: string
  readonly pages: readonly FilledPage[]
  readonly files: { readonly [label: string]: string }
  /** Only on people of a form that is defined and not filed here: their pages are there to check it, and nobody can start it. */
  readonly filedHere?: false
}

/** The scenario people of a form's newest edition, in English; undefined for a form that the pack does not define. */
export function scenariosOf(agency: AgencyPack, form: string, today: Day): readonly ScenarioPerson[] | undefined {
  const edition = [...(agency.definitions.get(form)?.keys() ?? [])].toSorted().at(-1)
  if (!edition) return undefined
  const mark = newestEdition(agency, form) === undefined ? ({ filedHere: false } as const) : {}
  const definition = definitionOf(agency, form, edition)
  const texts = agency.textsOf('en', form)
  return definition.scenarios.map((scenario) => ({
    name: scenario.name,
    ...mark,
    pages: scenarioPages(definition, texts, scenario, today),
    files: scenarioFiles(texts, scenario),
  }))
}

/** How large an edition of a form is, and how hard its English words are to read. */
export type FormMeasure = {
  readonly form: string
  readonly edition: Day
  readonly questions: number
  readonly pages: number
  readonly rules: number
  readonly evidence: number
  readonly people: number
  /** Over the texts that have a grade. */
  readonly meanGrade: number
  readonly texts: readonly GradedText[]
}

export const formMeasures = (agency: AgencyPack, only?: string): readonly FormMeasure[] =>
  published(agency, only).map((definition) => {
    const texts = gradedTexts(textsOfEdition(agency, 'en', definition.form, definition.edition))
    return {
      form: definition.form,
      edition: definition.edition,
      questions: questionsOf(definition).length,
      pages: definition.parts.flatMap(({ pages }) => pages).length,
      rules: definition.rules.length,
      evidence: definition.evidence.length,
      people: definition.scenarios.length,
      meanGrade: texts.reduce((sum, { grade }) => sum + grade, 0) / Math.max(1, texts.length),
      texts,
    }
  })

/** A form reads as plainly as the product does (grade 8 or below), taken over all its longer texts. */
const gradeMost = 8

/** No single text is harder than the last class of a secondary school reads: else it is two sentences, or a list. */
const textGradeMost = 12

/** The agency’s name of a form is not ours to shorten. */
const named = new Set(['form.title'])

/** What is harder to read than it may be, as sentences: a form as a whole, and each text for itself. */
export const readingFaults = (measures: readonly FormMeasure[]): string[] =>
  measures.flatMap(({ form, edition, meanGrade, texts }) => {
    const hard = texts.filter(({ key, grade }) => grade > textGradeMost && !named.has(key))
    return [
      ...(meanGrade > gradeMost ? [`${form} ${edition}, en: its words are read at grade ${meanGrade.toFixed(1)}.`] : []),
      ...hard.map(({ key, grade }) => `${form} ${edition}, en: the text ${key} is read at grade ${grade.toFixed(1)}.`),
    ]
  })
