import type { Condition } from './condition.ts'
import type { FormDefinition, Question } from './definition.ts'
import { questionsIn } from './holds.ts'
import { listsOf, questionsOf } from './layout.ts'

/** What an answer of a closed choice can be; `null`: none is given. */
type Choice = string | readonly string[] | null
type Verdict = boolean | undefined
/** Closed choices by question id, and comparisons that cannot be counted through (days, numbers, entries) by their JSON. */
type Chosen = Map<string, Choice | boolean>

/** What may be found: that answers exist (`possible`), that none do (`never`), or neither within the steps allowed. */
export type Possibility = 'possible' | 'never' | 'unknown'

const stepsMost = 4000
const boxesMost = 5

type Form = {
  readonly questions: ReadonlyMap<string, Question>
  /** When a question is asked: its own condition, its page's, and for one of an entry those of its list. */
  readonly asked: ReadonlyMap<string, readonly Condition[]>
  readonly order: ReadonlyMap<string, number>
}

const forms = new WeakMap<FormDefinition, Form>()

function formOf(definition: FormDefinition): Form {
  const known = forms.get(definition)
  if (known) return known
  const questions = questionsOf(definition)
  const asked = new Map<string, readonly Condition[]>()
  const lists = listsOf(definition)
  for (const page of definition.parts.flatMap((part) => part.pages)) {
    for (const question of page.questions) {
      const conditions = [page.when, question.when].filter((one) => one !== undefined)
      asked.set(question.id, conditions)
      const list = lists.find((one) => one === question)
      for (const inner of list?.questions ?? []) asked.set(inner.id, inner.when ? [...conditions, inner.when] : conditions)
    }
  }
  const made = {
    questions: new Map(questions.map((question) => [question.id, question])),
    asked,
    order: new Map(questions.map(({ id }, index) => [id, index])),
  }
  forms.set(definition, made)
  return made
}

/** When each question is asked: its own condition, its page's, and for one of an entry those of its list; all must hold. */
export const askedWhen = (definition: FormDefinition): ReadonlyMap<string, readonly Condition[]> => formOf(definition).asked

/** What a question can be answered with where that is few enough to count through; undefined: it is not. */
export function choicesOf(question: Question | undefined): readonly (string | readonly string[])[] | undefined {
  if (question?.kind === 'yes-no') return ['yes', 'no']
  if (question?.kind === 'choice' || (question?.kind === 'select' && 'options' in question)) return question.options
  if (question?.kind !== 'checkboxes') return undefined
  if (question.every) return [question.options]
  if (question.options.length > boxesMost) return undefined
  const { options } = question
  return Array.from({ length: 2 ** options.length - 1 }, (_, index) => options.filter((_option, place) => ((index + 1) >> place) & 1))
}

/**
 * Whether answers exist with which a condition holds. Closed choices are counted through, each asked or not by the answers
 * before it; a comparison of another sort may come out either way, unless its question is not asked. So `never` is
 * certain, and `possible` is certain where only closed choices are involved. `certainly`: comparisons of another sort
 * count as unknown, so that `possible` is certain too.
 */
export function possible(definition: FormDefinition, condition: Condition, certainly = false): Possibility {
  const form = formOf(definition)
  const variables = variablesOf(form, condition, certainly)
  const chosen: Chosen = new Map()
  let steps = 0
  const search = (at: number): Possibility => {
    steps += 1
    if (steps > stepsMost) return 'unknown'
    const verdict = judge(form, condition, chosen)
    if (verdict === false) return 'never'
    const variable = variables[at]
    if (!variable) return verdict === true ? 'possible' : 'unknown'
    let found: Possibility = 'never'
    for (const choice of variable.choices(chosen)) {
      chosen.set(variable.id, choice)
      const one = search(at + 1)
      chosen.delete(variable.id)
      if (one === 'possible') return one
      if (one === 'unknown') found = one
      if (steps > stepsMost) return 'unknown'
    }
    return found
  }
  return search(0)
}

type Variable = { readonly id: string; readonly choices: (chosen: Chosen) => readonly (Choice | boolean)[] }

