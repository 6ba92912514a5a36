import { query } from '../../platform/operation.ts'
import { mayDo } from '../may.ts'
import type { Counts } from './intake-store.ts'
import { type HashedRow, lookBefore } from './read-rows.ts'
import { refusedBy, sortRows } from './sort-rows.ts'
import type { RefusedRow } from './file/intake-row.ts'

/** What would become of these rows, were they taken in now. A second row of one person counts as taken. */
export const lookOver = query({
  name: 'intake.look-over',
  allow: (actor, _rows: readonly HashedRow[]) => actor.kind === 'system' || mayDo(actor, 'take-in-paper'),
  async run(context, rows): Promise<{ counts: Counts; notTaken: RefusedRow[] }> {
    const sorted = sortRows(rows, await lookBefore(context, rows))
    const notTaken = refusedBy([...sorted])
    const of = (is: string) => [...sorted.values()].filter((each) => each.is === is).length
    const counts = { known: of('known'), uncertain: of('uncertain'), refused: notTaken.length }
    return { counts: { ...counts, taken: rows.length - counts.known - counts.uncertain - counts.refused }, notTaken }
  },
})
