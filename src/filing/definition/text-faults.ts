import { en } from '../../../messages/en/index.ts'
import type { FormDefinition, Page, Question, Texts } from './definition.ts'
import type { Control } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { partsOf } from './entry-pages.ts'
import { listOn, questionsOf, repeated } from './layout.ts'
import type { Wording } from './wording.ts'

const productTexts: Texts = en.filing

/** Source of the words in English, or undefined. */
function sourceOf(texts: Texts, { form, product, country }: Wording): string | undefined {
  const own = form === undefined ? undefined : texts[form]
  return own ?? (product === undefined ? undefined : productTexts[product.slice('filing.'.length)]) ?? country
}

/** What is wrong with a form's texts: those that are missing, empty, of nothing, or not unique on their page. */
export function textFaults(definition: FormDefinition, texts: Texts): string[] {
  const needed = neededKeys(definition)
  const missing = needed.filter((key) => !texts[key]?.trim()).map((key) => `The text ${key} is missing.`)
  const pages = definition.parts.flatMap((part) => part.pages)
  return [
    ...missing,
    ...questionsOf(definition).flatMap((question) => wordlessControls(question, texts)),
    ...screensOf(pages).flatMap((screen) => labelFaults(screen, texts)),
    ...Object.keys(texts)
      .filter((key) => !belongs(key, definition))
      .map((key) => `The text ${key} belongs to nothing.`),
  ]
}

function neededKeys({ parts, rules, evidence, eligibility, ...rest }: FormDefinition): readonly string[] {
  const pages = parts.flatMap((part) => part.pages)
  return [
    'form.title',
    'form.purpose',
    'form.who',
    ...parts.map(({ id }) => `part.${id}.title`),
    ...pages.map(({ id }) => `page.${id}.title`),
    ...questionsOf({ parts, rules, evidence, eligibility, ...rest }).flatMap(ownKeys),
    ...(rest.derived ?? []).map(({ id }) => `derived.${id}`),
    ...rules.map(({ id }) => `rule.${id}`),
    ...(rest.helpers ?? []).flatMap(({ id, declares }) => declares.map((declared) => `helper.${id}.${declared}`)),
    ...evidence.flatMap(({ id }) => [`evidence.${id}.document`, `evidence.${id}.why`]),
    ...eligibility.questions.flatMap(({ id, options }) => [
      `eligibility.${id}.label`,
      ...options
        .filter((option) => option !== 'yes' && option !== 'no')
        .map((option) => `eligibility.${id}.option.${option}`),
    ]),
    ...eligibility.outcomes.map(({ id }) => `eligibility.outcome.${id}`),
  ]
}

function ownKeys(question: Question): readonly string[] {
  const { id } = question
  if (question.kind !== 'list') return [`${id}.label`]
  return [`${id}.label`, `${id}.entry`, `${id}.add`, ...(question.pages ?? []).map((page) => `${id}.page.${page.id}`)]
}

function wordlessControls(question: Question, texts: Texts): string[] {
  const controls = kindOf(question).controls(question)
  const parts = controls.length > 1 ? controls.map(({ label }) => label) : []
  const options = controls.flatMap((control) => control.options?.map(({ label }) => label) ?? [])
  return [...parts, ...options]
    .filter((wording) => !sourceOf(texts, wording)?.trim())
    .map((wording) => `The text ${wording.form ?? wording.product} is missing.`)
}

/** The labels and legends that one page shows for a question. */
function labelsOf(question: Question, texts: Texts): readonly (string | undefined)[] {
  const controls: readonly Control[] = kindOf(question).controls(question)
  const own = sourceOf(texts, { form: `${question.id}.label` })
  return controls.length > 1 ? [own, ...controls.map(({ label }) => sourceOf(texts, label))] : [own]
}

type Screen = Pick<Page, 'id' | 'questions'>

/** What stands on a screen together: the questions of a page, and those of each page of an entry of its list. */
const screensOf = (pages: readonly Page[]): readonly Screen[] =>
  pages.flatMap((page) => {
    const list = listOn(page)
    if (!list) return [page]
    return [page, ...partsOf(list).map((part) => ({ id: `${page.id}, ${part.id}`, questions: part.questions }))]
  })

/** All labels on a page differ, but for questions that can never stand on it together. */
function labelFaults(page: Screen, texts: Texts): string[] {
  const labelled = page.questions.flatMap((question) => labelsOf(question, texts).map((label) => ({ question, label })))
  return repeated(labelled.flatMap(({ label }) => (label === undefined ? [] : [label])))
    .filter(
      (label) =>
        !neverTogether(
          page,
          labelled.filter((one) => one.label === label).map(({ question }) => question),
        ),
    )
    .map((label) => `Page ${page.id} shows the label “${label}” more than once.`)
}

/** Branches of one choice made on an earlier page: each hangs on the same answer being another value. */
function neverTogether(page: Screen, questions: readonly Question[]): boolean {
  const branches = questions.map(({ when }) => (when && 'is' in when && !when.part ? when : undefined))
  const on = branches[0]?.answer
  if (on === undefined || page.questions.some(({ id }) => id === on)) return false
  return (
    branches.every((branch) => branch?.answer === on) &&
    repeated(branches.map((branch) => String(branch?.is))).length === 0
  )
}

const questionSuffix = /^(label|hint|tip|why|entry|add|none|option\..+|[a-zA-Z]+\.(label|hint))$/

/** Whether a text is of something in the definition, so that a mistyped key is found. */
function belongs(key: string, definition: FormDefinition): boolean {
  const [first = '', second = '', ...rest] = key.split('.')
  if (first === 'form' || key === 'sign.statement') return true
  if (first === 'fee') return second === 'none' || definition.fees.some(({ code }) => code === second)
  if (first === 'part') return definition.parts.some(({ id }) => id === second)
  if (first === 'page') return definition.parts.some((part) => part.pages.some(({ id }) => id === second))
  if (first === 'derived') return definition.derived?.some(({ id }) => id === second) ?? false
  if (first === 'helper') return definition.helpers?.some(({ id, declares }) => id === second && declares.includes(rest.join('.'))) ?? false
  if (first === 'rule') return definition.rules.some(({ id }) => id === second)
  if (first === 'evidence') return definition.evidence.some(({ id }) => id === second)
  if (first === 'scenario') return definition.scenarios.some(({ name }) => name === second)
  if (first === 'eligibility') {
    const { questions, outcomes } = definition.eligibility
    return second === 'outcome' ? outcomes.some(({ id }) => id === rest[0]) : questions.some(({ id }) => id === second)
  }
  const question = questionsOf(definition).find(({ id }) => id === first)
  if (question && second === 'page') return question.kind === 'list' && (question.pages ?? []).some(({ id }) => id === rest.join('.'))
  return question !== undefined && questionSuffix.test([second, ...rest].join('.'))
}
