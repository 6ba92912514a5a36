import { accountByNumber, parseOnlineAccountNumber } from '../../accounts/index.ts'
import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import { isId, newId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import type { Services } from '../../platform/services.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { likeness, parseANumber, soughtPieces, wordsOf } from '../../profile/index.ts'
import { whoMay } from '../may.ts'
import { foundPeople, type FoundPeople } from './found-people.ts'
import { findPeople, type FoundRow, mayFind } from './index-store.ts'
import { findSearch, insertSearch } from './search-store.ts'
import { aNumberPurpose, openShown } from './write-index.ts'

export type SearchKind = 'name' | 'a-number' | 'account-number'
export interface Sought {
  readonly kind: SearchKind
  readonly term: string
}

/** What somebody typed, told by its shape: a number of an account, of a person, or a name. Null: none of them. */
export function soughtIn(typed: string): Sought | null {
  const account = parseOnlineAccountNumber(typed)
  if (account.ok) return { kind: 'account-number', term: account.number }
  const aNumber = parseANumber(typed)
  if (aNumber.ok) return { kind: 'a-number', term: aNumber.number }
  const isName = /^[\p{L}\p{M}\s.,'’ʼ‘`·-]+$/u.test(typed) && wordsOf(typed).join('').length >= 2
  return isName ? { kind: 'name', term: typed.slice(0, 100) } : null
}

/** Names are compared one by one for so many at most: with more, another word narrows it down. */
const comparedMost = 200
/** With so many found as they were typed, nobody looks for slips of the hand. */
const exactlyEnough = 20

/** Whoever was found, the most like first, before anything is told of their cases. */
async function candidates({ tx, services }: { tx: Tx; services: Services }, { kind, term }: Sought): Promise<FoundRow[]> {
  if (kind === 'account-number') {
    const account = await accountByNumber({ tx }, term)
    return account && (await mayFind(tx, account)) ? [{ subject: account, kind: 'account', shown_sealed: Buffer.alloc(0) }] : []
  }
  if (kind === 'a-number') return findPeople(tx, { aNumbers: hashCandidates(services.keys, aNumberPurpose, term) }, comparedMost)
  const exact = await findBy('exact')
  const rows = exact.length >= exactlyEnough ? exact : [...exact, ...(await findBy('forgiving'))]
  const once = [...new Map(rows.map((row) => [`${row.subject} ${row.kind}`, row])).values()]
  const like = (row: FoundRow) => Math.max(...openShown(services.keys, row).names.map((name) => likeness(term, name)))
  return once.map((row) => ({ row, like: like(row) })).toSorted((one, other) => other.like - one.like).map(({ row }) => row)

  function findBy(how: 'exact' | 'forgiving'): Promise<FoundRow[]> {
    const pieces = soughtPieces(services.keys, term, how)
    return pieces === null ? Promise.resolve([]) : findPeople(tx, { pieces }, comparedMost)
  }
}

const place = (search: string) => ({ person: search, table: 'officer.search', row: search, column: 'term_sealed' })


/** **Search**: who has this name or number. The record says who looked by what, and keeps what was typed as a keyed hash. */
export const searchPeople = operation({
  name: 'officer.search-people',
  allow: (actor, _input: Sought) => whoMay('search-people')(actor) && actor.sessionId !== null,
  limits: [{ name: 'officer.search-people', most: 60, withinSeconds: 3600, of: ({ actor }) => actor.id }],
  refusals: [],
  async run(context, sought: Sought) {
    const { tx, actor, now, services, audit } = context
    const found = (await candidates(context, sought)).length
    const id = newId()
    await insertSearch(tx, {
      ...{ id, staff: actor.id as string, session: actor.sessionId as string, kind: sought.kind, found, at: now },
      term_sealed: sealText(services.keys, place(id), sought.term),
    })
    audit({ subject: id, detail: { kind: sought.kind, found, term: keyedHash(services.keys, 'search-term', wordsOf(sought.term)) } })
    return { search: id }
  },
})

export interface SearchResult extends FoundPeople {
  readonly sought: Sought
  /** There were more than are compared: another word is asked for. */
  readonly isCut: boolean
}

/** What a search of this sign-in finds now; null: it was somebody else's, or another sign-in's. */
export const searchResult = query({
  name: 'officer.search-result',
  allow: (actor, _input: { search: string }) => whoMay('search-people')(actor) && actor.sessionId !== null,
  async run(context, { search }): Promise<SearchResult | null> {
    const { tx, actor, services } = context
    const row = isId(search) ? await findSearch(tx, search, actor.sessionId as string) : undefined
    if (!row) return null
    const sought = { kind: row.kind as SearchKind, term: openText(services.keys, place(row.id), row.term_sealed) }
    const rows = await candidates(context, sought)
    return { ...(await foundPeople(context, rows)), sought, isCut: rows.length >= comparedMost }
  },
})
