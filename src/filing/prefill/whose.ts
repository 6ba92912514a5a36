import type { Answers, FormDefinition, Question } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'

/** A part of the name of who signs in the person's place, such as a parent. */
const isSigners = (question: Question): boolean => question.kind === 'name' && question.signs === true

/** Whether somebody may sign this form in another's place: then the account may not be that of the person it is about. */
export const maySignForAnother = (definition: FormDefinition): boolean => questionsOf(definition).some(isSigners)

/** Whether the answers say so: the name of who signs is given, and the form is about somebody else than the account. */
export const isForAnother = (definition: FormDefinition, answers: Answers): boolean =>
  questionsOf(definition).some((question) => isSigners(question) && answers[question.id] != null)

/** The fact that a question asks of the account's own person: where another signs, it is the name of who does. */
export function ownFactOf(question: Question, forAnother: boolean): Question['fact'] {
  if (!isSigners(question)) return forAnother ? undefined : question.fact
  const { part } = question as Extract<Question, { kind: 'name' }>
  return part === 'family' || part === 'given' || part === 'middle' ? `${part}-name` : undefined
}
