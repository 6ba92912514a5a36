import { z } from 'zod'
import { casesOfAccounts } from '../../cases/index.ts'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, isoOrNull, text } from '../../platform/archive/shapes.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { appointmentStates, openWords } from './appointment.ts'
import { listHeldAppointments } from './appointment-store.ts'

const stepSchema = z.strictObject({
  what: text('What was done: booked, moved, closed by the office, cancelled, arrived, attended or missed'),
  by: text('By which side: the person, their representative, or the agency'),
  at: instant('When it was done'),
  from: instant('The time it had before').nullable(),
  to: instant('The time it got').nullable(),
  reason: text('The reason that was chosen, by its code in the agency’s list').nullable(),
  words: text('What was said of it in own words').nullable(),
})

const appointmentsSchema = z
  .strictObject({
    appointments: z.array(
      z.strictObject({
        receiptNumber: text('The case it is about'),
        kind: text('What for, by its code in the agency’s list'),
        office: text('Which office, by its code in the agency’s list'),
        startsAt: instant('When it begins'),
        minutes: z.number().int().describe('How long it takes'),
        state: z.enum(appointmentStates).describe('How it stands'),
        confirmed: z.boolean().nullable().describe('Whether it was found to be you, where somebody looked'),
        needs: text('What you said you need to be able to come').nullable(),
        steps: z.array(stepSchema).describe('What was done with it, the oldest first'),
      }),
    ),
  })
  .describe('Appointments with the agency about your cases; where you are the representative, only what you did: they are your client’s')

type Row = Awaited<ReturnType<typeof listHeldAppointments>>[number]

const stepOf = (keys: Keys, row: Row) => ({
  what: row.what,
  by: row.side,
  at: iso(row.step_at),
  from: isoOrNull(row.from_at),
  to: isoOrNull(row.to_at),
  reason: row.step_why,
  words: row.words_sealed ? openWords(keys, row.case, 'words_sealed', row.step, row.words_sealed) : null,
})

export const heldAppointments = heldPart({
  name: 'appointments',
  schema: appointmentsSchema,
  from: ['correspondence.appointment', 'correspondence.appointment_step'],
  leavesOut: {},
  async read({ tx, accounts, services: { keys } }) {
    const roles = new Map((await casesOfAccounts(tx, accounts)).map(({ id, role }) => [id, role]))
    const isOwn = (row: Row) => roles.get(row.case) !== 'representative'
    const rows = (await listHeldAppointments(tx, [...roles.keys()])).filter((row) => isOwn(row) || (row.account !== null && accounts.includes(row.account)))
    const ids = [...new Set(rows.map(({ id }) => id))]
    const appointments = ids.map((id) => {
      const steps = rows.filter((row) => row.id === id)
      const its = steps[0] as Row
      return {
        receiptNumber: its.receipt_number,
        kind: its.kind,
        office: its.office,
        startsAt: iso(its.starts_at),
        minutes: its.minutes,
        state: its.state as 'booked',
        confirmed: its.confirmed,
        needs: its.needs_sealed && isOwn(its) ? openWords(keys, its.case, 'needs_sealed', its.id, its.needs_sealed) : null,
        steps: steps.map((row) => stepOf(keys, row)),
      }
    })
    return { data: { appointments }, files: [] }
  },
})
