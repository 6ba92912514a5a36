import { isId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import type { Client } from './client.ts'
import { lockClient } from './client-store.ts'
import { type ClientNote, noteOf, notesShownMost, sealNote } from './note.ts'
import { findNote, insertNote, listNotes, lockNote, updateNote } from './note-store.ts'
import { findClientFor } from './own-clients.ts'

interface NoteToKeep {
  readonly client: string
  readonly text: string
  /** Made with the page: sent again, it writes nothing more. */
  readonly press: string
}

/** **Keep note**: for the representative alone. */
export const keepNote = operation({
  name: 'representation.keep-client-note',
  allow: (actor, _note: NoteToKeep) => mayRepresent(actor),
  refusals: ['no-such-client'],
  async run({ tx, now, services: { keys }, refuse, audit, recordedBefore }, { client, text, press: id }) {
    const row = isId(client) ? await lockClient(tx, client) : undefined
    if (!row) return refuse('no-such-client')
    const { representative } = row
    audit({ account: representative, subject: client, detail: { note: id } })
    const isNew = await insertNote(tx, { id, client, representative, sealed: sealNote(keys, { id, representative }, text), at: now })
    if (!isNew) recordedBefore()
    return { note: id }
  },
})

interface NoteToTurn {
  readonly client: string
  readonly note: string
}

/** Other words for a note. */
export const changeNote = operation({
  name: 'representation.change-client-note',
  allow: (actor, _note: NoteToTurn & { text: string }) => mayRepresent(actor),
  refusals: ['no-such-note'],
  async run({ tx, now, services: { keys }, refuse, audit, recordedBefore }, { client, note, text }) {
    const row = isId(client) && isId(note) ? await lockNote(tx, client, note) : undefined
    if (!row || row.removed_at) return refuse('no-such-note')
    audit({ account: row.representative, subject: client, detail: { note } })
    if (noteOf(keys, row).text === text) recordedBefore()
    else await updateNote(tx, note, { sealed: sealNote(keys, row, text), changed_at: now })
    return { note }
  },
})

const turnNote = (name: string, isRemoving: boolean) =>
  operation({
    name,
    allow: (actor, _note: NoteToTurn) => mayRepresent(actor),
    refusals: ['no-such-note'],
    async run({ tx, now, refuse, audit, recordedBefore }, { client, note }) {
      const row = isId(client) && isId(note) ? await lockNote(tx, client, note) : undefined
      if (!row) return refuse('no-such-note')
      audit({ account: row.representative, subject: client, detail: { note } })
      if ((row.removed_at !== null) === isRemoving) recordedBefore()
      else await updateNote(tx, note, { removed_at: isRemoving ? now : null })
      return { note }
    },
  })

/** **Remove**: it can be put back until it is deleted. */
export const removeNote = turnNote('representation.remove-client-note', true)
/** **Put it back**: as it was. */
export const restoreNote = turnNote('representation.restore-client-note', false)

/** The notes on a client; `note`: one of them alone, also where it was removed. */
export const notesOnClient = query({
  name: 'representation.notes-on-client',
  allow: (actor, _input: { client: string; note: string | null }) => mayRepresent(actor),
  async run({ tx, services }, { client, note }): Promise<readonly ClientNote[]> {
    if (!isId(client) || (note !== null && !isId(note))) return []
    const rows = note === null ? await listNotes(tx, client, notesShownMost) : [await findNote(tx, client, note)]
    return rows.flatMap((row) => (row ? [noteOf(services.keys, row)] : []))
  },
})

/** One client of whoever asks, with the notes on them; `removed`: a note that was taken away, where it was asked for and can be put back. */
export const clientWithNotes = query({
  name: 'representation.client-with-notes',
  allow: (actor, _input: { client: string; removed: string | null }) => mayRepresent(actor),
  async run(context, { client: id, removed }): Promise<{ client: Client; notes: readonly ClientNote[]; removed: ClientNote | null } | null> {
    const client = await findClientFor(context, id)
    if (!client) return null
    const notes = await notesOnClient.run(context, { client: id, note: null })
    const [gone] = removed === null ? [] : await notesOnClient.run(context, { client: id, note: removed })
    return { client, notes, removed: gone?.removedAt ? gone : null }
  },
})
