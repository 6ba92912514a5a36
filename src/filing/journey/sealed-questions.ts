import type { FormDefinition } from '../definition/definition.ts'
import { kindOf } from '../definition/kinds/kinds.ts'

/** The ids of the questions whose answers must be encrypted at rest. */
export const sealedQuestions = (definition: FormDefinition): ReadonlySet<string> =>
  new Set(
    definition.parts
      .flatMap((part) => part.pages.flatMap((page) => page.questions))
      .filter((question) => question.sealed || kindOf(question).sealed)
      .map((question) => question.id),
  )
