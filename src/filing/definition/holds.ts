import { type Answer, type Answers, isEntries } from './answer.ts'
import type { Condition, Day } from './condition.ts'
import { type Days, daysIn, daysOf } from './days.ts'

/** What is known when a condition is judged. `open`: questions whose answer may still change, on the page shown. */
export type Known = { readonly answers: Answers; readonly today: Day; readonly open?: ReadonlySet<string> }

/** Yes, no, or undefined: it hangs on a question that is still open, or on a date that is known in part only. */
export type Verdict = boolean | undefined

/** Whether a condition holds over answers. A question without an answer makes every comparison false. */
export const holds = (condition: Condition | undefined, known: Known): boolean =>
  condition === undefined || judge(condition, known) === true

/** Whether a condition holds, or might once the open questions are answered. */
export const mayHold = (condition: Condition | undefined, known: Known): boolean =>
  condition === undefined || judge(condition, known) !== false

/** Whether a condition holds, does not, or cannot be told. */
export function judge(condition: Condition, known: Known): Verdict {
  if ('all' in condition) return everyOne(condition.all, known)
  if ('any' in condition) return anyOne(condition.any, known)
  if ('not' in condition) {
    const verdict = judge(condition.not, known)
    return verdict === undefined ? undefined : !verdict
  }
  if (known.open && questionsIn(condition).some((id) => known.open?.has(id))) return undefined
  return compares(condition, known)
}

function everyOne(conditions: readonly Condition[], known: Known): Verdict {
  let verdict: Verdict = true
  for (const condition of conditions) {
    const one = judge(condition, known)
    if (one === false) return false
    if (one === undefined) verdict = undefined
  }
  return verdict
}

function anyOne(conditions: readonly Condition[], known: Known): Verdict {
  let verdict: Verdict = false
  for (const condition of conditions) {
    const one = judge(condition, known)
    if (one === true) return true
    if (one === undefined) verdict = undefined
  }
  return verdict
}

type Comparison = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

function compares(condition: Comparison, { answers, today }: Known): Verdict {
  if ('answered' in condition) return isGiven(answerOf(answers, condition.answered))
  if ('some' in condition) return isSome(condition, { answers, today })
  const answer = answerOf(answers, condition.answer, 'part' in condition ? condition.part : undefined)
  if (answer === undefined) return false
  if ('is' in condition) return answer === condition.is
  if ('in' in condition) return condition.in.some((value) => value === answer)
  if ('includes' in condition) return Array.isArray(answer) && answer.some((value) => value === condition.includes)
  if ('sameAs' in condition) return isSame(answer, answerOf(answers, condition.sameAs))
  if ('lessThan' in condition) return typeof answer === 'number' && answer < condition.lessThan
  if ('moreThan' in condition) return typeof answer === 'number' && answer > condition.moreThan
  const days = daysIn(answer)
  const other = daysOf('before' in condition ? condition.before : condition.after, today, answers)
  if (!days || !other) return false
  return 'before' in condition ? isBefore(days, other) : isBefore(other, days)
}

/** Whether one date lies before another; undefined when it depends on the day of a date that is known in part. */
function isBefore(one: Days, other: Days): Verdict {
  if (one.last < other.first) return true
  return one.first >= other.last ? false : undefined
}

/** An empty list says as little as no answer. */
const isGiven = (answer: Answer | undefined) => answer !== undefined && !(Array.isArray(answer) && answer.length === 0)

function isSome({ some, where }: Extract<Condition, { some: string }>, { answers, today }: Known): Verdict {
  const entries = answerOf(answers, some)
  if (!isEntries(entries)) return false
  const verdicts = entries.map((entry) => judge(where, { answers: { ...answers, ...entry.answers }, today }))
  return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false
}

function answerOf(answers: Answers, id: string, part?: string): Answer | undefined {
  const answer = Object.hasOwn(answers, id) ? (answers[id] ?? undefined) : undefined
  if (part === undefined || answer === undefined) return answer
  if (typeof answer !== 'object' || Array.isArray(answer)) return undefined
  return (answer as Readonly<Record<string, string | number | undefined>>)[part]
}

const plain = (answer: Answer) => JSON.stringify(answer).normalize('NFC').toLocaleLowerCase('en')

/** The same whatever the case of the letters. */
const isSame = (one: Answer, other: Answer | undefined) => other !== undefined && plain(one) === plain(other)

/** The ids of the questions that a condition looks at. */
export function questionsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn)
  if ('any' in condition) return condition.any.flatMap(questionsIn)
  if ('not' in condition) return questionsIn(condition.not)
  if ('answered' in condition) return [condition.answered]
  if ('some' in condition) return [condition.some, ...questionsIn(condition.where)]
  if ('sameAs' in condition) return [condition.answer, condition.sameAs]
  const reference = 'before' in condition ? condition.before : 'after' in condition ? condition.after : undefined
  const far = typeof reference === 'object' && 'answer' in reference ? [reference.answer] : []
  return [condition.answer, ...far]
}
