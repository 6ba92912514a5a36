import type { Answer } from './answer.ts'

type Breaks = (...answers: (Answer | undefined)[]) => boolean

const isDay = (answer: Answer | undefined): answer is string => typeof answer === 'string'

/** Of days known in part (`2020-05`, `2020`), only what both say is compared: what might be in order breaks nothing. */
const laterThan: Breaks = (first, second) => {
  if (!isDay(first) || !isDay(second)) return false
  const known = Math.min(first.length, second.length)
  return first.slice(0, known) > second.slice(0, known)
}

/**
 * Odd rules between answers, by name. Each takes the answers to the rule's `of`, in order, and says whether the rule
 * is broken. An answer that is missing breaks nothing.
 */
export const namedRules = {
  /** `of`: date of birth, date of admission. A person cannot be admitted before they are born. */
  'date-of-birth-before-admission': laterThan,
  /** `of`: an earlier date, a later date; either may be known in part. */
  'dates-in-order': laterThan,
} as const satisfies Record<string, Breaks>

export type NamedRule = keyof typeof namedRules
