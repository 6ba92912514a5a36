import { correctRejection, dropRejection, keepRejection, type Rejection, rejectFiling } from '../../../cases/index.ts'
import { isId } from '../../../platform/ids.ts'
import { operation } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { deleteEntry, lockEntry } from '../by-hand/entry-store.ts'

const subjectOf = (rejection: string) => ({ subject: `rejection:${rejection.slice(0, 40)}` })

/** `id`: made with the page, so that the same page sent twice is one. */
interface TypedRejection {
  readonly id: string
  readonly rejection: Rejection
}

/**
 * Keeps what was typed of a form that is not accepted, to be looked over. `entry`: where it was typed to be taken in; it goes,
 * so that nobody takes in what is being sent back.
 */
export const typeRejection = operation({
  name: 'officer.type-rejection',
  allow: (actor, _typed: TypedRejection & { entry: string }) => whoMay('take-in-paper')(actor),
  refusals: ['no-rejection', 'taken-already'],
  async run(context, { id, rejection, entry }) {
    const { tx } = context
    context.audit(subjectOf(id))
    const typed = isId(entry) ? await lockEntry(tx, entry) : undefined
    if (typed?.taken_at) return context.refuse('taken-already')
    if (typed) await deleteEntry(tx, entry)
    const kept = await keepRejection(context, { id, by: String(context.actor.id), rejection })
    return kept === 'kept' ? { id } : context.refuse(kept)
  },
})

export const amendRejection = operation({
  name: 'officer.correct-rejection',
  allow: (actor, _typed: TypedRejection) => whoMay('take-in-paper')(actor),
  refusals: ['no-rejection', 'rejected-already'],
  async run(context, typed) {
    context.audit(subjectOf(typed.id))
    const kept = await correctRejection(context, typed)
    return kept === 'kept' ? { id: typed.id } : context.refuse(kept)
  },
})

export const throwRejectionAway = operation({
  name: 'officer.drop-rejection',
  allow: (actor, _input: { id: string }) => whoMay('take-in-paper')(actor),
  refusals: ['rejected-already'],
  async run(context, { id }) {
    context.audit(subjectOf(id))
    const dropped = await dropRejection(context, id)
    return dropped === 'dropped' ? { id } : context.refuse(dropped)
  },
})

/** **Reject the form**: as it was looked over, or not at all. */
export const rejectForm = operation({
  name: 'officer.reject-form',
  allow: (actor, _input: { id: string; mark: string }) => whoMay('take-in-paper')(actor),
  refusals: ['no-rejection', 'rejection-changed'],
  async run(context, input) {
    context.audit(subjectOf(input.id))
    const rejected = await rejectFiling(context, input)
    if (typeof rejected === 'string') return context.refuse(rejected)
    context.audit({ detail: { form: rejected.form, reasons: rejected.reasons.join(' ') } })
    return { id: input.id }
  },
})
