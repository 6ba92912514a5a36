import { keyedHash, matchesHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Draft, Typed } from './draft.ts'

/** The how manieth keep it is of one page that is open in a browser; the page gave itself a random name. */
export type OwnKeep = { readonly page: string; readonly count: number }

type Kept = { readonly count: number; readonly hash: string }

/** Of each place where something was kept while it was typed, by which page. Random names and hashes: nothing personal. */
export type KeptBy = { readonly [place: string]: Kept }

const hashedKeep = ({ id, typed }: Pick<Draft, 'id' | 'typed'>, place: string, page: string) => [id, place, page, JSON.stringify(typed[place] ?? null)]

const purpose = 'kept-by'

/**
 * How a keep stands to what is kept at its place. `follows`: the same page kept that, before this. `overtaken`: after this.
 * `unrelated`: another page did, or it was saved or refused since: the hash covers what is kept, so that whoever writes
 * something else there need not know of it.
 */
export function standsTo(keys: Keys, draft: Draft, place: string, own: OwnKeep | undefined): 'follows' | 'overtaken' | 'unrelated' {
  const kept = Object.hasOwn(draft.keptBy, place) ? draft.keptBy[place] : undefined
  const isOwn = own && kept && Object.hasOwn(draft.typed, place) && matchesHash(keys, purpose, hashedKeep(draft, place, own.page), kept.hash)
  if (!isOwn) return 'unrelated'
  return own.count > kept.count ? 'follows' : 'overtaken'
}

/** Notes whose keep this is. */
export function withKeep(keys: Keys, draft: Draft, typed: Typed, place: string, own: OwnKeep | undefined): KeptBy {
  const { [place]: _before, ...others } = draft.keptBy
  if (!own) return others
  return { ...others, [place]: { count: own.count, hash: keyedHash(keys, purpose, hashedKeep({ id: draft.id, typed }, place, own.page)) } }
}

/** What is noted of places where something is still kept. */
export const keptByOf = ({ keptBy }: Pick<Draft, 'keptBy'>, typed: Typed): KeptBy =>
  Object.fromEntries(Object.entries(keptBy).filter(([place]) => Object.hasOwn(typed, place)))
