import { caseBehind } from '../../cases/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { endAssignment, findAssignment } from '../queues/assignment-store.ts'
import { type ConflictReason, sealConflictNote } from './conflict.ts'
import { insertConflict, lockConflict, markLifted } from './conflict-store.ts'

export interface ToDeclare {
  readonly receiptNumber: string
  /** Made with the page; becomes its id. */
  readonly press: string
  readonly why: ConflictReason
  /** In their own words; may be empty. */
  readonly note: string
}

/**
 * **I may not work on this case**: from then on it is absent to who says so, in every list and to every operation, by the
 * row-level security of `cases.case`. No file has to be opened for it, and work they had taken on it ends.
 */
export const declareConflict = operation({
  name: 'officer.declare-conflict',
  allow: (actor, _input: ToDeclare) => whoMay('decide-case')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case'],
  async run(context, { receiptNumber, press, why, note }) {
    const { tx, actor, now, services, refuse, audit } = context
    const found = await caseBehind.run(context, { receiptNumber })
    // Pressed twice, the case is absent already.
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, detail: { conflict: press, why } })
    const assigned = await findAssignment(tx, found.id)
    if (assigned?.staff === actor.id) await endAssignment(tx, found.id, 'put-back', now)
    const row = { id: press, case: found.id, receipt_number: found.receiptNumber, staff: actor.id as string, why, note_sealed: sealConflictNote(services.keys, found.id, press, 'note_sealed', note) }
    if (!(await insertConflict(tx, { ...row, declared_at: now }))) return refuse('unknown-case')
    return undefined
  },
})

/** **Lift**: a supervisor who is somebody else found that it does not hold, and says why. The case is there again for who declared it. */
export const liftConflict = operation({
  name: 'officer.lift-conflict',
  allow: (actor, _input: { conflict: string; note: string }) => whoMay('lift-conflict')(actor) && actor.sessionId !== null,
  refusals: ['no-conflict', 'yours', 'lifted-already'],
  async run(context, { conflict: id, note }) {
    const { tx, actor, now, services, refuse, audit } = context
    const found = isId(id) ? await lockConflict(tx, id) : undefined
    if (!found) return refuse('no-conflict')
    audit({ subject: found.case, detail: { conflict: id } })
    if (found.staff === actor.id) return refuse('yours')
    if (found.lifted_at) return refuse('lifted-already')
    await markLifted(tx, id, { by: actor.id as string, at: now, note: sealConflictNote(services.keys, found.case, id, 'lift_note_sealed', note) })
    return undefined
  },
})
