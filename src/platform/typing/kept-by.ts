import { keyedHash, matchesHash } from '../crypto/keyed-hash.ts'
import type { Keys } from '../crypto/keys.ts'

/** The how manieth keep it is of one page that is open in a browser; the page gave itself a random name. */
export type OwnKeep = { readonly page: string; readonly count: number }

type Kept = { readonly count: number; readonly hash: string }

/** Of each place where something was kept while it was typed, by which page. Random names and hashes: nothing personal. */
export type KeptBy = { readonly [place: string]: Kept }

/** What is kept of something that is typed, by place. */
type Typing = { readonly id: string; readonly typed: { readonly [place: string]: unknown }; readonly keptBy: KeptBy }

const hashedKeep = ({ id, typed }: Pick<Typing, 'id' | 'typed'>, place: string, page: string) => [id, place, page, JSON.stringify(typed[place] ?? null)]

const purpose = 'kept-by'

/**
 * How a keep stands to what is kept at its place. `follows`: the same page kept that, before this. `overtaken`: after this.
 * `unrelated`: another page did, or it was saved or refused since: the hash covers what is kept, so that whoever writes
 * something else there need not know of it.
 */
export function standsTo(keys: Keys, typing: Typing, place: string, own: OwnKeep | undefined): 'follows' | 'overtaken' | 'unrelated' {
  const kept = Object.hasOwn(typing.keptBy, place) ? typing.keptBy[place] : undefined
  const isOwn = own && kept && Object.hasOwn(typing.typed, place) && matchesHash(keys, purpose, hashedKeep(typing, place, own.page), kept.hash)
  if (!isOwn) return 'unrelated'
  return own.count > kept.count ? 'follows' : 'overtaken'
}

/** Notes whose keep this is. */
export function withKeep(keys: Keys, { id, keptBy }: Pick<Typing, 'id' | 'keptBy'>, typed: Typing['typed'], place: string, own: OwnKeep | undefined): KeptBy {
  const { [place]: _before, ...others } = keptBy
  if (!own) return others
  return { ...others, [place]: { count: own.count, hash: keyedHash(keys, purpose, hashedKeep({ id, typed }, place, own.page)) } }
}

/** What is noted of places where something is still kept. */
export const keptByOf = ({ keptBy }: Pick<Typing, 'keptBy'>, typed: Typing['typed']): KeptBy =>
  Object.fromEntries(Object.entries(keptBy).filter(([place]) => Object.hasOwn(typed, place)))
