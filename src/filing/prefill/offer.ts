import type { Answer, FormDefinition, Question } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'
import { keeps } from '../definition/keeps.ts'
import type { Offered, OfferedAnswers, OfferedFrom } from '../draft/origin.ts'
import type { Facts } from './facts.ts'
import { ownFactOf } from './whose.ts'

/**
 * The answers to a form's questions that the facts give; a fact that its question would not take is left out. Also those of
 * who signs in another's place: which of them are shown is decided by the answers (`pages/offered-words.ts`).
 */
export function offerOf({ parts }: FormDefinition, facts: Facts): OfferedAnswers {
  const questions = parts.flatMap((part) => part.pages.flatMap((page): readonly Question[] => page.questions))
  const offered = questions.flatMap((question): (readonly [string, Offered])[] => {
    const fact = ownFactOf(question, false)
    const known = fact && facts.get(fact)
    return known && keeps(question, known.answer) ? [[question.id, known]] : []
  })
  return Object.fromEntries(offered)
}

/** Answers that are known by the id of their question, offered; one that is empty, not asked or would not be taken is left out. */
export function offerAnswers(definition: FormDefinition, known: Readonly<Record<string, Answer | null | undefined>>, from: OfferedFrom): OfferedAnswers {
  const offered = questionsOf(definition).flatMap((question): (readonly [string, Offered])[] => {
    const answer = known[question.id]
    return answer !== null && answer !== undefined && answer !== '' && keeps(question, answer) ? [[question.id, { answer, ...from }]] : []
  })
  return Object.fromEntries(offered)
}
