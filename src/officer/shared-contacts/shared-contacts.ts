import { sealText } from '../../platform/crypto/field.ts'
import { isId } from '../../platform/ids.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation, query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { deleteOldContacts, keepFound, listOpen, lockContact, markSeen, type SharedContactRow } from './shared-contact-store.ts'

/** So many people who have no case together: fewer are a household, or friends of whom one has a telephone. */
const peopleLeast = 6
const shownMost = 100
const keptDays = 730

/** Looks for telephones that open the accounts of many. Nothing follows by itself: somebody looks. */
export const findSharedContacts = operation({
  name: 'officer.find-shared-contacts',
  allow: ({ kind }, _input: Record<string, never>) => kind === 'system',
  refusals: [],
  async run({ tx, now, audit, recordedBefore }) {
    await deleteOldContacts(tx, now.subtract({ hours: 24 * keptDays }))
    const found = await keepFound(tx, { least: peopleLeast, at: now })
    if (found === 0) recordedBefore()
    audit({ detail: { found } })
    return { found }
  },
})

export const sharedContactsChore: Chore = {
  name: 'officer.shared-contacts',
  everySeconds: 3600,
  async run({ perform }) {
    await perform(findSharedContacts, {})
  },
}

/** What waits to be looked at: how many, since when, and the way to each person's file, which asks for a reason. */
export const sharedContacts = query({
  name: 'officer.shared-contacts',
  allow: (actor, _input: Record<string, never>) => whoMay('see-shared-contacts')(actor),
  run: ({ tx }): Promise<readonly SharedContactRow[]> => listOpen(tx, shownMost),
})

/** **Seen**: a supervisor says what it is. It waits again when twice as many share it. */
export const seeSharedContact = operation({
  name: 'officer.see-shared-contact',
  allow: (actor, _input: { id: string; why: string }) => whoMay('see-shared-contacts')(actor),
  refusals: ['no-such-contact'],
  async run({ tx, actor, now, services, refuse, audit, recordedBefore }, { id, why }) {
    const row = isId(id) ? await lockContact(tx, id) : undefined
    if (!row) return refuse('no-such-contact')
    audit({ subject: id, detail: { people: row.people } })
    if (row.seen_at !== null && row.people < 2 * (row.seen_people ?? 0)) {
      recordedBefore()
      return null
    }
    const place = { person: id, table: 'officer.shared_contact', row: id, column: 'why_sealed' }
    await markSeen(tx, id, { by: String(actor.id), at: now, people: row.people, why: sealText(services.keys, place, why) })
    return null
  },
})
