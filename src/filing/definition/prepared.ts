import type { FormDefinition } from './definition.ts'
import { questionsOf } from './layout.ts'

const reduced = new WeakMap<FormDefinition, FormDefinition>()

/**
 * A form as it is asked of who prepares it for a client: without the pages that the client answers by accepting it in an account
 * of their own. The same definition gives the same one, so that what is known of it is worked out once.
 */
export function asPrepared(definition: FormDefinition): FormDefinition {
  const { acceptedByClient = [] } = definition
  if (acceptedByClient.length === 0) return definition
  const known = reduced.get(definition)
  if (known) return known
  const parts = definition.parts
    .map((part) => ({ ...part, pages: part.pages.filter(({ id }) => !acceptedByClient.includes(id)) }))
    .filter(({ pages }) => pages.length > 0)
  const prepared = { ...definition, parts }
  reduced.set(definition, prepared)
  return prepared
}

/** What is wrong with the pages that a client answers by accepting, as sentences. */
export function preparedFaults(definition: FormDefinition): string[] {
  const { acceptedByClient = [], rules } = definition
  const pages = new Set(definition.parts.flatMap((part) => part.pages.map(({ id }) => id)))
  const left = new Set(questionsOf(asPrepared(definition)).map(({ id }) => id))
  return [
    ...acceptedByClient.filter((id) => !pages.has(id)).map((id) => `The client accepts ${id}, which is no page.`),
    ...(acceptedByClient.length > 0 ? rules : []).filter(({ at }) => !left.has(at)).map(({ id }) => `Rule ${id} stands on a page that the client accepts.`),
  ]
}
