import type { FormDefinition } from './definition.ts'
import { questionsOf, repeated } from './layout.ts'

/** Helpers of one id, and helpers whose name or declaration is no question of the form that fits. */
export function helperFaults(definition: FormDefinition): string[] {
  const helpers = definition.helpers ?? []
  const questions = new Map(questionsOf(definition).map((question) => [question.id, question]))
  const kindOf = (id: string) => questions.get(id)?.kind
  return [
    ...repeated(helpers.map(({ id }) => id)).map((id) => `Two helpers have the id ${id}.`),
    ...helpers.flatMap(({ id, given, family, declaration }) => [
      ...[given, family]
        .filter((name) => kindOf(name) !== 'name')
        .map((name) => `Helper ${id} is named by ${name}, which is no question of kind name.`),
      ...(kindOf(declaration) === 'checkboxes'
        ? []
        : [`Helper ${id} declares ${declaration}, which is no question of kind checkboxes.`]),
    ]),
  ]
}
