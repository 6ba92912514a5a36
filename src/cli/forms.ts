import { loadAgency } from '../agency/index.ts'
import type { Config } from '../config.ts'
import { dayHere, formFaults, type FormMeasure, formMeasures, type RulesTried, rulesTried, type ScenarioPerson, scenariosOf } from '../filing/index.ts'
import { systemClock } from '../platform/clock.ts'

const measureLine = ({ form, edition, questions, pages, rules, evidence, people, meanGrade, texts }: FormMeasure) => {
  const size = `${questions} questions on ${pages} pages, ${rules} rules, ${evidence} documents, ${people} people`
  const [hardest] = texts
  const hard = hardest ? `, hardest ${hardest.grade.toFixed(1)} (${hardest.key})` : ''
  return `${form} ${edition}: ${size}; reading grade ${meanGrade.toFixed(1)}${hard}`
}

const fewRules = ({ form, edition, never }: RulesTried) =>
  `${form} ${edition}: too many rules are broken by nobody near a described person: ${never.join(', ')}.`

/** Forms of which too many rules are broken by nobody, as sentences. Takes seconds for a large form. */
export const untriedFaults = (tried: readonly RulesTried[]): readonly string[] => tried.filter(({ enough }) => !enough).map(fewRules)

const triedLine = ({ form, edition, broken, never }: RulesTried) =>
  `${form} ${edition}: ${broken} of ${broken + never.length} rules are broken by somebody near a described person${never.length > 0 ? `; not by anybody: ${never.join(', ')}` : ''}`

type CheckOptions = { texts?: boolean; form?: string }

/** Prints the faults of every form of the pack, or of one, and how large each is; `texts`: the grade of every text. 1: a fault. */
export async function formsCheck(config: Config, { texts, form }: CheckOptions): Promise<number> {
  const agency = await loadAgency(config.agencyPack)
  const only = form?.toLowerCase()
  if (only !== undefined && !agency.definitions.has(only)) {
    console.error(`${form} is not a form that this pack defines; these are: ${[...agency.definitions.keys()].join(', ')}`)
    return 1
  }
  const today = dayHere(agency, systemClock.now())
  const tried = rulesTried(agency, today, only)
  const faults = [...formFaults(agency, today, only), ...untriedFaults(tried)]
  for (const measure of formMeasures(agency, only)) {
    console.log(measureLine(measure))
    if (texts) for (const { grade, key, text } of measure.texts) console.log(`  ${grade.toFixed(1)} ${key}: ${text}`)
  }
  for (const one of tried) console.log(triedLine(one))
  console.log(faults.length > 0 ? faults.join('\n') : only === undefined ? 'Every form is sound.' : `${only} is sound.`)
  return faults.length === 0 ? 0 : 1
}

/** Prints a form's scenario people, marked where it is not filed here; exit code 1 for a form that is not defined. */
export async function formsScenarios(config: Config, form: string, options: { json?: boolean }): Promise<number> {
  const agency = await loadAgency(config.agencyPack)
  const people = scenariosOf(agency, form.toLowerCase(), dayHere(agency, systemClock.now()))
  if (!people) {
    console.error(`${form} is not a form that this pack defines`)
    return 1
  }
  console.log(options.json ? JSON.stringify(people, null, 2) : people.map(inWords).join('\n'))
  return 0
}

const inWords = ({ name, pages, files, filedHere }: ScenarioPerson) =>
  `${name}: ${pages.length} pages, ${Object.keys(files).length} files${filedHere === false ? ' (this form is not filed here)' : ''}`