/** What a condition hangs on, and what the questions it hangs on are asked by, in the order of the form. */
function variablesOf(form: Form, condition: Condition, certainly: boolean): readonly Variable[] {
  const closed = new Set<string>()
  const open = new Set<string>()
  const seen = new Set<string>()
  const look = (one: Condition) => {
    for (const comparison of comparisonsIn(one)) if (!isClosed(form, comparison)) open.add(JSON.stringify(comparison))
    for (const id of questionsIn(one)) {
      if (seen.has(id)) continue
      seen.add(id)
      if (choicesOf(form.questions.get(id))) closed.add(id)
      for (const asked of form.asked.get(id) ?? []) look(asked)
    }
  }
  look(condition)
  const ordered = [...closed].toSorted((one, other) => (form.order.get(one) ?? 0) - (form.order.get(other) ?? 0))
  const either: readonly Variable[] = certainly ? [] : [...open].map((id) => ({ id, choices: () => [true, false] }))
  return [...either, ...ordered.map((id) => ({ id, choices: (chosen: Chosen) => choicesAt(form, id, chosen) }))]
}

function choicesAt(form: Form, id: string, chosen: Chosen): readonly Choice[] {
  const question = form.questions.get(id)
  const asked = isAsked(form, id, chosen)
  if (asked === false) return [null]
  const choices = choicesOf(question) ?? []
  return asked === undefined || question?.optional ? [...choices, null] : choices
}

const isAsked = (form: Form, id: string, chosen: Chosen): Verdict => every((form.asked.get(id) ?? []).map((one) => judge(form, one, chosen)))

const every = (verdicts: readonly Verdict[]): Verdict => (verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true)

type Comparison = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

function comparisonsIn(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn)
  if ('any' in condition) return condition.any.flatMap(comparisonsIn)
  return 'not' in condition ? comparisonsIn(condition.not) : [condition]
}

/** Whether a comparison looks at a closed choice alone. */
function isClosed({ questions }: Form, comparison: Comparison): boolean {
  if ('answered' in comparison) return choicesOf(questions.get(comparison.answered)) !== undefined
  const looks = 'is' in comparison || 'in' in comparison || 'includes' in comparison
  return looks && !('part' in comparison && comparison.part) && choicesOf(questions.get(comparison.answer)) !== undefined
}

function judge(form: Form, condition: Condition, chosen: Chosen): Verdict {
  if ('all' in condition) return every(condition.all.map((one) => judge(form, one, chosen)))
  if ('any' in condition) return opposite(every(condition.any.map((one) => opposite(judge(form, one, chosen)))))
  if ('not' in condition) return opposite(judge(form, condition.not, chosen))
  if (isClosed(form, condition)) return judgeClosed(condition, chosen)
  if (looksAt(condition).some((id) => isAsked(form, id, chosen) === false)) return false
  return chosen.get(JSON.stringify(condition)) as Verdict
}

const opposite = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict)

/** What must be asked for a comparison to hold; entries are looked at with their list. */
const looksAt = (comparison: Comparison): readonly string[] =>
  'some' in comparison ? [comparison.some] : questionsIn(comparison)

function judgeClosed(comparison: Comparison, chosen: Chosen): Verdict {
  const id = 'answered' in comparison ? comparison.answered : 'answer' in comparison ? comparison.answer : ''
  const choice = chosen.get(id) as Choice | undefined
  if (choice === undefined) return undefined
  if (choice === null) return false
  if ('answered' in comparison) return true
  if ('is' in comparison) return choice === comparison.is
  if ('in' in comparison) return comparison.in.some((value) => value === choice)
  return 'includes' in comparison && Array.isArray(choice) && choice.includes(comparison.includes)
}

/** The same condition once a question has one answer. */
export function withChoice(condition: Condition, id: string, choice: Choice): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => withChoice(one, id, choice)) }
  if ('any' in condition) return { any: condition.any.map((one) => withChoice(one, id, choice)) }
  if ('not' in condition) return { not: withChoice(condition.not, id, choice) }
  const looks = ('answered' in condition && condition.answered === id) || ('answer' in condition && condition.answer === id)
  if (!looks || 'sameAs' in condition) return condition
  return judgeClosed(condition, new Map([[id, choice]])) ? { all: [] } : { any: [] }
}

/** When a question is asked, as one condition. */
export const whenAsked = (definition: FormDefinition, id: string): Condition => ({ all: formOf(definition).asked.get(id) ?? [] })
