import { listRepresentatives, nameOnPaper, noticesForOffice, paperOfCase, type ShownNotice, type StandingParty } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import type { PostalAddress } from '../../profile/index.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'
import { mayMailCodes, type NamedAccess, openedAccess } from './open-access.ts'

/** Where letters to somebody of a case go. */
export interface Goes {
  readonly name: string
  readonly address: PostalAddress
}

/** Who has access to a case from paper, and by which notices. `closed`: nobody gave a reason yet. */
export type AccessFile =
  | { readonly state: 'closed' }
  | {
      readonly state: 'open'
      readonly isProtected: boolean
      readonly isConsular: boolean
      readonly hasCodes: boolean
      /** Null of a protected case: it is not for this page where post to them goes. */
      readonly applicant: Goes | null
      readonly representative: Goes | null
      readonly notices: readonly ShownNotice[]
      /** Who represents the person on it now. */
      readonly representing: readonly StandingParty[]
      readonly names: ReadonlyMap<string, string>
    }

/** Null: no case from paper has this number. */
export const accessFile = query({
  name: 'officer.access-file',
  allow: (actor, _input: NamedAccess) => mayMailCodes(actor),
  async run(context, named): Promise<AccessFile | null> {
    const found = await openedAccess(context, named)
    if (found === 'unknown-case') return null
    if (found === 'not-opened') return { state: 'closed' }
    const paper = await paperOfCase(context, found.id)
    if (!paper) return null
    const { person, address, isProtected, isConsular } = paper
    const notices = await noticesForOffice(context, found.id)
    const { representative } = person
    return {
      ...{ state: 'open', isProtected, isConsular, notices },
      representing: await listRepresentatives(context.tx, found.id),
      hasCodes: named.receiptNumber.startsWith(context.services.agency.receipts.onlinePrefix),
      applicant: isProtected ? null : { name: nameOnPaper(person), address },
      representative: isProtected || !representative ? null : { name: representative.name, address: representative.address },
      names: await colleaguesNamed(context, notices.flatMap(({ asked, ended }) => [asked?.by, ended?.by])),
    }
  },
})
