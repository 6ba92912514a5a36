import { isId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { whoMay } from '../may.ts'
import { type CaseNote, openNoteText, sealNoteText } from './note.ts'
import { insertNote, listNotes, lockNote, recordNote } from './note-store.ts'

/** A file with more notes than this tells the newest and the pinned ones. */
const notesMost = 100

interface NoteToWrite {
  readonly receiptNumber: string
  readonly text: string
  readonly isPinned: boolean
  /** The author's own note that this one corrects; null: a new one. */
  readonly follows: string | null
  /** Made with the page: sent again, it writes nothing more. */
  readonly press: string
}

const mayWrite = whoMay('write-notes')

/** **Keep note**: for colleagues alone, in an opened file. With `follows`: what the author now says in place of a note. */
export const writeNote = operation({
  name: 'officer.write-note',
  allow: (actor, _note: NoteToWrite) => mayWrite(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'not-yours'],
  async run(context, { receiptNumber, text, isPinned, follows, press }: NoteToWrite) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { note: press } })
    if (follows !== null) {
      const before = isId(follows) ? await lockNote(tx, file.id, follows) : undefined
      if (!before || before.staff !== actor.id || before.struck_at) return refuse('not-yours')
    }
    const note = { id: press, case: file.id, staff: actor.id as string, follows, pinned: isPinned, at: now }
    const isNew = await insertNote(tx, { ...note, sealed: sealNoteText(services.keys, file.id, press, text) })
    if (!isNew) recordedBefore()
    else if (follows !== null) await recordNote(tx, follows, { pinned: false })
    return { note: press }
  },
})

interface NoteToTurn {
  readonly receiptNumber: string
  readonly note: string
}

/** **Strike**: its author takes a note back. It stays readable, struck through. */
export const strikeNote = operation({
  name: 'officer.strike-note',
  allow: (actor, _input: NoteToTurn) => mayWrite(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'not-yours'],
  async run(context, { receiptNumber, note }) {
    const { tx, actor, now, refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { note: note.slice(0, 40) } })
    const found = isId(note) ? await lockNote(tx, file.id, note) : undefined
    if (!found || found.staff !== actor.id) return refuse('not-yours')
    if (found.struck_at) recordedBefore()
    else await recordNote(tx, note, { struck_at: now, pinned: false })
    return { note }
  },
})

/** **Pin** and **Unpin**: what every colleague should read first. */
export const pinNote = operation({
  name: 'officer.pin-note',
  allow: (actor, _input: NoteToTurn & { isPinned: boolean }) => mayWrite(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-note'],
  async run(context, { receiptNumber, note, isPinned }) {
    const { tx, refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { note: note.slice(0, 40), isPinned } })
    const found = isId(note) ? await lockNote(tx, file.id, note) : undefined
    if (!found || (isPinned && found.struck_at)) return refuse('unknown-note')
    if (found.pinned === isPinned) recordedBefore()
    else await recordNote(tx, note, { pinned: isPinned })
    return { note }
  },
})

/** The notes of an opened file; none where it was not opened. */
export const notesOfFile = query({
  name: 'officer.notes-of-file',
  allow: (actor, _input: { receiptNumber: string }) => mayWrite(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<readonly CaseNote[]> {
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return []
    const rows = await listNotes(context.tx, file.id, notesMost)
    const corrected = new Set(rows.map(({ follows }) => follows))
    return rows.map(({ id, staff, sealed, at, pinned, struck_at, follows }) => ({
      ...{ id, staff, at, follows, isPinned: pinned, struckAt: struck_at, isCorrected: corrected.has(id) },
      text: openNoteText(context.services.keys, file.id, id, sealed),
    }))
  },
})
