import type { FormDefinition } from './definition.ts'
import { questionsOf, repeated } from './layout.ts'

/** Helpers of one id, helpers whose name is no question of the form that fits, and those who declare nothing, or it twice. */
export function helperFaults(definition: FormDefinition): string[] {
  const helpers = definition.helpers ?? []
  const questions = new Map(questionsOf(definition).map((question) => [question.id, question]))
  const kindOf = (id: string) => questions.get(id)?.kind
  return [
    ...repeated(helpers.map(({ id }) => id)).map((id) => `Two helpers have the id ${id}.`),
    ...helpers.flatMap(({ id, given, family, declares }) => [
      ...[given, family]
        .filter((name) => kindOf(name) !== 'name')
        .map((name) => `Helper ${id} is named by ${name}, which is no question of kind name.`),
      ...(declares.length === 0 ? [`Helper ${id} declares nothing.`] : []),
      ...repeated(declares).map((declared) => `Helper ${id} declares ${declared} twice.`),
    ]),
  ]
}
