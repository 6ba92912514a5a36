import type { Condition } from './condition.ts'
import { judge, type Known, questionsIn } from './holds.ts'

/**
 * The questions whose answers make a condition hold, or not hold: of what fits one way or the other, only the first that
 * suffices. Each once, in the order of the condition; those without an answer are among them. None while it cannot be told.
 */
export const groundsOf = (condition: Condition, known: Known): readonly string[] => [...new Set(grounds(condition, known))]

function grounds(condition: Condition, known: Known): readonly string[] {
  const verdict = judge(condition, known)
  if (verdict === undefined) return []
  if ('not' in condition) return grounds(condition.not, known)
  if (!('all' in condition) && !('any' in condition)) return questionsIn(condition)
  const inner = 'all' in condition ? condition.all : condition.any
  // One that fails settles “all”, one that holds settles “any”; for the opposite every one has to be looked at.
  const settles = 'any' in condition
  if (verdict !== settles) return inner.flatMap((one) => grounds(one, known))
  const first = inner.find((one) => judge(one, known) === settles)
  return first ? grounds(first, known) : []
}
