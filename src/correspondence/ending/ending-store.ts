import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** What the person who acts has just withdrawn takes along what is open on it. The steps of the appointments that nobody is told of yet. */
export async function endWithWithdrawalRow(tx: Tx, { withdrawal, why }: { withdrawal: string; why: string }): Promise<string[]> {
  const { rows } = await sql<{ step: string }>`select step from correspondence.end_with_withdrawal(${withdrawal}, ${why}) step`.execute(tx)
  return rows.map(({ step }) => step)
}

interface OpenAppointmentRow {
  id: string
  office: string
  kind: string
}

/** The appointments of a case that are still to come, or wait for a time. */
export async function listOpenAppointments(tx: Tx, receiptNumber: string): Promise<OpenAppointmentRow[]> {
  const { rows } = await sql<OpenAppointmentRow>`
    select appointment.id, appointment.office, appointment.kind
    from correspondence.appointment join cases."case" its on its.id = appointment."case"
    where its.receipt_number = ${receiptNumber} and appointment.state in ('booked', 'to-rebook') order by appointment.id`.execute(tx)
  return rows
}
