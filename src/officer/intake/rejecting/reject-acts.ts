import { correctRejection, dropRejection, keepRejection, type Rejection, rejectFiling } from '../../../cases/index.ts'
import { operation } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'

const subjectOf = (rejection: string) => ({ subject: `rejection:${rejection.slice(0, 40)}` })

/** `id`: made with the page, so that the same page sent twice is one. */
interface TypedRejection {
  readonly id: string
  readonly rejection: Rejection
}

/** Keeps what was typed of a form that is not accepted, to be looked over. */
export const typeRejection = operation({
  name: 'officer.type-rejection',
  allow: (actor, _typed: TypedRejection) => whoMay('take-in-paper')(actor),
  refusals: ['no-rejection'],
  async run(context, { id, rejection }) {
    context.audit(subjectOf(id))
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
