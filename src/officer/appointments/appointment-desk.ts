import {
  type Appointment,
  appointmentForOffice,
  appointmentsOfCase,
  dayAt,
  type DayOfOffice,
  freeTimesForOffice,
  kindOf,
  type OfficeAppointment,
  officesFor,
  suggestedOffice,
  timesOfWeek,
} from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { openedCase } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'

/** Who comes to an office on a day: receipt numbers, kinds and times. */
export const appointmentDay = query({
  name: 'officer.appointment-day',
  allow: (actor, _input: { office: string; day: Temporal.PlainDate }) => whoMay('see-appointments')(actor),
  run: (context, input): Promise<DayOfOffice> => dayAt(context, input),
})

/** The times of one week of an office, for who keeps them. */
export const appointmentWeek = query({
  name: 'officer.appointment-week',
  allow: (actor, _input: { office: string; day: Temporal.PlainDate }) => whoMay('keep-appointment-times')(actor),
  run: (context, input) => timesOfWeek(context, input),
})

type Free = Awaited<ReturnType<typeof freeTimesForOffice>>

export interface FileAppointments {
  readonly appointments: readonly Appointment[]
  /** Chosen, or suggested for what was chosen; null: nothing was. */
  readonly kind: string | null
  readonly office: string | null
  readonly free: Free
}

const none: Free = { free: [], later: null }

/** The appointments of an opened file, and free times for another where a kind is chosen; null: there is none, or it was not opened. */
export const appointmentsOfFile = query({
  name: 'officer.appointments-of-file',
  allow: (actor, _input: { receiptNumber: string; kind: string; office: string; day: Temporal.PlainDate | null }) => whoMay('see-appointments')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber, kind, office, day }): Promise<FileAppointments | 'unknown-case' | 'file-not-opened'> {
    const { agency } = context.services
    const file = await openedCase(context, receiptNumber)
    if (typeof file === 'string') return file
    const appointments = await appointmentsOfCase(context, file.id)
    if (!agency.appointments.kinds.some(({ id }) => id === kind)) return { appointments, kind: null, office: null, free: none }
    const lives = file.addresses[0]?.physical
    const near = suggestedOffice(agency, kind, { office: file.office, state: lives?.country === agency.country ? (lives.region ?? null) : null })
    const at = officesFor(agency, kind).find(({ id }) => id === office)?.id ?? near?.id ?? null
    return { appointments, kind, office: at, free: at ? await freeTimesForOffice(context, { office: at, kind, day }) : none }
  },
})

export interface AppointmentOfFile extends OfficeAppointment {
  readonly now: Temporal.Instant
  readonly free: Free
  readonly office: string
  readonly names: ReadonlyMap<string, string>
}

/** One appointment of an opened file with its course, and free times at its office or another one; null: there is none. */
export const appointmentOfFile = query({
  name: 'officer.appointment-of-file',
  allow: (actor, _input: { receiptNumber: string; appointment: string; office: string; day: Temporal.PlainDate | null }) => whoMay('see-appointments')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber, appointment, office, day }): Promise<AppointmentOfFile | 'file-not-opened' | null> {
    const { agency } = context.services
    const file = await openedBehind(context, receiptNumber)
    if (file === 'unknown-case' || !isId(appointment)) return null
    if (file === 'file-not-opened') return file
    const found = await appointmentForOffice(context, { receiptNumber, appointment })
    if (!found) return null
    const kind = kindOf(agency, found.appointment.kind).id
    const at = officesFor(agency, kind).find(({ id }) => id === office)?.id ?? found.appointment.office
    const names = await colleaguesNamed(context, found.steps.flatMap(({ staff }) => staff ?? []))
    return { ...found, now: context.now, office: at, free: await freeTimesForOffice(context, { office: at, kind, day }), names }
  },
})
