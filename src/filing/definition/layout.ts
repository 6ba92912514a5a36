import type { FormDefinition, ListQuestion, Page, Question } from './definition.ts'

/** A question, and those of its entries if it is a list. */
const withEntries = (question: Question): readonly Question[] =>
  question.kind === 'list' ? [question, ...question.questions] : [question]

/** Every question of a form in its order, each list before the questions of its entries. */
export const questionsOf = (definition: FormDefinition): readonly Question[] =>
  definition.parts.flatMap((part) => part.pages.flatMap((page) => page.questions.flatMap(withEntries)))

/** The list that a page holds, if it is the page of one. */
export function listOn({ questions }: Page): ListQuestion | undefined {
  const [only] = questions
  return only?.kind === 'list' ? only : undefined
}

/** Every list of a form. */
export const listsOf = (definition: FormDefinition): readonly ListQuestion[] =>
  questionsOf(definition).filter((question) => question.kind === 'list')

/** The ids that stand more than once, each once. */
export const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]
