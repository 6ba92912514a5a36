import { isDay } from './days.ts'
import type { FormDefinition, Page, Question, Texts } from './definition.ts'
import { conditionFaults } from './condition-faults.ts'
import { derivedFaults, listFaults } from './list-faults.ts'
import { questionsOf, repeated } from './layout.ts'
import { helperFaults } from './helper-faults.ts'
import { impossibleFaults } from './impossible-faults.ts'
import { meaningFaults } from './meaning-faults.ts'
import { preparedFaults } from './prepared.ts'
import { namedRules } from './named-rules.ts'
import { textFaults } from './text-faults.ts'

/** What is wrong with a definition and its texts by themselves, as sentences. See `faultsIn`. */
export function definitionFaults(definition: FormDefinition, texts: Texts, feeCodes?: ReadonlySet<string>): string[] {
  return [
    ...formFaults(definition),
    ...idFaults(definition),
    ...questionsOf(definition).flatMap(questionFaults),
    ...listFaults(definition),
    ...derivedFaults(definition),
    ...conditionFaults(definition),
    ...ruleFaults(definition),
    ...helperFaults(definition),
    ...preparedFaults(definition),
    ...feeFaults(definition, feeCodes),
    ...eligibilityFaults(definition),
    ...editionFaults(definition),
    ...meaningFaults(definition),
    ...impossibleFaults(definition),
    ...textFaults(definition, texts),
  ]
}

function formFaults({ form, edition, parts }: FormDefinition): string[] {
  const faults: string[] = []
  if (!/^[a-z]+-\d+[a-z]*$/.test(form)) faults.push(`The form's code ${form} is not like i-90.`)
  if (!isDay(edition)) faults.push(`The edition ${edition} is not a day, YYYY-MM-DD.`)
  const pages: readonly Page[] = parts.flatMap((part) => part.pages)
  faults.push(...parts.filter((part) => part.pages.length === 0).map((part) => `Part ${part.id} has no page.`))
  faults.push(...pages.filter((page) => page.questions.length === 0).map((page) => `Page ${page.id} has no question.`))
  return faults
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const camel = /^[a-z][A-Za-z0-9]*$/
// Addresses under a draft that are not pages of the form.
const takenPageIds = new Set(['evidence', 'review', 'sign', 'pay', 'delete', 'extend', 'restore', 'edition', 'export', 'preparation'])
// Names that objects have by birth, fields of the page itself, and the first words of other texts.
const takenQuestionIds = new Set([
  ...['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'csrf', 'csrfToken', 'leave', 'since', 'answers', 'idempotencyKey'],
  ...['form', 'part', 'page', 'rule', 'evidence', 'fee', 'eligibility', 'scenario', 'derived'],
])

function idFaults(definition: FormDefinition): string[] {
  const { parts, rules, evidence, scenarios } = definition
  const pageIds = parts.flatMap((part) => part.pages.map(({ id }) => id))
  const questionIds = questionsOf(definition).map(({ id }) => id)
  const twice = (noun: string, ids: readonly string[]) => repeated(ids).map((id) => `Two ${noun} have the id ${id}.`)
  return [
    ...twice(
      'parts',
      parts.map(({ id }) => id),
    ),
    ...twice('pages', pageIds),
    ...twice('questions', questionIds),
    ...twice(
      'rules',
      rules.map(({ id }) => id),
    ),
    ...twice(
      'evidence rules',
      evidence.map(({ id }) => id),
    ),
    ...twice(
      'scenarios',
      scenarios.map(({ name }) => name),
    ),
    ...pageIds.filter((id) => !kebab.test(id)).map((id) => `The page id ${id} is not kebab-case.`),
    ...pageIds.filter((id) => takenPageIds.has(id)).map((id) => `The page id ${id} is the address of another page.`),
    ...questionIds.filter((id) => !camel.test(id)).map((id) => `The question id ${id} is not camelCase.`),
    ...questionIds.filter((id) => takenQuestionIds.has(id)).map((id) => `The question id ${id} is taken.`),
  ]
}

function questionFaults(question: Question): string[] {
  const items = [question.item].flat()
  const faults: string[] = []
  if (items.length === 0 || items.some((item) => item.trim() === '')) {
    faults.push(`Question ${question.id} names no item of the official form.`)
  }
  if (!('options' in question)) return faults
  if (question.options.length === 0) faults.push(`Question ${question.id} offers no option.`)
  faults.push(...repeated(question.options).map((option) => `Question ${question.id} offers ${option} twice.`))
  return faults
}

function ruleFaults(definition: FormDefinition): string[] {
  const ids = new Set(questionsOf(definition).map(({ id }) => id))
  return definition.rules.flatMap((rule) => {
    const faults: string[] = []
    if (!ids.has(rule.at)) faults.push(`Rule ${rule.id} stands at ${rule.at}, which is no question.`)
    if (!('named' in rule)) return faults
    if (!Object.hasOwn(namedRules, rule.named)) faults.push(`Rule ${rule.id} names ${rule.named}, which is no rule.`)
    if (rule.cite === undefined) faults.push(`Rule ${rule.id} is a named rule without its authority.`)
    const unknown = rule.of.filter((id) => !ids.has(id))
    return [...faults, ...unknown.map((id) => `Rule ${rule.id} looks at ${id}, which is no question.`)]
  })
}

function feeFaults({ fees }: FormDefinition, known: ReadonlySet<string> | undefined): string[] {
  return fees.flatMap(({ code }) => {
    if (code.trim() === '') return ['A fee has no code.']
    return known && !known.has(code) ? [`The fee schedule has no fee with the code ${code}.`] : []
  })
}

function eligibilityFaults({ eligibility }: FormDefinition): string[] {
  const { questions, outcomes } = eligibility
  const last = outcomes.at(-1)
  return [
    ...(last && last.when === undefined ? [] : ['The last outcome of the eligibility check has a condition.']),
    ...questions
      .filter(({ options }) => options.length < 2)
      .map(({ id }) => `Eligibility question ${id} offers no choice.`),
    ...outcomes
      .slice(0, -1)
      .filter(({ when }) => when === undefined)
      .map(({ id }) => `Eligibility outcome ${id} has no condition, so those after it are never given.`),
  ]
}

function editionFaults(definition: FormDefinition): string[] {
  const { edition, until, replaces } = definition
  const ids = new Set(questionsOf(definition).map(({ id }) => id))
  const named = [...Object.keys(replaces?.renamed ?? {}), ...(replaces?.lookAgain ?? [])]
  return [
    ...(until !== undefined && (!isDay(until) || until < edition) ? [`The last day ${until} is not a day after the edition.`] : []),
    ...(replaces && !(replaces.edition < edition) ? [`The edition ${replaces.edition} that is replaced is not an earlier one.`] : []),
    ...named.filter((id) => !ids.has(id)).map((id) => `The edition before is moved to ${id}, which is no question.`),
  ]
}
