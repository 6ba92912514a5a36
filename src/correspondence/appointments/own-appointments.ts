import { type PartyCase, partyCase } from '../../cases/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { type Appointment, officeOf, openWords } from './appointment.ts'
import { appointmentOf, type AppointmentRow, findAppointment, listOfCase } from './appointment-store.ts'
import { findLastFree, listFree, listFreeBetween, type SlotRow } from './slot-store.ts'
import { offeredFrom, weekOfOffice } from './slot-times.ts'

export const isSomebody = (actor: Actor): boolean => actor.kind === 'account' && actor.id !== null

const shownMost = 50

export interface OwnAppointments {
  readonly case: PartyCase
  readonly appointments: readonly Appointment[]
}

/** The appointments of a case, for a person who is on it now; null for everybody else, and for a case that is not. */
export const ownAppointments = query({
  name: 'appointments.own-list',
  allow: (actor, _input: { receiptNumber: string }) => isSomebody(actor),
  async run(context, { receiptNumber }): Promise<OwnAppointments | null> {
    const found = await partyCase(context, receiptNumber, 'move-appointments')
    return found && { case: found, appointments: (await listOfCase(context.tx, found.id, shownMost)).map(appointmentOf) }
  },
})

export interface OwnAppointment {
  readonly appointment: Appointment
  /** What somebody said they need to be able to come; empty: nothing. */
  readonly needs: string
  readonly now: Temporal.Instant
}

type Sought = { readonly receiptNumber: string; readonly appointment: string }

const opened = ({ services, now }: Pick<OperationContext, 'services' | 'now'>, row: AppointmentRow): OwnAppointment => ({
  appointment: appointmentOf(row),
  needs: row.needs_sealed ? openWords(services.keys, row.case, 'needs_sealed', row.id, row.needs_sealed) : '',
  now,
})

/** One appointment; null where the person is not on its case now. */
export const ownAppointment = query({
  name: 'appointments.own',
  allow: (actor, _input: Sought) => isSomebody(actor),
  async run(context, { receiptNumber, appointment }): Promise<OwnAppointment | null> {
    const row = isId(appointment) ? await findAppointment(context.tx, { id: appointment, receiptNumber }) : undefined
    return row ? opened(context, row) : null
  },
})

export interface TimesToChoose extends OwnAppointment {
  /** The Monday of the week that is shown, at the office. */
  readonly monday: Temporal.PlainDate
  readonly free: readonly SlotRow[]
  /** A day of the nearest other week that has free times; null: none has. */
  readonly earlier: Temporal.PlainDate | null
  readonly later: Temporal.PlainDate | null
}

const latest = (one: Temporal.Instant, other: Temporal.Instant) => (Temporal.Instant.compare(one, other) > 0 ? one : other)

/**
 * The free times of one week at the office of an appointment: the week of the day asked for, or the first that has any. What lies
 * before and after is looked up, so that nobody is led to a week without a time.
 */
export const timesToChoose = query({
  name: 'appointments.times-to-choose',
  allow: (actor, _input: Sought & { day: Temporal.PlainDate | null }) => isSomebody(actor),
  async run(context, { receiptNumber, appointment, day }): Promise<TimesToChoose | null> {
    const { tx, now, services } = context
    const row = isId(appointment) ? await findAppointment(tx, { id: appointment, receiptNumber }) : undefined
    if (!row) return null
    const { timeZone } = officeOf(services.agency, row.office)
    const place = { office: row.office, kind: row.kind }
    const from = offeredFrom(services.agency, now)
    const dayAt = (at: Temporal.Instant | undefined) => (at ? at.toZonedDateTimeISO(timeZone).toPlainDate() : null)
    const [first] = await listFree(tx, { ...place, from, most: 1 })
    const week = weekOfOffice(day ?? dayAt(first?.starts_at ?? from) as Temporal.PlainDate, timeZone)
    const free = await listFreeBetween(tx, { ...place, from: latest(week.from, from), until: week.until })
    const before = await findLastFree(tx, { ...place, from, until: week.from })
    const [after] = await listFree(tx, { ...place, from: latest(week.until, from), most: 1 })
    return {
      ...opened(context, row),
      monday: week.monday,
      free: free.filter(({ id }) => id !== row.slot),
      earlier: dayAt(before?.starts_at),
      later: dayAt(after?.starts_at),
    }
  },
})
