import { type Appointment, officeOf, openWords } from './appointment.ts'
import { appointmentOf, findAppointment, listOfCase } from './appointment-store.ts'
import { listFree, listSlots, type SlotRow } from './slot-store.ts'
import { offeredFrom, weekOfOffice } from './slot-times.ts'
import { listSteps, type StepRow } from './step-store.ts'
import type { Telling } from './tell.ts'

type Reading = Pick<Telling, 'tx' | 'now' | 'services'>

const shownMost = 50

/** The appointments of a case, the newest first; the office asks for a reason before it shows them. */
export async function appointmentsOfCase({ tx }: Pick<Reading, 'tx'>, caseId: string): Promise<Appointment[]> {
  return (await listOfCase(tx, caseId, shownMost)).map(appointmentOf)
}

export interface OfficeStep extends Omit<StepRow, 'words_sealed'> {
  readonly words: string | null
}

export interface OfficeAppointment {
  readonly appointment: Appointment
  readonly needs: string
  readonly steps: readonly OfficeStep[]
}

/** One appointment of an opened file with what was done, the newest first, and what its person needs; null: the case has none of this id. */
export async function appointmentForOffice({ tx, services }: Reading, { receiptNumber, appointment }: { receiptNumber: string; appointment: string }): Promise<OfficeAppointment | null> {
  const row = await findAppointment(tx, { id: appointment, receiptNumber })
  if (!row) return null
  const open = (column: 'needs_sealed' | 'words_sealed', id: string, sealed: Buffer | null) => (sealed ? openWords(services.keys, row.case, column, id, sealed) : null)
  const steps = (await listSteps(tx, row.id)).map(({ words_sealed: sealed, ...step }) => ({ ...step, words: open('words_sealed', step.id, sealed) }))
  return { appointment: appointmentOf(row), needs: open('needs_sealed', row.id, row.needs_sealed) ?? '', steps }
}

const offeredMost = 24

/** The earliest free times of an office from a day on, or from now. One more than is shown says that there are later ones. */
export async function freeTimesForOffice({ tx, now, services }: Reading, { office, kind, day }: { office: string; kind: string; day: Temporal.PlainDate | null }): Promise<{ free: SlotRow[]; later: Temporal.PlainDate | null }> {
  const { timeZone } = officeOf(services.agency, office)
  const early = offeredFrom(services.agency, now)
  const asked = day?.toZonedDateTime(timeZone).toInstant() ?? early
  const free = await listFree(tx, { office, kind, from: Temporal.Instant.compare(asked, early) > 0 ? asked : early, most: offeredMost + 1 })
  const next = free[offeredMost]
  return { free: free.slice(0, offeredMost), later: next ? next.starts_at.toZonedDateTimeISO(timeZone).toPlainDate() : null }
}

/** Every time of one week of an office, for who keeps them. */
export async function timesOfWeek({ tx, services }: Reading, { office, day }: { office: string; day: Temporal.PlainDate }) {
  const { monday, ...span } = weekOfOffice(day, officeOf(services.agency, office).timeZone)
  return { monday, times: await listSlots(tx, { office, ...span }) }
}

