import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { NoteRow } from './note-store.ts'

/** What a representative noted of a client for themselves: the client never reads it. */
export interface ClientNote {
  readonly id: string
  readonly text: string
  readonly at: Temporal.Instant
  readonly changedAt: Temporal.Instant | null
  readonly removedAt: Temporal.Instant | null
}

export const noteCharactersMost = 4000
/** A client with more notes than this shows the newest. */
export const notesShownMost = 100
/** How long a removed note can be put back. */
export const removedNoteDays = 30

const place = ({ id, representative }: Pick<NoteRow, 'id' | 'representative'>) => ({ person: representative, table: 'representation.client_note', row: id, column: 'sealed' })

export const sealNote = (keys: Keys, whose: Pick<NoteRow, 'id' | 'representative'>, text: string): Buffer => sealText(keys, place(whose), text)

export const noteOf = (keys: Keys, row: NoteRow): ClientNote => ({
  id: row.id,
  text: openText(keys, place(row), row.sealed),
  at: row.at,
  changedAt: row.changed_at,
  removedAt: row.removed_at,
})
