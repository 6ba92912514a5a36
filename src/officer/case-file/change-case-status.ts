import { changeStatus, statusEntry, type StatusToSet } from '../../cases/index.ts'
import { endWithCase, holdAppointments } from '../../correspondence/index.ts'
import { waiverOfCase } from '../../filing/index.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { endAssignment } from '../queues/assignment-store.ts'
import { queueOf } from '../queues/queue.ts'
import { openedCase } from './opened-case.ts'

/**
 * **Change status**: the change of the cases domain, for an officer who gave a reason for opening the file. Where the
 * agency then waits for the person or for nothing at all, the case is no longer anyone's work.
 */
export const changeCaseStatus = operation({
  name: 'officer.change-status',
  allow: (actor, _input: StatusToSet) => whoMay('change-status')(actor) && actor.sessionId !== null,
  refusals: [...changeStatus.refusals, 'file-not-opened', 'request-to-decide'],
  async run(context, input) {
    const { tx, now, services, refuse } = context
    const found = await openedCase(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    const { decides, final } = statusEntry(services.agency, input.status)
    if (decides || final) {
      // Such a case says yes or no to a fee, and a draft waits for it: that is decided on a page of its own.
      const waiver = await waiverOfCase.run(context, { caseId: found.id })
      if (waiver?.state === 'asked') return refuse('request-to-decide')
    }
    if (final) await holdAppointments(context, input.receiptNumber)
    const changed = await changeStatus.run(
      context as unknown as OperationContext<(typeof changeStatus.refusals)[number]>,
      input,
    )
    if ('refused' in changed) return changed
    if (final) await endWithCase(context, { caseId: found.id, receiptNumber: input.receiptNumber, end: 'closing', why: input.reason })
    if (!queueOf(services.agency, changed.status)?.isWork) await endAssignment(tx, changed.caseId, 'moved-on', now)
    return changed
  },
})
