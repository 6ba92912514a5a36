import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import { type WithdrawnAppearance, withdrawnOf } from './withdrawn.ts'
import { listWithdrawn } from './withdrawn-store.ts'

const aPage = 50

export interface WithdrawnPage {
  readonly ended: readonly WithdrawnAppearance[]
  /** Where the next page begins; null on the last one. */
  readonly next: string | null
}

const placeOf = ({ at, id }: WithdrawnAppearance): string => `${at}_${id}`

/** A place in the list as an address carries it; null: it is none. */
function parsePlace(place: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = (place ?? '').split('_')
  return /^\d{4}-[\d:.T-]{11,24}Z$/.test(at) && isId(id) ? { at, id } : null
}

/** **Withdrawn G-28s**: of a representative, the newest first. */
export const ownWithdrawn = query({
  name: 'representation.own-withdrawn',
  allow: (actor, _input: { after: string | undefined }) => mayRepresent(actor),
  async run({ tx, actor, services: { keys } }, { after }): Promise<WithdrawnPage> {
    const rows = await listWithdrawn(tx, accountsOf(actor), { after: parsePlace(after), most: aPage + 1 })
    const ended = rows.slice(0, aPage).map((row) => withdrawnOf(keys, row))
    const last = rows.length > aPage ? ended.at(-1) : undefined
    return { ended, next: last ? placeOf(last) : null }
  },
})
