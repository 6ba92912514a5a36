import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { isEntries } from '../definition/answer.ts'
import type { Draft } from './draft.ts'

/** Where something is typed: a page of a draft, or a page of an entry of a list. */
export type TypedPlace = {
  /** The key of `Typed`. */
  readonly key: string
  readonly questions: readonly string[]
  readonly entry?: { readonly list: string; readonly id: string }
}

/** What is saved there: of a page who saved it last, of an entry its answers, as one version covers its whole list. */
function savedThere({ answers, origins }: Draft, { questions, entry }: TypedPlace): unknown {
  if (!entry) return questions.map((id) => origins[id]?.version ?? 0)
  const entries = answers[entry.list]
  return isEntries(entries) ? entries.find(({ id }) => id === entry.id) : undefined
}

/**
 * A mark of what is saved and kept at a place, another whenever either is: whoever keeps more there says which mark their
 * page was drawn from, as `If-Match` does (RFC 9110 section 13.1.1). It tells nothing of what was typed.
 */
export const typedMark = (keys: Keys, draft: Draft, place: TypedPlace): string =>
  keyedHash(keys, 'typed-mark', [
    draft.id,
    place.key,
    JSON.stringify(savedThere(draft, place) ?? null),
    JSON.stringify(draft.typed[place.key] ?? null),
  ])
