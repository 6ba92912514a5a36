import { z } from 'zod'
import { type EntryOfPerson, listEntriesOf } from '../../audit/index.ts'
import { rolesOfStaff } from '../../officer/index.ts'
import { heldPart } from '../../platform/archive/index.ts'
import { instant, iso, text } from '../../platform/archive/shapes.ts'

const historySchema = z
  .strictObject({
    entries: z.array(
      z.strictObject({
        at: instant('When'),
        what: text('What was done, by its name in the product'),
        by: z
          .enum(['you', 'someone-not-signed-in', 'the-agency', 'the-system'])
          .describe('someone-not-signed-in: for example you, before the code of a sign-in was given'),
        role: text('Of the agency’s person: their role. Names are in no archive').nullable(),
        outcome: z.enum(['done', 'refused']),
        refusal: text('Why it was refused').nullable(),
        about: text('What it was about').nullable(),
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
      }),
    ),
  })
  .describe('The record of your account, the oldest entry first')

const byWhom = { account: 'you', visitor: 'someone-not-signed-in', staff: 'the-agency', system: 'the-system' } as const

/** What a staff member did is told without its subject and detail: they may lead to a name. */
function entryOf(entry: EntryOfPerson, roles: ReadonlyMap<string, string>) {
  const isStaff = entry.actor_kind === 'staff'
  return {
    at: iso(entry.at),
    what: entry.operation,
    by: byWhom[entry.actor_kind],
    role: isStaff ? (roles.get(entry.actor_id ?? '') ?? 'staff') : null,
    outcome: entry.outcome,
    refusal: entry.refusal,
    about: isStaff ? null : entry.subject,
    detail: isStaff ? null : entry.detail,
  }
}

export const heldHistory = heldPart({
  name: 'history',
  schema: historySchema,
  from: ['audit.entry'],
  leavesOut: {},
  async read({ tx, accounts }) {
    const entries = await listEntriesOf(tx, accounts)
    const staff = entries.flatMap(({ actor_kind, actor_id }) => (actor_kind === 'staff' && actor_id ? [actor_id] : []))
    const roles = await rolesOfStaff(tx, [...new Set(staff)])
    return { data: { entries: entries.map((entry) => entryOf(entry, roles)) }, files: [] }
  },
})
