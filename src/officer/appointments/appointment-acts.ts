import { bookAppointment, bookRefusals, cancelAppointment, moveForOffice, moveRefusals, noteArrival, type Outcome, recordOutcome } from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'

interface Named {
  readonly receiptNumber: string
  readonly appointment: string
}

const mayKeep = whoMay('keep-appointments')

/** **Book this time**, for an officer who opened the file. */
export const bookForCase = operation({
  name: 'officer.book-appointment',
  allow: (actor, _input: { receiptNumber: string; slot: string; press: string }) => mayKeep(actor) && actor.sessionId !== null,
  refusals: [...notOpened, ...bookRefusals],
  async run(context, { receiptNumber, slot, press }) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { appointment: press } })
    const its = { caseId: file.id, receiptNumber: file.receiptNumber }
    const booked = isId(slot) ? await bookAppointment(context, its, { slot, press }) : 'slot-taken'
    if (booked === 'booked-before') recordedBefore()
    else if (typeof booked === 'string') return refuse(booked)
    return { appointment: press }
  },
})

/** **Give this time** to an appointment of an opened file. */
export const giveTime = operation({
  name: 'officer.move-appointment',
  allow: (actor, _input: Named & { slot: string; press: string }) => mayKeep(actor) && actor.sessionId !== null,
  refusals: [...notOpened, ...moveRefusals],
  async run(context, input) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, input.receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { appointment: input.appointment.slice(0, 40) } })
    const moved = isId(input.slot) && isId(input.appointment) ? await moveForOffice(context, input) : 'slot-taken'
    if (moved === 'moved-before') recordedBefore()
    else if (typeof moved === 'string') return refuse(moved)
    return { appointment: input.appointment }
  },
})

/** **Cancel the appointment** of an opened file. */
export const cancelOfFile = operation({
  name: 'officer.cancel-appointment',
  allow: (actor, _input: Named & { why: string }) => mayKeep(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-reason', 'not-open'],
  async run(context, input) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, input.receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { appointment: input.appointment.slice(0, 40), why: input.why } })
    const cancelled = isId(input.appointment) ? await cancelAppointment(context, input) : 'not-open'
    if (cancelled === 'done-before') recordedBefore()
    else if (typeof cancelled === 'string') return refuse(cancelled)
    return { appointment: input.appointment }
  },
})

/** How an appointment of an opened file went: said once. */
export const sayOutcome = operation({
  name: 'officer.record-outcome',
  allow: (actor, _input: Named & { outcome: Outcome }) => mayKeep(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'not-open', 'not-yet', 'unknown-outcome'],
  async run(context, input) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, input.receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { appointment: input.appointment.slice(0, 40), outcome: input.outcome } })
    const said = isId(input.appointment) ? await recordOutcome(context, input) : 'not-open'
    if (said === 'done-before') recordedBefore()
    else if (typeof said === 'string') return refuse(said)
    return { appointment: input.appointment }
  },
})

/** **They are here**, from the list of the day: it tells no names, so no file is opened for it. */
export const sayHere = operation({
  name: 'officer.note-arrival',
  allow: (actor, _input: Named) => mayKeep(actor),
  refusals: ['not-open', 'not-yet'],
  async run(context, input) {
    const { refuse, audit, recordedBefore } = context
    const noted = isId(input.appointment) ? await noteArrival(context, input) : 'not-open'
    if (noted === 'done-before') recordedBefore()
    else if (typeof noted === 'string') return refuse(noted)
    else audit({ subject: noted.caseId, detail: { appointment: input.appointment } })
    return { appointment: input.appointment }
  },
})
