import { readAccountContact } from '../../accounts/index.ts'
import type { caseForOffice, OfficeCase, PartyRole } from '../../cases/index.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { type PostalAddress, readSafeAddress } from '../../profile/index.ts'
import { type Lack, lackingToAct } from '../../representation/index.ts'
import { whoMay } from '../may.ts'
import { findAssignment } from '../queues/assignment-store.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'
import type { CaseNote } from '../notes/note.ts'
import { notesOfFile } from '../notes/note-acts.ts'
import { openNote } from './opening-reasons.ts'
import { openedCase } from './opened-case.ts'
import { listOpenings } from './opening-store.ts'

const openingsMost = 20
const peopleMost = 10

export interface PastOpening {
  staff: string
  role: string
  reason: string
  note: string | null
  at: Temporal.Instant
}

export interface PersonOfCase {
  account: string
  role: PartyRole
  onlineAccountNumber: string | null
  /** Where post to them is safe, if they named such a place. */
  safeAddress: PostalAddress | null
  /** What keeps a representative from acting for anybody now. */
  lacking: readonly Lack[]
}

/** `closed`: the case exists, and nothing of it is told before a reason was given in this session. */
export type CaseFile =
  | { state: 'closed' }
  | {
      state: 'open'
      case: OfficeCase
      people: readonly PersonOfCase[]
      openings: readonly PastOpening[]
      workedOnBy: { staff: string; since: Temporal.Instant } | null
      /** What colleagues wrote for each other. */
      notes: readonly CaseNote[]
      /** What colleagues named here are called, by id. */
      names: ReadonlyMap<string, string>
    }

/** The file of a case for an officer who gave a reason for opening it; null for a number no case has. */
export const caseFile = query({
  name: 'officer.case-file',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('read-file')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<CaseFile | null> {
    const found = await openedCase(context, receiptNumber)
    if (found === 'unknown-case') return null
    if (found === 'file-not-opened') return { state: 'closed' }
    const openings = await openingsOf(context, found.id)
    const assigned = await findAssignment(context.tx, found.id)
    const workedOnBy = assigned ? { staff: assigned.staff, since: assigned.from_at } : null
    const people = await peopleOf(context, found)
    const notes = await notesOfFile.run(context, { receiptNumber })
    const names = await colleaguesNamed(context, [...colleaguesIn(found, openings, workedOnBy), ...notes.map(({ staff }) => staff)])
    return { state: 'open', case: found, people, openings, workedOnBy, notes, names }
  },
})

type Reading = Parameters<typeof caseForOffice.run>[0]

async function openingsOf({ tx, services }: Reading, caseId: string): Promise<PastOpening[]> {
  const rows = await listOpenings(tx, caseId, openingsMost)
  return rows.map(({ id, note_sealed: sealed, ...row }) => ({
    ...row,
    note: sealed ? openNote(services.keys, caseId, id, sealed) : null,
  }))
}

async function peopleOf(context: Reading, { parties }: OfficeCase): Promise<PersonOfCase[]> {
  const people: PersonOfCase[] = []
  for (const { account, role } of parties.slice(0, peopleMost)) {
    const contact = await readAccountContact(context, account)
    const safeAddress = await readSafeAddress(context, account)
    const lacking = role === 'representative' ? await lackingToAct(context, [account, contact?.account ?? account]) : []
    people.push({ account, role, onlineAccountNumber: contact?.onlineAccountNumber ?? null, safeAddress, lacking })
  }
  return people
}

function colleaguesIn(
  { course, mail }: OfficeCase,
  openings: readonly PastOpening[],
  workedOnBy: { staff: string } | null,
): string[] {
  const entered = course.filter(({ by }) => by.kind === 'staff').map(({ by }) => by.id)
  return [...entered, ...mail.papers.map(({ takenBy }) => takenBy).filter((by) => isId(by)), ...openings.map(({ staff }) => staff), ...(workedOnBy ? [workedOnBy.staff] : [])]
}
