import { moveTask } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { type Appointment, kindOf, officeOf } from './appointment.ts'
import { appointmentOf, listBookedIn, listExpected, listToRebook, updateAppointment } from './appointment-store.ts'
import { noteOff, noteTime } from './appointment-notice.ts'
import { putInto } from './book-appointment.ts'
import { closeSlots, countTaken, findSlot, insertSlots, listFree, listSlots, lockPlaces, reopenSlots, type SlotRow } from './slot-store.ts'
import { dayOfOffice, offeredFrom, slotTimes } from './slot-times.ts'
import { insertStep } from './step-store.ts'
import { type Telling, tellOfAppointment } from './tell.ts'

/** How far ahead times are opened at once; more is another press. */
export const openDaysMost = 92

interface Range {
  readonly office: string
  readonly kind: string
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

/** **Open these days**: the times of an office's hours, each for as many people as it takes. What is there stays as it is. */
export async function openTimes({ tx, actor, now, services }: Telling, { office, kind, from, until }: Range): Promise<'not-held-there' | 'too-long' | { opened: number }> {
  const { agency } = services
  const its = agency.offices.find(({ id }) => id === office)
  const capacity = its?.visits?.kinds[kind]
  if (!its || capacity === undefined) return 'not-held-there'
  const days = from.until(until).days + 1
  if (days < 1 || days > openDaysMost) return 'too-long'
  const { minutes } = kindOf(agency, kind)
  const times = Array.from({ length: days }, (_, index) => slotTimes(its, agency.appointments.holidays, from.add({ days: index }), minutes)).flat()
  const slots = times
    .filter((at) => Temporal.Instant.compare(at, now) > 0)
    .map((at) => ({ id: newId(), office, kind, starts_at: at, minutes, capacity, opened_at: now, opened_by: actor.id as string }))
  return { opened: await insertSlots(tx, slots) }
}

export const closeRefusals = ['unknown-reason', 'unknown-time', 'hidden-from-you'] as const
export type CloseRefusal = (typeof closeRefusals)[number]

export interface Closed {
  readonly closed: number
  readonly moved: number
  readonly waiting: number
}

/** The first free time for whoever lost theirs: not before it, and late enough for them to be told. */
async function nextFree({ tx, now, services }: Telling, { office, kind, startsAt }: Appointment): Promise<SlotRow | undefined> {
  const early = offeredFrom(services.agency, now)
  const [slot] = await listFree(tx, { office, kind, from: Temporal.Instant.compare(startsAt, early) > 0 ? startsAt : early, most: 1 })
  return slot
}

/**
 * Closes times of an office with a reason. Whoever was booked gets the next free time there, or waits for one and may choose
 * themselves; either way they are told. Locks the office's places first; of its cases, each in the order of their ids.
 */
async function close(context: Telling, { office, slots, why }: { office: string; slots: readonly SlotRow[]; why: string }): Promise<'hidden-from-you' | Closed> {
  const { tx, actor, now } = context
  const kinds = [...new Set(slots.map(({ kind }) => kind))]
  await lockPlaces(tx, kinds.map((kind) => ({ office, kind })))
  if (slots.length === 0) return { closed: 0, moved: 0, waiting: 0 }
  const closed = await closeSlots(tx, slots.map(({ id }) => id), { at: now, by: actor.id as string, why })
  const booked = (await listBookedIn(tx, closed.map(({ id }) => id))).map(appointmentOf)
  const moves: Moved[] = []
  for (const its of booked) {
    const free = await nextFree(context, its)
    if (free) await putInto(context, its, free, { press: newId(), by: { side: 'agency' } })
    else await waitForTime(context, its)
    await updateAppointment(tx, its.id, { why })
    await insertStep(tx, { id: newId(), appointment: its.id, at: now, what: 'closed', side: 'agency', staff: actor.id, from_at: its.startsAt, to_at: free?.starts_at ?? null, why, told_at: now })
    moves.push({ its, free, why })
  }
  // Whoever may not see a case cannot give its people another time: nothing is closed over their heads.
  if ((await countTaken(tx, closed.map(({ id }) => id))) > 0) return 'hidden-from-you'
  await tellEach(context, moves)
  const moved = moves.filter(({ free }) => free).length
  return { closed: closed.length, moved, waiting: moves.length - moved }
}

/** No time is free: it has none until somebody gives or takes one, and what is asked has no time either. */
async function waitForTime(context: Telling, its: Appointment): Promise<void> {
  await updateAppointment(context.tx, its.id, { state: 'to-rebook', changed_at: context.now, sequence: its.sequence + 1 })
  await moveTask(context, { subject: its.id, startsAt: null })
}

interface Moved {
  readonly its: Appointment
  readonly free: SlotRow | undefined
  readonly why: string
}

/** Each case in the order of their ids, as whoever locks several does. */
async function tellEach(context: Telling, moves: readonly Moved[]): Promise<void> {
  for (const { its, free, why } of moves.toSorted((one, other) => (one.its.caseId < other.its.caseId ? -1 : 1))) {
    await tellOfAppointment(context, its, { status: kindOf(context.services.agency, its.kind).moved, why: 'appointments.course.closed' })
    const change = { before: its.startsAt, why: { list: 'closing', code: why } } as const
    const source = newId()
    if (free) await noteTime(context, { ...its, startsAt: free.starts_at }, { source, change })
    else await noteOff(context, its, { source, change, waits: true })
  }
}

/** **Close this time**. */
export async function closeTime(context: Telling, { office, slot, why }: { office: string; slot: string; why: string }): Promise<CloseRefusal | Closed> {
  if (!context.services.agency.appointments.closings.includes(why)) return 'unknown-reason'
  const found = await findSlot(context.tx, slot)
  return found && found.office === office ? close(context, { office, slots: [found], why }) : 'unknown-time'
}

/** **Close this day**: every time of it that is still to come. */
export async function closeDay(context: Telling, { office, day, why }: { office: string; day: Temporal.PlainDate; why: string }): Promise<CloseRefusal | Closed> {
  const { tx, now, services } = context
  if (!services.agency.appointments.closings.includes(why)) return 'unknown-reason'
  const span = dayOfOffice(day, officeOf(services.agency, office).timeZone)
  const slots = (await listSlots(tx, { office, ...span })).filter(({ starts_at, closed_at }) => closed_at === null && Temporal.Instant.compare(starts_at, now) > 0)
  return close(context, { office, slots, why })
}

/** **Open the day again**: times that were closed and are still to come. Whoever was moved stays where they are. */
export async function reopenDay({ tx, now, services }: Telling, { office, day }: { office: string; day: Temporal.PlainDate }): Promise<{ opened: number }> {
  const span = dayOfOffice(day, officeOf(services.agency, office).timeZone)
  const from = Temporal.Instant.compare(span.from, now) > 0 ? span.from : now
  return { opened: Temporal.Instant.compare(from, span.until) < 0 ? await reopenSlots(tx, { office, from, until: span.until }) : 0 }
}

const expectedMost = 500
const toRebookMost = 100

export interface DayOfOffice {
  readonly expected: readonly (Appointment & { readonly hasNeeds: boolean })[]
  readonly toRebook: readonly Appointment[]
}

/** Who comes to an office on a day, and who waits for another time there. The office asks for a right before it shows them. */
export async function dayAt({ tx, services }: Pick<Telling, 'tx' | 'services'>, { office, day }: { office: string; day: Temporal.PlainDate }): Promise<DayOfOffice> {
  const span = dayOfOffice(day, officeOf(services.agency, office).timeZone)
  const rows = await listExpected(tx, { office, ...span, most: expectedMost })
  const waiting = await listToRebook(tx, { office, most: toRebookMost })
  return {
    expected: rows.map((row) => ({ ...appointmentOf(row), hasNeeds: row.needs_sealed !== null })),
    toRebook: waiting.map(appointmentOf),
  }
}
