import { type Answer, type Answers, isEntries } from '../definition/answer.ts'
import type { Day, FormDefinition, Question, Rule } from '../definition/definition.ts'
import { derivedFrom } from '../definition/derived.ts'
import { dayPlus } from '../definition/days.ts'
import { questionsIn } from '../definition/holds.ts'
import { choicesOf } from '../definition/possible.ts'
import { outlineOf } from './outline.ts'
import { replay } from './replay.ts'
import { scenarioAnswers } from './scenario-pages.ts'

/** Which rules a described person breaks as they are, or once one or two answers that the rule looks at are others. */
export type RuleCoverage = { readonly broken: readonly string[]; readonly never: readonly string[] }

/** Rules that nobody near a described person breaks are shown by nothing to be right. */
export function ruleCoverage(definition: FormDefinition, today: Day): RuleCoverage {
  const people = definition.scenarios.map((scenario) => scenarioAnswers(definition, scenario))
  const asked = people.map((answers) => askedOf(definition, answers, today))
  const isBroken = (rule: Rule) => {
    const rank = (index: number) => (asked[index]?.has(rule.at) ? 0 : 1)
    // Whoever is asked the question that the rule stands at is nearest to breaking it.
    const nearest = people.map((answers, index) => ({ answers, index })).toSorted((one, other) => rank(one.index) - rank(other.index))
    return breaksNear({ definition, today, rule }, nearest.map(({ answers }) => answers))
  }
  const broken = definition.rules.filter(isBroken).map(({ id }) => id)
  return { broken, never: definition.rules.map(({ id }) => id).filter((id) => !broken.includes(id)) }
}

function askedOf(definition: FormDefinition, answers: Answers, today: Day): ReadonlySet<string> {
  const { pages } = replay(definition, answers, today)
  return new Set([...pages, ...pages.flatMap(({ entries }) => entries)].flatMap(({ asked }) => asked.map(({ id }) => id)))
}

type Trying = { readonly definition: FormDefinition; readonly today: Day; readonly rule: Rule }

/** More tries than this tell no more. */
const triesMost = 1500

function breaksNear(trying: Trying, people: readonly Answers[]): boolean {
  let tries = 0
  for (const answers of nearBy(trying, people)) {
    tries += 1
    if (breaks(trying, answers)) return true
    if (tries >= triesMost) return false
  }
  return false
}

/** All people as they are, then with one answer changed that the rule looks at, then with two. */
function* nearBy(trying: Trying, people: readonly Answers[]): Generator<Answers> {
  const looked = lookedAt(trying)
  const near = (from: Answers) => looked.flatMap((question) => changed(trying, from, question, looked))
  yield* people
  for (const answers of people) yield* near(answers)
  if (looked.length > 1) for (const answers of people) for (const one of near(answers)) yield* near(one)
}

const breaks = ({ definition, today, rule }: Trying, answers: Answers): boolean => {
  const { errors, warnings } = replay(definition, answers, today)
  return [...errors, ...warnings].some((found) => found.rule === rule)
}

/** The questions that a rule looks at, and those that a number which it looks at is worked out from. */
function lookedAt({ definition, rule }: Trying): readonly Question[] {
  const derived = new Map((definition.derived ?? []).map((one) => [one.id, one]))
  const ids = 'when' in rule ? questionsIn(rule.when) : rule.of
  const inner = ids.flatMap((id) => {
    const number = derived.get(id)
    return number ? [...derivedFrom(number), ...innerOf(number)] : [id]
  })
  const { questionById } = outlineOf(definition)
  return [...new Set(inner)].flatMap((id) => questionById.get(id) ?? [])
}

const innerOf = (number: NonNullable<FormDefinition['derived']>[number]): readonly string[] =>
  'daysAway' in number ? [number.daysAway.left, number.daysAway.back] : 'sum' in number ? number.sum : []

/** The answers with another one to a question; to one of an entry, in each entry. */
function changed({ definition, today }: Trying, answers: Answers, question: Question, looked: readonly Question[]): readonly Answers[] {
  const list = outlineOf(definition).listOfQuestion.get(question.id)
  const values = otherAnswers(question, today, answers, looked)
  if (!list) return values.map((value) => ({ ...answers, [question.id]: value }))
  const entries = answers[list.id]
  if (!isEntries(entries)) return []
  return values.map((value) => ({
    ...answers,
    [list.id]: entries.map((entry) => ({ ...entry, answers: { ...entry.answers, [question.id]: value } })),
  }))
}

const spans = ['-P120Y', '-P60Y', '-P30Y', '-P22Y', '-P17Y', '-P10Y', '-P3Y', '-P1Y', '-P3M', '-P1D', 'P1D', 'P3M', 'P2Y']
const numbers = [0, 1, 2, 4, 30, 200, 1000, 5_000_000]

function otherAnswers(question: Question, today: Day, answers: Answers, looked: readonly Question[]): readonly (Answer | null)[] {
  const { kind } = question
  const closed = choicesOf(question) ?? ('options' in question ? question.options.map((option) => [option]) : undefined)
  if (closed) return [...closed, null]
  if (kind === 'date' || kind === 'partial-date') return [...spans.map((span) => dayPlus(today, span)), today, null]
  if (kind === 'number' || kind === 'money' || kind === 'weight') return [...numbers, null]
  if (kind === 'select') return ['US', 'CA', 'MX', 'PE', null]
  if (kind === 'address') return [domestic, abroad, null]
  if (kind === 'list') return isEntries(answers[question.id]) ? [[], twice(answers[question.id] as Answer)] : [[]]
  const others = looked.filter((other) => other.kind === kind).map((other) => answers[other.id] ?? null)
  return [...others, 'Sample', null]
}

const domestic = { street: '1 Example Street', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'US' }
const abroad = { street: '1 Calle Ejemplo', city: 'Lima', province: 'Lima', postalCode: '15001', country: 'PE' }

const twice = (entries: Answer): Answer =>
  isEntries(entries) ? [...entries, ...entries.map((entry) => ({ ...entry, id: `${entry.id}-again` }))] : entries
