import type { FormDefinition } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'
import { kindOf } from '../definition/kinds/kinds.ts'

/** The ids of the questions whose answers must be encrypted at rest. */
export const sealedQuestions = (definition: FormDefinition): ReadonlySet<string> =>
  new Set(
    questionsOf(definition)
      .filter((question) => question.sealed || kindOf(question).sealed)
      .map((question) => question.id),
  )
