import { enterDecision } from '../../cases/index.ts'
import { endWithCase, holdAppointments } from '../../correspondence/index.ts'
import { decideWaiver } from '../../filing/index.ts'
import { operation } from '../../platform/operation.ts'
import { notOpened, openedCase } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { endAssignment } from '../queues/assignment-store.ts'

export interface FeeWaiverToDecide {
  receiptNumber: string
  granted: boolean
  /** One of the pack's reasons; read only where it is not granted. */
  reason: string
  /** Why, in the officer's words; kept sealed for the office. Not empty. */
  note: string
}

/**
 * Decides a request not to pay a fee, once, for an officer who gave a reason for opening its file: the draft it is about
 * is charged so from now on, the case of the request has its last status, and its people are told. One officer is enough
 * for a refusal: nothing is denied by it, and the person can ask again or pay.
 */
export const decideFeeWaiver = operation({
  name: 'officer.decide-fee-waiver',
  allow: (actor, _input: FeeWaiverToDecide) => whoMay('decide-fee-waiver')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'no-request', 'already-decided', 'already-filed', 'no-reason'],
  async run(context, { receiptNumber, granted, reason, note }: FeeWaiverToDecide) {
    const { tx, actor, now, services, refuse, audit } = context
    const rules = services.agency.feeWaiver
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return refuse(found)
    if (!rules) return refuse('no-request')
    if (!granted && !rules.reasons.includes(reason)) return refuse('no-reason')
    if (note.trim() === '') throw new Error('A request is never decided without a note')
    audit({ subject: found.id, ...(granted ? {} : { detail: { reason } }) })
    const about = { caseId: found.id, staff: actor.id as string }
    await holdAppointments(context, receiptNumber)
    const outcome = await decideWaiver(context, granted ? { ...about, granted } : { ...about, granted, reason })
    if (outcome !== 'decided') return refuse(outcome)
    const status = granted ? rules.granted : rules.refused
    if (!(await enterDecision(context, { receiptNumber, status, reason: note }))) return refuse('already-decided')
    await endWithCase(context, { caseId: found.id, receiptNumber, end: 'decision', why: note })
    await endAssignment(tx, found.id, 'moved-on', now)
    return { caseId: found.id }
  },
})
