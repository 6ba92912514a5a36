import { lockForAct, moveTask, openTask } from '../../cases/index.ts'
import { type Appointment, isOpen, kindOf, mayBook } from './appointment.ts'
import { appointmentOf, findAppointment, insertAppointment, lockAppointment, updateAppointment } from './appointment-store.ts'
import { noteTime } from './appointment-notice.ts'
import { remindedAlready } from './remind.ts'
import { findSlot, lockPlaces, type SlotRow } from './slot-store.ts'
import { insertStep, isPressed } from './step-store.ts'
import { type Telling, tellOfAppointment } from './tell.ts'

export interface CaseToSee {
  readonly caseId: string
  readonly receiptNumber: string
}

export const bookRefusals = ['slot-taken', 'has-one-already', 'status-does-not-allow'] as const
export type BookRefusal = (typeof bookRefusals)[number]

/** A time as it stands once nobody else can take a place of it; null: it has none, is closed, over, or not there. */
export async function lockedSlot({ tx, now }: Pick<Telling, 'tx' | 'now'>, id: string, besides: readonly { office: string; kind: string }[] = []): Promise<SlotRow | null> {
  const sought = await findSlot(tx, id)
  if (!sought) return null
  await lockPlaces(tx, [sought, ...besides])
  const found = await findSlot(tx, id)
  const isFree = found && found.closed_at === null && found.taken < found.capacity && Temporal.Instant.compare(found.starts_at, now) > 0
  return isFree ? found : null
}

const timeOf = ({ id, office, starts_at, minutes }: SlotRow) => ({ slot: id, office, starts_at, minutes })

/**
 * Books a time for a case and tells its people. A press that was sent before books nothing more. The office asks for a reason that
 * opens the file before it calls this.
 */
export async function bookAppointment(context: Telling, its: CaseToSee, { slot, press }: { slot: string; press: string }): Promise<BookRefusal | 'booked-before' | { appointment: string }> {
  const { tx, actor, now, services } = context
  const found = await lockedSlot(context, slot)
  if (await findAppointment(tx, { id: press, receiptNumber: its.receiptNumber })) return 'booked-before'
  if (!found) return 'slot-taken'
  const kind = kindOf(services.agency, found.kind)
  // As the case stands once nobody else decides on it: one that just ended has nobody to see.
  const stands = await lockForAct(context, its.receiptNumber)
  if (!stands || !mayBook(services.agency, stands.status, kind)) return 'status-does-not-allow'
  const made = { id: press, case: its.caseId, receipt_number: its.receiptNumber, kind: kind.id, state: 'booked', made_at: now, made_by: actor.id as string, changed_at: now }
  const isMade = await insertAppointment(tx, { ...made, ...timeOf(found), reminded_days: remindedAlready(services.agency, found.starts_at, now) })
  if (!isMade) return 'has-one-already'
  await insertStep(tx, { id: press, appointment: press, at: now, what: 'booked', side: 'agency', staff: actor.id, to_at: found.starts_at, told_at: now })
  await openTask(context, { caseId: its.caseId, kind: 'appointment', subject: press, startsAt: found.starts_at })
  await tellOfAppointment(context, its, { status: kind.booked, why: 'appointments.course.booked' })
  const row = await lockAppointment(tx, press)
  if (row) await noteTime(context, appointmentOf(row), { source: press })
  return { appointment: press }
}

export const moveRefusals = ['slot-taken', 'not-open'] as const
export type MoveRefusal = (typeof moveRefusals)[number]

export type MoveBy = { readonly side: 'agency' } | { readonly side: 'person' | 'representative'; readonly why: string; readonly wordsSealed: Buffer | null }

/**
 * Puts an open appointment into another time, all in one: the place it had is free again. By its people it counts as a change of
 * theirs, unless the office had closed its time.
 */
export async function putInto(context: Pick<Telling, 'tx' | 'actor' | 'now' | 'services'>, its: Appointment, slot: SlotRow, { press, by }: { press: string; by: MoveBy }): Promise<void> {
  const { tx, actor, now, services } = context
  const counts = by.side !== 'agency' && its.state === 'booked'
  await updateAppointment(tx, its.id, {
    slot: slot.id,
    starts_at: slot.starts_at,
    minutes: slot.minutes,
    // A person stays at the office: only the agency may give another one.
    ...(by.side === 'agency' ? { office: slot.office } : {}),
    why: null,
    state: 'booked',
    changed_at: now,
    sequence: its.sequence + 1,
    ...(counts ? { changes: its.changes + 1 } : {}),
    reminded_days: remindedAlready(services.agency, slot.starts_at, now),
  })
  const who = by.side === 'agency' ? { staff: actor.id, told_at: now } : { account: actor.id, why: by.why, words_sealed: by.wordsSealed }
  await insertStep(tx, { id: press, appointment: its.id, at: now, what: 'moved', side: by.side, from_at: its.startsAt, to_at: slot.starts_at, ...who })
  await moveTask(context, { subject: its.id, startsAt: slot.starts_at })
}

/** **Give this time**: the office moves an open appointment, to another of its offices too. */
export async function moveForOffice(context: Telling, { receiptNumber, appointment, slot, press }: { receiptNumber: string; appointment: string; slot: string; press: string }): Promise<MoveRefusal | 'moved-before' | { caseId: string }> {
  const { tx, services } = context
  const before = await findAppointment(tx, { id: appointment, receiptNumber })
  if (!before) return 'not-open'
  const found = await lockedSlot(context, slot, [before])
  const row = await lockAppointment(tx, appointment)
  if (await isPressed(tx, { press, appointment })) return 'moved-before'
  if (!row || !isOpen(appointmentOf(row))) return 'not-open'
  if (!found || found.kind !== row.kind) return 'slot-taken'
  await putInto(context, appointmentOf(row), found, { press, by: { side: 'agency' } })
  await tellOfAppointment(context, appointmentOf(row), { status: kindOf(services.agency, row.kind).moved, why: 'appointments.course.moved-by-office' })
  const moved = await lockAppointment(tx, appointment)
  if (moved) await noteTime(context, appointmentOf(moved), { source: press, change: { before: row.starts_at, why: null } })
  return { caseId: row.case }
}
