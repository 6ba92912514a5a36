import type { Job } from '../../platform/jobs/job.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { kindOf } from './appointment.ts'
import { noteOff, noteTime } from './appointment-notice.ts'
import { appointmentOf, lockAppointment } from './appointment-store.ts'
import { lockUntold, markTold } from './step-store.ts'
import { tellOfAppointment } from './tell.ts'

export const tellJob = 'correspondence.tell-of-appointment'

/**
 * What follows from a change that a person made: the status of the case, and everybody on it told. Whoever made it may neither enter
 * a status nor know who else is on the case, so the worker does it. Once told, it is told no more. The appointment is locked before
 * its case, as by everybody.
 */
export const tellOfChange = operation({
  name: 'appointments.tell-of-change',
  allow: (actor, _input: { step: string }) => actor.kind === 'system',
  refusals: ['told-before'],
  async run(context, { step }) {
    const { tx, now, services, refuse, audit } = context
    const found = await lockUntold(tx, step)
    if (!found) return refuse('told-before')
    audit({ subject: found.case, detail: { appointment: found.appointment } })
    await markTold(tx, step, now)
    const row = await lockAppointment(tx, found.appointment)
    if (row && found.what === 'cancelled') {
      const why = found.why === null ? null : ({ list: 'cancelled', code: found.why } as const)
      await noteOff(context, appointmentOf(row), { source: step, change: { before: found.from_at ?? row.starts_at, why }, waits: false })
      return { appointment: found.appointment }
    }
    const its = { caseId: found.case, receiptNumber: found.receipt_number }
    await tellOfAppointment(context, its, { status: kindOf(services.agency, found.kind).moved, why: 'appointments.course.moved-by-person' })
    // Of two changes in a row the later notice is the one that counts: it tells the time that stands.
    if (row && found.from_at) await noteTime(context, appointmentOf(row), { source: step, change: { before: found.from_at, why: null } })
    return { appointment: found.appointment }
  },
})

export const tellOfAppointmentJob: Job = {
  task: tellJob,
  async run({ perform }, { step }) {
    if (typeof step === 'string' && isId(step)) await perform(tellOfChange, { step })
  },
}
