import type { Answers, Question } from '../definition/definition.ts'
import type { FieldValues } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'

const known = new WeakMap<Question, readonly string[]>()

/** The names of the fields that a question posts: those of its controls, and the three of a date. */
export function fieldNames(question: Question): readonly string[] {
  const names =
    known.get(question) ??
    kindOf(question)
      .controls(question)
      .flatMap(({ name, type }) =>
        type === 'date' || type === 'partial-date' ? [`${name}.month`, `${name}.day`, `${name}.year`] : [name],
      )
  known.set(question, names)
  return names
}

/** What the fields of questions show before anything is posted: the kept answers. */
export function fieldValues(questions: readonly Question[], answers: Answers): FieldValues {
  return Object.assign(
    {},
    ...questions.map((question) => {
      const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
      return answer === undefined || answer === null ? {} : kindOf(question).posted(question, answer)
    }),
  )
}
