import { type Mark, protectionOf, standingOf } from '../../accounts/index.ts'
import { type CaseMark, caseMarkOf, type CaseWithHeld, lettersThatWait, listCasesWithHeld, type PartyRole, type WaitingLetter } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { type PostalAddress, readSafeAddress } from '../../profile/index.ts'
import { openedCase } from '../case-file/opened-case.ts'
import { mayDo } from '../may.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'
import { openLiftReason } from './lift.ts'
import { listOpenLifts } from './lift-store.ts'
import { mayInSession } from './protection-acts.ts'

export interface PersonHere {
  readonly account: string
  readonly role: PartyRole
  readonly marks: readonly Mark[]
  readonly mailboxUnsafe: boolean
  readonly phoneUnsafe: boolean
  readonly safeAddress: PostalAddress | null
}

export interface OpenLift {
  readonly id: string
  readonly account: string | null
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly reason: string
}

/** `seen`: everything of the mark, for who may see it. Else whom it can be set on, and nothing more. */
export type ProtectionFile =
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly people: readonly Pick<PersonHere, 'account' | 'role'>[]; readonly seen: Seen | null }

export interface Seen {
  readonly people: readonly PersonHere[]
  readonly caseMark: CaseMark | null
  readonly lifts: readonly OpenLift[]
  readonly letters: readonly WaitingLetter[]
  readonly names: ReadonlyMap<string, string>
}

type Reading = Parameters<typeof openedCase>[0]
type Opened = Exclude<Awaited<ReturnType<typeof openedCase>>, string>

async function personHere(context: Reading, { account, role }: { account: string; role: PartyRole }): Promise<PersonHere> {
  const { marks, contact } = await protectionOf(context, account)
  const safeAddress = await readSafeAddress(context, (await standingOf(context, account)) ?? account)
  return { account, role, marks, mailboxUnsafe: contact.mailbox_unsafe, phoneUnsafe: contact.phone_unsafe, safeAddress }
}

async function seenOf(context: Reading, { id }: Opened, parties: Opened['parties']): Promise<Seen> {
  const { tx, services } = context
  const people: PersonHere[] = []
  for (const party of parties) people.push(await personHere(context, party))
  const caseMark = await caseMarkOf(context, id)
  const lifts = (await listOpenLifts(tx, { accounts: parties.map(({ account }) => account), caseId: id })).map((lift) => ({
    id: lift.id,
    account: lift.account,
    askedBy: lift.asked_by,
    askedAt: lift.asked_at,
    reason: openLiftReason(services.keys, lift),
  }))
  const staff = [...people.flatMap(({ marks }) => marks.map(({ setBy }) => setBy)), caseMark?.setBy, ...lifts.map(({ askedBy }) => askedBy)]
  const names = await colleaguesNamed(context, staff.filter((who) => who !== 'person'))
  return { people, caseMark, lifts, letters: await lettersThatWait(context, id), names }
}

const peopleMost = 4

/** What is known of the protection of a case, for who gave a reason for opening its file; null for a number no case has. */
export const protectionFile = query({
  name: 'officer.protection-file',
  allow: (actor, _input: { receiptNumber: string }) => mayInSession('protect')(actor) || mayInSession('see-protected')(actor),
  async run(context, { receiptNumber }): Promise<ProtectionFile | null> {
    const found = await openedCase(context, receiptNumber)
    if (found === 'unknown-case') return null
    if (found === 'file-not-opened') return { state: 'closed' }
    const people = found.parties.filter(({ role }) => role !== 'representative').slice(0, peopleMost)
    const seen = mayDo(context.actor, 'see-protected') ? await seenOf(context, found, people) : null
    return { state: 'open', people: people.map(({ account, role }) => ({ account, role })), seen }
  },
})

const shownMost = 100

/** The cases of which letters wait for somebody who knows where post is safe. */
export const heldLetters = query({
  name: 'officer.held-letters',
  allow: (actor, _input: Record<string, never>) => mayInSession('see-protected')(actor),
  run: ({ tx }): Promise<CaseWithHeld[]> => listCasesWithHeld(tx, shownMost),
})
