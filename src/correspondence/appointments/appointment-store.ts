import { type Insertable, type Updateable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Appointment, AppointmentState } from './appointment.ts'
import type { Span } from './slot-times.ts'

export interface AppointmentRow {
  id: string
  case: string
  receipt_number: string
  kind: string
  office: string
  slot: string
  starts_at: Temporal.Instant
  minutes: number
  state: string
  changes: number
  sequence: number
  made_at: Temporal.Instant
  changed_at: Temporal.Instant
  why: string | null
  arrived_at: Temporal.Instant | null
  confirmed: boolean | null
  needs_sealed: Buffer | null
}

const columns = [
  'id', 'case', 'receipt_number', 'kind', 'office', 'slot', 'starts_at', 'minutes', 'state', 'changes', 'sequence', 'made_at', 'changed_at',
  'why', 'arrived_at', 'confirmed', 'needs_sealed',
] as const

export const appointmentOf = (row: AppointmentRow): Appointment => ({
  id: row.id,
  caseId: row.case,
  receiptNumber: row.receipt_number,
  kind: row.kind,
  office: row.office,
  slot: row.slot,
  startsAt: row.starts_at,
  minutes: row.minutes,
  state: row.state as AppointmentState,
  changes: row.changes,
  sequence: row.sequence,
  madeAt: row.made_at,
  changedAt: row.changed_at,
  why: row.why,
  arrivedAt: row.arrived_at,
  confirmed: row.confirmed,
})

/** False: this press has made it, or the case has an open one of this kind. */
export async function insertAppointment(tx: Tx, appointment: Insertable<DB['correspondence.appointment']>): Promise<boolean> {
  const row = await tx
    .insertInto('correspondence.appointment')
    .values(appointment)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Under a receipt number, for whoever may see it: row-level security says who. */
export const findAppointment = (tx: Tx, { id, receiptNumber }: { id: string; receiptNumber: string }): Promise<AppointmentRow | undefined> =>
  tx.selectFrom('correspondence.appointment').select(columns).where('id', '=', id).where('receipt_number', '=', receiptNumber).executeTakeFirst()

export const lockAppointment = (tx: Tx, id: string): Promise<AppointmentRow | undefined> =>
  tx.selectFrom('correspondence.appointment').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

export const listOfCase = (tx: Tx, caseId: string, most: number): Promise<AppointmentRow[]> =>
  tx.selectFrom('correspondence.appointment').select(columns).where('case', '=', caseId).orderBy('starts_at', 'desc').orderBy('id').limit(most).execute()

/** Who is expected at an office in a span, in the order in which they come. */
export const listExpected = (tx: Tx, { office, from, until, most }: { office: string; most: number } & Span): Promise<AppointmentRow[]> =>
  tx
    .selectFrom('correspondence.appointment')
    .select(columns)
    .where('office', '=', office)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .where('state', 'in', ['booked', 'attended', 'missed'])
    .orderBy('starts_at')
    .orderBy('kind')
    .orderBy('id')
    .limit(most)
    .execute()

/** Who waits at an office for another time. */
export const listToRebook = (tx: Tx, { office, most }: { office: string; most: number }): Promise<AppointmentRow[]> =>
  tx
    .selectFrom('correspondence.appointment')
    .select(columns)
    .where('office', '=', office)
    .where('state', '=', 'to-rebook')
    .orderBy('starts_at')
    .orderBy('id')
    .limit(most)
    .execute()

/** Who is booked in these times, the earliest first. */
export const listBookedIn = (tx: Tx, slots: readonly string[]): Promise<AppointmentRow[]> =>
  slots.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('correspondence.appointment').select(columns).where('slot', 'in', slots).where('state', '=', 'booked').orderBy('starts_at').orderBy('id').execute()

export async function updateAppointment(tx: Tx, id: string, to: Updateable<DB['correspondence.appointment']>): Promise<void> {
  await tx.updateTable('correspondence.appointment').set(to).where('id', '=', id).execute()
}

export async function findNoticeOfAppointment(tx: Tx, id: string): Promise<string | null> {
  return (await tx.selectFrom('correspondence.appointment').select('notice').where('id', '=', id).executeTakeFirst())?.notice ?? null
}

export const updateNotice = (tx: Tx, id: string, notice: string) => tx.updateTable('correspondence.appointment').set({ notice }).where('id', '=', id).execute()

/** Those ahead that begin by `until` and of which nobody was reminded for this many days or fewer. */
export async function lockToRemind(tx: Tx, { now, until, days, most }: { now: Temporal.Instant; until: Temporal.Instant; days: number; most: number }): Promise<{ id: string; case: string }[]> {
  return tx
    .selectFrom('correspondence.appointment')
    .select(['id', 'case'])
    .where('state', '=', 'booked')
    .where('starts_at', '>', now)
    .where('starts_at', '<=', until)
    .where((where) => where.or([where('reminded_days', 'is', null), where('reminded_days', '>', days)]))
    .orderBy('starts_at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
}

export const markReminded = (tx: Tx, ids: readonly string[], days: number) =>
  tx.updateTable('correspondence.appointment').set({ reminded_days: days }).where('id', 'in', ids).execute()

/** For an archive: the appointments of these cases with what was done with each, the oldest first. */
export async function listHeldAppointments(tx: Tx, cases: readonly string[]) {
  const { rows } = await sql<AppointmentRow & { step: string; what: string; side: string; account: string | null; step_at: Temporal.Instant; from_at: Temporal.Instant | null; to_at: Temporal.Instant | null; step_why: string | null; words_sealed: Buffer | null }>`
    select its.id, its."case", its.receipt_number, its.kind, its.office, its.starts_at, its.minutes, its.state, its.confirmed, its.needs_sealed,
      step.id as step, step.what, step.side, step.account, step.at as step_at, step.from_at, step.to_at, step.why as step_why, step.words_sealed
    from correspondence.appointment its join correspondence.appointment_step step on step.appointment = its.id
    where its."case" = any (${cases}::uuid[])
    order by its.made_at, its.id, step.at, step.id`.execute(tx)
  return rows
}
