import { closeTasksOfCase } from '../../cases/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { cancelAppointment } from '../appointments/keep-appointment.ts'
import { lockAppointment } from '../appointments/appointment-store.ts'
import { lockPlaces } from '../appointments/slot-store.ts'
import { tellJob } from '../appointments/tell-of-change.ts'
import { endRequestsOfCase } from '../evidence-requests/end-request.ts'
import { endIdentityChecks } from '../identity/office-identity.ts'
import { type CaseEnd, cancelledWith } from './case-end.ts'
import { endWithWithdrawalRow, listOpenAppointments } from './ending-store.ts'

type Ending = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

/**
 * Whoever ends a case holds its appointments before the case itself, in the order of whoever moves one: of a move and an end at the
 * same moment the second sees the first, and neither waits for the other for ever.
 */
export async function holdAppointments({ tx }: Pick<Ending, 'tx'>, receiptNumber: string): Promise<void> {
  await lockPlaces(tx, await listOpenAppointments(tx, receiptNumber))
  for (const { id } of await listOpenAppointments(tx, receiptNumber)) await lockAppointment(tx, id)
}

interface Ended {
  readonly caseId: string
  readonly receiptNumber: string
  readonly end: CaseEnd
  /** Why, for the office. */
  readonly why: string
}

/**
 * Ends what is still open on a case, inside the operation of the office that decides or closes it, or takes a paper that withdraws it, and under the lock of the case:
 * what it asks, its appointments, the proof of identity, and its tasks. What ended so stays ended, whatever becomes of the case.
 */
export async function endWithCase(context: Ending, { caseId, receiptNumber, end, why }: Ended): Promise<void> {
  await endRequestsOfCase(context, { caseId, end, why })
  for (const { id: appointment } of await listOpenAppointments(context.tx, receiptNumber)) {
    await cancelAppointment(context, { receiptNumber, appointment, why: cancelledWith(end) })
  }
  await endIdentityChecks(context, caseId)
  await closeTasksOfCase(context, caseId)
}

/** The same for the person who withdraws it here, by the database, since they write none of this; a job tells of the appointments. */
export async function endWithWithdrawal({ tx, enqueue }: Pick<Ending, 'tx' | 'enqueue'>, withdrawal: string): Promise<void> {
  for (const step of await endWithWithdrawalRow(tx, { withdrawal, why: cancelledWith('withdrawal') })) {
    await enqueue(tellJob, { step }, { jobKey: `appointment ${step}` })
  }
}
