import type { Answer, Question } from './definition.ts'
import { kindOf } from './kinds/kinds.ts'

const sorted = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer)
    ? Object.entries(answer).toSorted(([one], [other]) => (one < other ? -1 : 1))
    : answer

/** Whether a question would keep an answer just as it is, or has kept it before, wherever it came from. Never throws. */
export function keeps(question: Question, answer: Answer): boolean {
  try {
    const parsed = kindOf(question).parse(question, kindOf(question).posted(question, answer))
    if (parsed.ok && JSON.stringify(sorted(parsed.answer)) === JSON.stringify(sorted(answer))) return true
    return kindOf(question).keptBefore?.(question, answer) === true
  } catch {
    return false
  }
}
