import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Side } from './message.ts'
import { listMessagesToSearch } from './message-store.ts'
import { messageOf } from './opened-message.ts'

export const termCharactersMost = 80

/** Messages of one case that a search opens, the newest: what is written is sealed, so there is no index to look it up in. */
const searchedMost = 500

/** Characters around what was found. */
const aroundCharacters = 60

const place = (reader: string) => ({ person: reader, table: 'correspondence.message', row: reader, column: 'searched-for' })

/** What somebody searches for, as it may stand in an address: sealed, for them alone. */
export const sealTerm = (keys: Keys, reader: string, term: string): string => sealText(keys, place(reader), term).toString('base64url')

/** Null: it is nothing that this reader searched for. */
export function openTerm(keys: Keys, reader: string, sealed: string): string | null {
  try {
    return openText(keys, place(reader), Buffer.from(sealed, 'base64url'))
  } catch {
    return null
  }
}

export interface FoundMessage {
  readonly thread: string
  readonly topic: string
  readonly side: Side
  readonly at: Temporal.Instant
  /** The words around it. */
  readonly before: string
  readonly match: string
  readonly after: string
}

export interface Found {
  readonly term: string
  readonly messages: readonly FoundMessage[]
  /** There are older messages that were not looked through. */
  readonly isCut: boolean
}

const folded = (text: string) => text.normalize('NFC').toLowerCase()

/** Opens the messages of one case, which the caller has found out may be read, and looks for the words as they were typed. */
export async function searchMessages({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, { caseId, term }: { caseId: string; term: string }): Promise<Found> {
  const rows = await listMessagesToSearch(tx, caseId, searchedMost + 1)
  const sought = folded(term)
  const messages = rows.slice(0, searchedMost).flatMap((row): FoundMessage[] => {
    const { side, at, text } = messageOf(services.keys, row)
    const plain = text.normalize('NFC')
    const from = folded(plain).indexOf(sought)
    if (from < 0) return []
    const until = from + sought.length
    return [{
      ...{ thread: row.id, topic: row.topic, side, at },
      before: `${from > aroundCharacters ? '… ' : ''}${plain.slice(Math.max(0, from - aroundCharacters), from)}`,
      match: plain.slice(from, until),
      after: `${plain.slice(until, until + aroundCharacters)}${until + aroundCharacters < plain.length ? ' …' : ''}`,
    }]
  })
  return { term, messages, isCut: rows.length > searchedMost }
}
