import { notify } from '../../notifications/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { sealText } from '../../platform/crypto/field.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { PartyRole } from '../case.ts'
import { mayReadOwnCases } from '../may.ts'
import { mayOnCase } from './case-acts.ts'
import { endNotice, lockNotices } from '../paper-link/codes/code-store.ts'
import { receiptNumberEnding } from '../receipt-number.ts'
import { endParty, findCaseToEnd, listRepresented, lockParties, type StandingParty } from './representative-store.ts'

type Ending = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/** Who ended it: the person of the case, the office for them, or the representative. */
export type EndedFrom = 'applicant' | 'office' | 'representative'

interface ToEnd {
  readonly its: { readonly id: string; readonly receipt_number: string }
  readonly parties: readonly StandingParty[]
  /** Null: nobody has joined, and nobody shall by the code that was mailed. */
  readonly party: StandingParty | null
  readonly from: EndedFrom
  readonly by?: { staff: string; why: Buffer }
  /** Their account is closed: they are not told. */
  readonly isClosed?: boolean
}

/**
 * Ends that somebody represents a person on a case: from the next request on they see nothing of it, and a code that was mailed to
 * a representative is dead. Both sides are told that it ended, and nothing of what the case is.
 */
async function endRelation(context: Ending, { its, parties, party, from, by, isClosed = false }: ToEnd): Promise<void> {
  const { tx, now } = context
  if (party) await endParty(tx, party.id, { at: now, ...(by ? { by } : {}) })
  for (const notice of await lockNotices(tx, { caseId: its.id, addressee: 'representative' }))
    if (notice.ended_as === null) await endNotice(tx, notice.id, { at: now, as: 'withdrawn', ...(by ? { by } : {}) })
  const tell = (accounts: string[], side: 'yours' | 'theirs' | 'left') =>
    notify(context, { accounts, topic: 'case-news', mail: { kind: 'cases.access-ended', values: { ending: receiptNumberEnding(its.receipt_number), side } } })
  if (party && !isClosed) await tell([party.account], 'yours')
  await tell(parties.filter(({ role }) => role !== 'representative').map(({ account }) => account), from === 'representative' ? 'left' : 'theirs')
}

export interface RepresentativeToEnd {
  readonly receiptNumber: string
  /** The relation, or the notice whose code would make one. */
  readonly id: string
}

/**
 * **End their access**, by the person whose case it is: it takes a right away and gives none, so it asks for no fresh factor.
 * Ended before, it is answered as then.
 */
export const endRepresentative = operation({
  name: 'cases.end-representative',
  gate: true,
  allow: (actor, _input: RepresentativeToEnd) => mayReadOwnCases(actor),
  refusals: ['no-such-case'],
  async run(context, { receiptNumber, id }) {
    const { tx, actor, refuse, audit } = context
    const its = await findCaseToEnd(tx, receiptNumber)
    if (!its) return refuse('no-such-case')
    // In the order of a claim, so that who joins at this moment is seen by the relation that the code made.
    const notice = (await lockNotices(tx, { caseId: its.id, addressee: 'representative' })).find((each) => each.id === id)
    const parties = await lockParties(tx, its.id)
    const mine = accountsOf(actor)
    if (!parties.some(({ account, role }) => mayOnCase(role as PartyRole, 'end-representation') && mine.includes(account))) return refuse('no-such-case')
    audit({ subject: its.id, account: String(actor.id), detail: { ended: id } })
    const representing = parties.filter(({ role }) => role === 'representative')
    const party = representing.find((each) => notice?.ended_as === 'used' || each.id === id) ?? null
    if (party || notice?.ended_as === null) await endRelation(context, { its, parties, party, from: 'applicant' })
    return { receiptNumber }
  },
})

/** **Leave this case**, by who represents somebody on it. */
export const leaveCase = operation({
  name: 'cases.leave',
  gate: true,
  allow: (actor, _input: { receiptNumber: string }) => mayReadOwnCases(actor),
  refusals: ['no-such-case'],
  async run(context, { receiptNumber }) {
    const { tx, actor, refuse, audit } = context
    const its = await findCaseToEnd(tx, receiptNumber)
    const parties = its ? await lockParties(tx, its.id) : []
    const mine = accountsOf(actor)
    const party = parties.find(({ account, role }) => mayOnCase(role as PartyRole, 'leave-case') && mine.includes(account))
    if (!its || !party) return refuse('no-such-case')
    audit({ subject: its.id, account: String(actor.id) })
    await endRelation(context, { its, parties, party, from: 'representative' })
  },
})

/** Of a closed account, inside its operation: whoever it represented is told that it left, as if it had left each case by itself. */
export async function leaveCasesOf(context: Ending, accounts: readonly string[]): Promise<void> {
  for (const its of await listRepresented(context.tx, accounts)) {
    const parties = await lockParties(context.tx, its.id)
    for (const party of parties.filter(({ account, role }) => role === 'representative' && accounts.includes(account)))
      await endRelation(context, { its, parties, party, from: 'representative', isClosed: true })
  }
}

/** The same for a person who asked the office to, inside its operation. False: nobody of that name represents them any more. */
export async function endRepresentativeForOffice(
  context: Ending & Pick<OperationContext, 'actor'>,
  { receiptNumber, id, why }: RepresentativeToEnd & { readonly why: string },
): Promise<boolean> {
  const { tx, actor, services } = context
  const its = await findCaseToEnd(tx, receiptNumber)
  const parties = its ? await lockParties(tx, its.id) : []
  const party = parties.find((each) => each.id === id && each.role === 'representative')
  if (!its || !party) return false
  const place = { person: its.id, table: 'cases.party', row: id, column: 'ended_why_sealed' }
  await endRelation(context, { its, parties, party, from: 'office', by: { staff: String(actor.id), why: sealText(services.keys, place, why) } })
  return true
}
