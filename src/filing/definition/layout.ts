import type { FormDefinition, Question } from './definition.ts'

/** Every question of a form, in its order. */
export const questionsOf = (definition: FormDefinition): readonly Question[] =>
  definition.parts.flatMap((part) => part.pages.flatMap((page) => page.questions))

/** The ids that stand more than once, each once. */
export const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]
