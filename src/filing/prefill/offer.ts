import type { Answer, FormDefinition, Question } from '../definition/definition.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import type { Offered, OfferedAnswers } from '../draft/origin.ts'
import type { Facts } from './facts.ts'

/** Whether an answer is one that the question itself would have kept. */
function fits(question: Question, answer: Answer): boolean {
  const parsed = kindOf(question).parse(question, kindOf(question).posted(question, answer))
  return parsed.ok && parsed.answer !== undefined && JSON.stringify(sorted(parsed.answer)) === JSON.stringify(sorted(answer))
}

const sorted = (answer: Answer): unknown =>
  typeof answer === 'object' && !Array.isArray(answer)
    ? Object.entries(answer).toSorted(([one], [other]) => (one < other ? -1 : 1))
    : answer

/** The answers to a form's questions that the facts give; a fact that its question would not take is left out. */
export function offerOf({ parts }: FormDefinition, facts: Facts): OfferedAnswers {
  const questions = parts.flatMap((part) => part.pages.flatMap((page): readonly Question[] => page.questions))
  const offered = questions.flatMap((question): (readonly [string, Offered])[] => {
    const known = question.fact && facts.get(question.fact)
    return known && fits(question, known.answer) ? [[question.id, known]] : []
  })
  return Object.fromEntries(offered)
}
