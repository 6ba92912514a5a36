import type { Condition, DayReference } from '../definition/definition.ts'

function dayNotation(day: DayReference): string {
  if (typeof day === 'string') return day
  const from = 'from' in day ? day.from : day.answer
  return day.plus === undefined ? from : `${from} ${day.plus.startsWith('-') ? '−' : '+'} ${day.plus.replace('-', '')}`
}

/** Brackets around what is joined, where it stands within another. */
const inner = (condition: Condition): string =>
  ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)
    ? `(${conditionNotation(condition)})`
    : conditionNotation(condition)

function joinedNotation(parts: readonly Condition[], by: 'and' | 'or'): string {
  const [only, ...more] = parts
  return only && more.length === 0 ? conditionNotation(only) : parts.map(inner).join(` ${by} `)
}

/** What is compared with an answer. */
function comparison(condition: Extract<Condition, { answer: string }>): string {
  if ('is' in condition) return `= ${condition.is}`
  if ('in' in condition) return condition.in.length === 1 ? `= ${condition.in[0]}` : `in ${condition.in.join(', ')}`
  if ('includes' in condition) return `includes ${condition.includes}`
  if ('before' in condition) return `< ${dayNotation(condition.before)}`
  if ('after' in condition) return `> ${dayNotation(condition.after)}`
  if ('lessThan' in condition) return `< ${condition.lessThan}`
  if ('moreThan' in condition) return `> ${condition.moreThan}`
  return `same as ${condition.sameAs}`
}

/** A condition on one line by the ids of the definition, for who writes it: `request = change and (status in f-1, m-1 or not late = yes)`. */
export function conditionNotation(condition: Condition): string {
  if ('all' in condition) return joinedNotation(condition.all, 'and')
  if ('any' in condition) return joinedNotation(condition.any, 'or')
  if ('not' in condition) return `not ${inner(condition.not)}`
  if ('some' in condition) return `some ${condition.some} with ${inner(condition.where)}`
  if ('answered' in condition) return `${condition.answered} answered`
  const part = 'part' in condition && condition.part !== undefined ? `.${condition.part}` : ''
  return `${condition.answer}${part} ${comparison(condition)}`
}
