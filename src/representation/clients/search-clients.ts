import { openText, SealBroken, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { query } from '../../platform/operation.ts'
import { indexedPieces, likeness, soughtPieces } from '../../profile/index.ts'
import { mayRepresent } from '../representative.ts'
import { openNames } from './client.ts'
import { type ClientNames, nameOfClient } from './client-names.ts'
import { listFound } from './pieces-store.ts'
import { type ListedClient, withStanding } from './own-clients.ts'

const purpose = 'client-piece'
/** Of so many whose names have the pieces the likest are shown. */
const comparedMost = 200
const foundMost = 50

/** By what a client is found: every word of the names (decision 0033). */
export const piecesOf = (keys: Keys, names: ClientNames): string[] =>
  indexedPieces(keys, names.kind === 'company' ? [names.company, names.signer] : [`${names.given} ${names.middle} ${names.family}`], purpose)

const place = (account: string) => ({ person: account, table: 'representation.client', row: 'search', column: 'sought' })

/** What was looked for, as an address carries it: a name stands in none, so it is sealed for whoever looked. */
export const sealSought = (keys: Keys, account: string, typed: string): string => sealText(keys, place(account), typed).toString('base64url')

/** Null: it was not sealed for this account, or changed. */
export function openSought(keys: Keys, account: string, sealed: string): string | null {
  try {
    return openText(keys, place(account), Buffer.from(sealed, 'base64url'))
  } catch (fault) {
    if (fault instanceof SealBroken) return null
    throw fault
  }
}

export interface FoundClients {
  readonly typed: string
  /** The likest first; archived ones too. */
  readonly clients: readonly ListedClient[]
  /** More were found than are shown. */
  readonly hasMore: boolean
}

/** Own clients by pieces of their names, in any order, with a slip of the hand. Null: nothing was looked for. */
export const searchClients = query({
  name: 'representation.search-clients',
  allow: (actor, _input: { sought: string }) => mayRepresent(actor),
  async run(context, { sought }): Promise<FoundClients | null> {
    const { tx, actor, services: { keys } } = context
    const typed = openSought(keys, String(actor.id), sought)
    const pieces = typed === null ? null : soughtPieces(keys, typed, 'forgiving', purpose)
    if (typed === null || pieces === null) return null
    const rows = (await listFound(tx, pieces, comparedMost)).map((row) => ({ row, alike: likeness(typed, nameOfClient(openNames(keys, row))) }))
    const likest = rows.toSorted((one, other) => other.alike - one.alike || one.row.place - other.row.place).slice(0, foundMost)
    return { typed, clients: await withStanding(context, likest.map(({ row }) => row)), hasMore: rows.length > foundMost }
  },
})
