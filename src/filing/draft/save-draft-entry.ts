import { operation } from '../../platform/operation.ts'
import type { Answers, Entry } from '../definition/definition.ts'
import { withEntry } from '../journey/accept-entry.ts'
import { changeList, type PlacedEntry, standing } from './change-list.ts'
import { mayFillIn } from './start-draft.ts'

/**
 * The accepted answers of one entry, or of one page of it. An unknown `entry` is added under that key, so that pressing
 * twice adds it once.
 */
export type EntryToSave = PlacedEntry & { readonly answers: Answers }

/** Removed entries are kept, so that they can be put back: no more of them than a list has room for. */
const removedKept = (entries: readonly Entry[], most: number) => {
  const tooMany = entries.filter(({ removed }) => removed).slice(0, -most)
  return entries.filter((entry) => !tooMany.includes(entry))
}

/** Saves an entry of a list, or a page of it, into the draft as it is now: what its other pages hold stays. */
export const saveDraftEntry = operation({
  name: 'filing.save-draft-entry',
  allow: (actor, _input: EntryToSave) => mayFillIn(actor),
  refusals: ['draft-not-open', 'list-full'],
  async run(context, { answers, ...placed }) {
    const refused = await changeList(context, placed, (entries, { most }) => {
      const isStanding = standing(entries).some(({ id }) => id === placed.entry)
      if (!isStanding && standing(entries).length >= most) return 'list-full'
      const known = entries.find(({ id }) => id === placed.entry)?.answers
      return removedKept(withEntry(entries, { id: placed.entry, answers: { ...known, ...answers } }), most)
    })
    return refused ? context.refuse(refused) : undefined
  },
})
