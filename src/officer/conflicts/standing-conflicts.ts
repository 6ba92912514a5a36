import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'
import { type Conflict, type ConflictReason, openConflictNote } from './conflict.ts'
import { listStandingConflicts } from './conflict-store.ts'

const shownMost = 200

/** Every conflict of interest that colleagues declared and nobody lifted, the oldest first. */
export const standingConflicts = query({
  name: 'officer.standing-conflicts',
  allow: (actor, _input: Record<string, never>) => whoMay('lift-conflict')(actor),
  async run(context): Promise<{ conflicts: readonly Conflict[]; names: ReadonlyMap<string, string> }> {
    const rows = await listStandingConflicts(context.tx, { exceptOf: context.actor.id as string, most: shownMost })
    const conflicts = rows.map((row) => ({
      id: row.id,
      receiptNumber: row.receipt_number,
      staff: row.staff,
      why: row.why as ConflictReason,
      note: openConflictNote(context.services.keys, row.case, row.id, row.note_sealed),
      declaredAt: row.declared_at,
    }))
    return { conflicts, names: await colleaguesNamed(context, conflicts.map(({ staff }) => staff)) }
  },
})
