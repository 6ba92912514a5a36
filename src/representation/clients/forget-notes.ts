import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { removedNoteDays } from './note.ts'
import { deleteRemovedNotes } from './note-store.ts'

/** Removed notes can be put back for 30 days, and are then gone. */
export const forgetRemovedNotes = operation({
  name: 'representation.forget-removed-notes',
  allow: ({ kind }, _input: Record<string, never>) => kind === 'system',
  refusals: [],
  async run({ tx, now, recordedBefore }) {
    recordedBefore()
    await deleteRemovedNotes(tx, now.subtract({ hours: 24 * removedNoteDays }))
  },
})

export const clientNotesChore: Chore = {
  name: 'representation.client-notes',
  everySeconds: 3600,
  async run({ perform }) {
    await perform(forgetRemovedNotes, {})
  },
}
