import type { Answer, Answers, Entry } from './answer.ts'
import { isEntries } from './answer.ts'
import type { Day, DayReference } from './condition.ts'
import { dayOf, dayPlus, daysIn, isDay } from './days.ts'
import type { FormDefinition } from './definition.ts'

/**
 * A number worked out from answers, shown where it is used. Text: `derived.<id>`, with the number as `{value}`. There is none
 * while a date that is known in part could make it another.
 * - `yearsSince`: whole years from a date to the day of filing, such as an age.
 * - `count`: the entries of a list; with `plus`, that many more, such as the person who files.
 * - `daysAway`: of journeys with a day of leaving and one of return, the whole days between them that fall after `since`;
 *   a day that two journeys share counts once, and the days of leaving and of return are days at home.
 * - `sum`: amounts or numbers added up; with `over`, those of every entry of that list, and `and` those outside it.
 */
export type Derived = {
  /** Readable and unique among questions too, camelCase: `daysOutside`. */
  readonly id: string
  /** The question behind which it is shown. */
  readonly at: string
} & (
  | { readonly yearsSince: string }
  | { readonly count: string; readonly plus?: number }
  | { readonly daysAway: { readonly over: string; readonly left: string; readonly back: string; readonly since: DayReference } }
  | { readonly sum: readonly string[]; readonly over?: string; readonly and?: readonly string[]; readonly money?: true }
)

/** The ids of the questions that a derived number is worked out from; those of entries under their list. */
export function derivedFrom(derived: Derived): readonly string[] {
  if ('yearsSince' in derived) return [derived.yearsSince]
  if ('count' in derived) return [derived.count]
  if ('sum' in derived) return derived.over === undefined ? derived.sum : [derived.over, ...(derived.and ?? [])]
  const { over, since } = derived.daysAway
  return typeof since === 'object' && 'answer' in since ? [over, since.answer] : [over]
}

/** The numbers that the answers so far give, by id; those that hang on an answer that is missing are left out. */
export function derive(definition: FormDefinition, answers: Answers, today: Day): { [id: string]: number } {
  const worked = (definition.derived ?? []).map((one) => [one.id, workedOut(one, answers, today)] as const)
  return Object.fromEntries(worked.filter((pair): pair is [string, number] => pair[1] !== undefined))
}

/** The number that one of them comes to, or undefined while an answer is missing. */
export function workedOut(derived: Derived, answers: Answers, today: Day): number | undefined {
  if ('yearsSince' in derived) return yearsBetween(answers[derived.yearsSince], today)
  if ('count' in derived) return counted(derived, answers)
  if ('sum' in derived) return added(derived, answers)
  const { over, left, back, since } = derived.daysAway
  const from = dayOf(since, today, answers)
  const entries = entriesOf(answers, over)
  if (from === undefined || entries === undefined) return undefined
  const journeys = entries.map((entry) => [daysIn(entry.answers[left]), daysIn(entry.answers[back])] as const)
  const least = daysAway(journeys.map(([out, home]) => [out?.last, home?.first] as const), from, today)
  const most = daysAway(journeys.map(([out, home]) => [out?.first, home?.last] as const), from, today)
  return least === most ? most : undefined
}

function entriesOf(answers: Answers, list: string): readonly Entry[] | undefined {
  const answer = answers[list]
  return isEntries(answer) ? answer : undefined
}

function yearsBetween(from: Answer | null | undefined, to: Day): number | undefined {
  const days = daysIn(from)
  if (!days || days.last > to) return undefined
  const years = (day: Day) => Temporal.PlainDate.from(day).until(to, { largestUnit: 'years' }).years
  return years(days.first) === years(days.last) ? years(days.first) : undefined
}

function counted({ count, plus = 0 }: Extract<Derived, { count: unknown }>, answers: Answers): number | undefined {
  const entries = entriesOf(answers, count)
  return entries === undefined ? undefined : entries.length + plus
}

function added({ sum, over, and = [] }: Extract<Derived, { sum: unknown }>, answers: Answers): number | undefined {
  const places = over === undefined ? [answers] : entriesOf(answers, over)?.map((entry) => entry.answers)
  const inPlaces = places?.flatMap((place) => sum.map((id) => place[id]))
  const numbers = inPlaces?.concat(and.map((id) => answers[id])).filter((one) => typeof one === 'number')
  return numbers === undefined || numbers.length === 0 ? undefined : numbers.reduce((all, one) => all + one, 0)
}

type Journey = readonly [left: Day | undefined, back: Day | undefined]

/** How many days are strictly between the ends of at least one journey, later than `from` and before `today`. */
function daysAway(journeys: readonly Journey[], from: Day, today: Day): number {
  const ordered = journeys
    .flatMap(([left, back]) => (isDay(left) ? [{ left, back: isDay(back) && back < today ? back : today }] : []))
    .toSorted((one, other) => (one.left < other.left ? -1 : 1))
  let days = 0
  let next = dayPlus(from, 'P1D')
  for (const { left, back } of ordered) {
    let first = dayPlus(left, 'P1D')
    if (first < next) first = next
    if (first >= back) continue
    days += Temporal.PlainDate.from(first).until(back).days
    next = back
  }
  return days
}
