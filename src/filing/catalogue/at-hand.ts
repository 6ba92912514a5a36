import type { FormDefinition, KindName, ListQuestion } from '../definition/definition.ts'
import { listsOf, questionsOf } from '../definition/layout.ts'

/** Numbers that stand on papers, which people go and look for. */
export const numberKinds = ['a-number', 'receipt-number', 'ssn', 'online-account-number', 'class-of-admission'] as const
export type NumberKind = (typeof numberKinds)[number]

/** What to have at hand: the sorts of numbers that a form may ask for, and the lists of things with their dates. */
export type AtHand = { readonly numbers: readonly NumberKind[]; readonly lists: readonly ListQuestion[] }

/** Read off the questions, so that it never says other than what is asked. */
export function atHandFor(definition: FormDefinition): AtHand {
  const kinds = new Set<KindName>(questionsOf(definition).map(({ kind }) => kind))
  return { numbers: numberKinds.filter((kind) => kinds.has(kind)), lists: listsOf(definition) }
}
