import { closeTask } from '../../cases/index.ts'
import { caseEnds, cancelledWith } from '../ending/case-end.ts'
import { newId } from '../../platform/ids.ts'
import { settleIdentity } from '../identity/office-identity.ts'
import { type Appointment, isOpen, kindOf } from './appointment.ts'
import { appointmentOf, findAppointment, lockAppointment, updateAppointment } from './appointment-store.ts'
import { noteOff } from './appointment-notice.ts'
import { insertStep } from './step-store.ts'
import { type Telling, tellOfAppointment } from './tell.ts'

interface Named {
  readonly receiptNumber: string
  readonly appointment: string
}

async function locked({ tx }: Pick<Telling, 'tx'>, { receiptNumber, appointment }: Named): Promise<Appointment | null> {
  if (!(await findAppointment(tx, { id: appointment, receiptNumber }))) return null
  const row = await lockAppointment(tx, appointment)
  return row ? appointmentOf(row) : null
}

type Ended = 'not-open' | 'done-before' | { caseId: string }

const step = ({ actor, now }: Telling, its: Appointment, what: string) => ({
  id: newId(), appointment: its.id, at: now, what, side: 'agency', staff: actor.id, from_at: its.startsAt, told_at: now,
})

const endings = caseEnds.map(cancelledWith)

/** **Cancel the appointment**, with a reason that its people read, or because its case ended. */
export async function cancelAppointment(context: Telling, { why, ...named }: Named & { why: string }): Promise<Ended | 'unknown-reason'> {
  const { tx, now, services } = context
  if (![...services.agency.appointments.cancellations, ...endings].includes(why)) return 'unknown-reason'
  const its = await locked(context, named)
  if (its?.state === 'cancelled') return 'done-before'
  if (!its || !isOpen(its)) return 'not-open'
  await updateAppointment(tx, its.id, { state: 'cancelled', why, changed_at: now, sequence: its.sequence + 1 })
  const done = step(context, its, 'cancelled')
  await insertStep(tx, { ...done, why })
  await closeTask(context, { subject: its.id, how: 'withdrawn' })
  await noteOff(context, its, { source: done.id, change: { before: its.startsAt, why: { list: 'cancelled', code: why } }, waits: false })
  return { caseId: its.caseId }
}

/** How early somebody may be at the desk on the day; nobody is expected there before that. */
const earlyHoursMost = 12

/** **They are here**: on the day, before what they came for. */
export async function noteArrival(context: Telling, named: Named): Promise<Ended | 'not-yet'> {
  const { tx, now } = context
  const its = await locked(context, named)
  if (its?.state !== 'booked') return its?.arrivedAt ? 'done-before' : 'not-open'
  if (its.arrivedAt) return 'done-before'
  if (Temporal.Instant.compare(now, its.startsAt.subtract({ hours: earlyHoursMost })) < 0) return 'not-yet'
  await updateAppointment(tx, its.id, { arrived_at: now })
  await insertStep(tx, step(context, its, 'arrived'))
  return { caseId: its.caseId }
}

export const outcomes = ['attended', 'confirmed', 'not-confirmed', 'missed'] as const
export type Outcome = (typeof outcomes)[number]

/** What can be said of how an appointment of this kind went. */
export const outcomesOf = (checksIdentity: boolean): readonly Outcome[] => (checksIdentity ? ['confirmed', 'not-confirmed', 'missed'] : ['attended', 'missed'])

/** Records once that they came, with what was found where somebody looked who they are, or that they did not. */
export async function recordOutcome(context: Telling, { outcome, ...named }: Named & { outcome: Outcome }): Promise<Ended | 'not-yet' | 'unknown-outcome'> {
  const { tx, now, services } = context
  const its = await locked(context, named)
  if (!its) return 'not-open'
  const kind = kindOf(services.agency, its.kind)
  if (!outcomesOf(kind.checksIdentity === true).includes(outcome)) return 'unknown-outcome'
  const state = outcome === 'missed' ? 'missed' : 'attended'
  const confirmed = kind.checksIdentity && state === 'attended' ? outcome === 'confirmed' : null
  if (its.state === state && its.confirmed === confirmed) return 'done-before'
  if (its.state !== 'booked') return 'not-open'
  // Nobody has missed what has not begun; who is early and seen early was there.
  const from = state === 'missed' ? its.startsAt : its.startsAt.subtract({ hours: earlyHoursMost })
  if (Temporal.Instant.compare(now, from) < 0) return 'not-yet'
  await updateAppointment(tx, its.id, { state, confirmed, changed_at: now })
  await insertStep(tx, step(context, its, state))
  await closeTask(context, { subject: its.id, how: state === 'attended' ? 'done' : 'lapsed' })
  if (confirmed !== null) await settleIdentity(context, { caseId: its.caseId, confirmed })
  await tellOfAppointment(context, its, { status: state === 'attended' ? kind.attended : undefined, why: 'appointments.course.attended' })
  return { caseId: its.caseId }
}
