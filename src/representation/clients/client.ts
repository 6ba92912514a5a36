import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PostalAddress } from '../../profile/index.ts'
import type { ClientNames } from './client-names.ts'
import type { ClientRow } from './client-store.ts'

/** How a client is reached, each of it as far as it is known. `email` and `phone`: empty where there is none; a phone is E.164. */
export interface ClientContact {
  readonly email: string
  readonly phone: string
  readonly address: PostalAddress | null
}

/** Whom a representative acts for, as the representative wrote it down. */
export interface Client {
  readonly id: string
  readonly names: ClientNames
  readonly contact: ClientContact
  /** The client's own account; null: there is none, or they have not said yet that it is theirs. */
  readonly account: string | null
  readonly cameBy: 'added' | 'case'
  readonly addedAt: Temporal.Instant
  readonly archivedAt: Temporal.Instant | null
}

export const noContact: ClientContact = { email: '', phone: '', address: null }

type Column = 'names_sealed' | 'contact_sealed'
type Whose = Pick<ClientRow, 'id' | 'representative'>

const place = ({ id, representative }: Whose, column: Column) => ({ person: representative, table: 'representation.client', row: id, column })

export const sealNames = (keys: Keys, whose: Whose, names: ClientNames): Buffer => sealText(keys, place(whose, 'names_sealed'), JSON.stringify(names))
export const sealContact = (keys: Keys, whose: Whose, contact: ClientContact): Buffer => sealText(keys, place(whose, 'contact_sealed'), JSON.stringify(contact))

export const openNames = (keys: Keys, row: Whose & Pick<ClientRow, 'names_sealed'>): ClientNames =>
  JSON.parse(openText(keys, place(row, 'names_sealed'), row.names_sealed)) as ClientNames

/** Keys for one query over many rows of a representative: each person's key is derived once, and kept no longer than the query. */
export function keysForMany(keys: Keys): Keys {
  const derived = new Map<string, Buffer>()
  return {
    ...keys,
    dataKey(person, keyId = keys.currentId) {
      const known = derived.get(`${keyId} ${person}`)
      if (known) return known
      const key = keys.dataKey(person, keyId)
      derived.set(`${keyId} ${person}`, key)
      return key
    },
  }
}

/** How they are reached is opened when it is asked for: a list shows the names of many and nothing else. */
export const clientOf = (keys: Keys, row: ClientRow): Client => ({
  id: row.id,
  names: openNames(keys, row),
  get contact() {
    return JSON.parse(openText(keys, place(row, 'contact_sealed'), row.contact_sealed)) as ClientContact
  },
  account: row.account,
  cameBy: row.came_by as Client['cameBy'],
  addedAt: row.added_at,
  archivedAt: row.archived_at,
})
