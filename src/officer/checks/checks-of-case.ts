import { agencyDay } from '../../cases/index.ts'
import { appointmentsOfCase, officeOf } from '../../correspondence/index.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { query, type OperationContext } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'
import { type CheckOutcome, openCheckNote, neededChecks, openInterviewNote, type StandingCheck, standingChecks, type Visit } from './check.ts'
import { type CheckRow, listChecks, listInterviewNotes } from './check-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'services' | 'now'>

const shownMost = 100

export interface RecordedCheck {
  readonly id: string
  readonly gate: string
  readonly outcome: CheckOutcome
  readonly doneOn: Temporal.PlainDate
  readonly note: string
  readonly staff: string
  readonly at: Temporal.Instant
}

const resultOf = ({ gate, outcome, done_on }: CheckRow) => ({ gate, outcome: outcome as CheckOutcome, doneOn: done_on })

/** The appointments that the checks of this form can rest on, the newest first, each on the day of its office. */
async function visitsOf({ tx, services: { agency } }: Reading, { id, form }: { id: string; form: string }): Promise<Visit[]> {
  if (!neededChecks(agency, form).some(({ attended }) => attended !== undefined)) return []
  return (await appointmentsOfCase({ tx }, id)).map(({ kind, state, startsAt, office }) => ({ kind, state, on: startsAt.toZonedDateTimeISO(officeOf(agency, office).timeZone).toPlainDate() }))
}

async function standing(context: Reading, its: { id: string; form: string }, rows: readonly CheckRow[]): Promise<StandingCheck[]> {
  const { agency } = context.services
  return standingChecks(agency, its.form, { results: rows.map(resultOf), visits: await visitsOf(context, its) }, agencyDay(agency, context.now))
}

/** How the checks stand that a case needs before it is approved. */
export async function checksOf(context: Reading, its: { id: string; form: string }): Promise<StandingCheck[]> {
  return standing(context, its, await listChecks(context.tx, its.id, shownMost))
}

export interface InterviewNote {
  readonly id: string
  readonly text: string
  readonly staff: string
  readonly at: Temporal.Instant
}

export type ChecksFile =
  | { readonly state: 'closed' }
  | {
      readonly state: 'open'
      readonly checks: readonly StandingCheck[]
      readonly recorded: readonly RecordedCheck[]
      readonly notes: readonly InterviewNote[]
      readonly names: ReadonlyMap<string, string>
    }

/** The checks and the interview notes of an opened file; null: there is no such case for who asks. */
export const checksFile = query({
  name: 'officer.checks-file',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('decide-case')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<ChecksFile | null> {
    const { tx, services } = context
    const found = await openedBehind(context, receiptNumber)
    if (found === 'unknown-case') return null
    if (found === 'file-not-opened') return { state: 'closed' }
    const rows = await listChecks(tx, found.id, shownMost)
    const notes = (await listInterviewNotes(tx, found.id, shownMost)).map(({ id, sealed, staff, at }) => ({ id, staff, at, text: openInterviewNote(services.keys, found.id, id, sealed) }))
    const recorded = rows.map((row) => ({ id: row.id, ...resultOf(row), staff: row.staff, at: row.at, note: openCheckNote(services.keys, found.id, row.id, row.note_sealed) }))
    const names = await colleaguesNamed(context, [...recorded, ...notes].map(({ staff }) => staff))
    const checks = await standing(context, found, rows)
    return { state: 'open', checks, recorded, notes, names }
  },
})
