import { z } from 'zod'
import { casesOfAccounts } from '../../cases/index.ts'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, text } from '../../platform/archive/shapes.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { listOpeningsOfPeople } from '../person/person-opening-store.ts'
import { listOpeningsOf, listRolesOf } from './held-openings-store.ts'

const openingsSchema = z
  .strictObject({
    openings: z.array(
      z.strictObject({
        receiptNumber: text('Whose file; null: the office’s page about you').nullable(),
        office: text('The office in which it was opened, by its code').nullable(),
        role: text('The role of who opened it'),
        reason: text('Why, by its code'),
        at: instant('When'),
      }),
    ),
  })
  .describe('Who of the agency opened the files of your cases, or the page about you: office, role and reason. Names of officers are in no archive')

export const heldOpenings = heldPart({
  name: 'file-openings',
  schema: openingsSchema,
  from: ['officer.file_opening', 'officer.person_opening'],
  leavesOut: {
    'officer.possible_duplicate': 'a question of the agency whether a form on paper is of this person: it is about somebody else until it is answered',
    'officer.protection_lift': 'that two people of the office talked about ending a protection, in their words',
    'officer.duplicate_act': 'how the agency found out whose a form on paper is, in the words of its officers; the case that came of it is told',
  },
  async read({ tx, accounts }) {
    const cases = new Map((await casesOfAccounts(tx, accounts)).map((each) => [each.id, each]))
    const rows = await listOpeningsOf(tx, [...cases.keys()])
    const openings = rows.flatMap((row) => {
      const opened = cases.get(row.case)
      if (!opened) return []
      return { receiptNumber: opened.receiptNumber, office: row.office ?? opened.office, role: row.role, reason: row.reason, at: iso(row.at) }
    })
    const people = (await listOpeningsOfPeople(tx, accounts)).map(({ role, reason, at }) => ({ receiptNumber: null, office: null, role, reason, at: iso(at) }))
    return { data: { openings: [...openings, ...people] }, files: [] }
  },
})

/** The role of each of these staff members: all that a person's archive tells of who acted for the agency. */
export async function rolesOfStaff(tx: Tx, staff: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await listRolesOf(tx, staff)).map(({ id, role }) => [id, role]))
}
