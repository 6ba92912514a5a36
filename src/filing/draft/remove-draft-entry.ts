import { operation } from '../../platform/operation.ts'
import { changeList, type PlacedEntry, standing } from './change-list.ts'
import { mayFillIn } from './start-draft.ts'

/** Takes an entry out of its list. It is kept aside, so that it can be put back. */
export const removeDraftEntry = operation({
  name: 'filing.remove-draft-entry',
  allow: (actor, _input: PlacedEntry) => mayFillIn(actor),
  refusals: ['draft-not-open', 'list-full'],
  async run(context, placed) {
    const refused = await changeList(context, placed, (entries) =>
      entries.map((entry) => (entry.id === placed.entry ? { ...entry, removed: true } : entry)),
    )
    return refused ? context.refuse(refused) : undefined
  },
})

/** Puts a removed entry back where it was. */
export const restoreDraftEntry = operation({
  name: 'filing.restore-draft-entry',
  allow: (actor, _input: PlacedEntry) => mayFillIn(actor),
  refusals: ['draft-not-open', 'list-full'],
  async run(context, placed) {
    const refused = await changeList(context, placed, (entries, { most }) => {
      if (standing(entries).length >= most) return 'list-full'
      return entries.map(({ removed, ...entry }) => (removed && entry.id !== placed.entry ? { ...entry, removed } : entry))
    })
    return refused ? context.refuse(refused) : undefined
  },
})
