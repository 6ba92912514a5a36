import { accountsOfPerson, standingOf } from '../../accounts/index.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { statusEntry } from '../case.ts'
import { openPaperPerson } from '../paper-link/paper-filing.ts'
import { type CaseAddresses, openCaseAddresses, sealCaseAddresses } from '../address/case-address.ts'
import { findNewestAddress, insertAddressChanges, lockCasesOfPerson, touchCases } from '../address/case-address-store.ts'
import { isOlderThan } from './address-order.ts'
import { isGuarded } from './guarded.ts'
import { type AddressOnPaper, openLaterPaper, sealPaper } from './later-paper.ts'
import { type CaseRowForPaper, findCaseForPaper, findLaterPaper, insertLaterPaper, lockCaseForPaper, settlePaper } from './later-paper-store.ts'
import { mailGoesAgain } from './mail-hold.ts'
import { receivedOn, type Received, type TakenPaper, type TakingFault } from './take-paper.ts'
import { tellOfAddress } from './tell-of-address.ts'

type Taking = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

/**
 * A change of address that came on paper, inside the caller's operation. It is in force from the day it was received: what the
 * person stated on that day or later stays. A decided case stays as it was decided, and a protected one waits for an officer.
 */
export async function takeAddressChange(context: Taking, { said, ...paper }: Received & { said: AddressOnPaper }): Promise<TakenPaper | TakingFault> {
  const { tx, services } = context
  const found = await lockInOrder(context, paper.receiptNumber, said)
  if (!found) return 'unknown-case'
  const before = await findLaterPaper(tx, paper.id)
  if (before) return { caseId: found.id, paper: before.id, outcome: before.outcome as TakenPaper['outcome'] }
  const fault = receivedOn(context, paper, found)
  if (fault) return fault
  const outcome = await outcomeFor(context, found, paper.receivedOn)
  await insertLaterPaper(tx, {
    ...{ id: paper.id, case: found.id, kind: 'address', received_on: paper.receivedOn, taken_at: context.now, outcome },
    ...{ taken_by: context.actor.id ?? context.actor.kind, sealed: sealPaper(services.keys, found.id, paper.id, said) },
  })
  if (outcome === 'applied') await applyAddress(context, found, { paper: paper.id, receivedOn: paper.receivedOn, said })
  return { caseId: found.id, paper: paper.id, outcome }
}

/** All cases of the person in the one order in which a press at the portal locks them, and then the one that is named. */
async function lockInOrder(context: Taking, receiptNumber: string, said: AddressOnPaper): Promise<CaseRowForPaper | undefined> {
  const named = said.all ? await findCaseForPaper(context.tx, receiptNumber) : undefined
  if (named) await casesOfSender(context, named)
  return lockCaseForPaper(context.tx, receiptNumber)
}

async function casesOfSender(context: Taking, { applicant }: CaseRowForPaper) {
  const standing = applicant && (await standingOf(context, applicant))
  return standing ? lockCasesOfPerson(context.tx, await accountsOfPerson(context, standing)) : []
}

async function outcomeFor(context: Taking, found: CaseRowForPaper, on: Temporal.PlainDate): Promise<'after-decision' | 'waits' | 'overtaken' | 'applied'> {
  const { tx, services } = context
  if (statusEntry(services.agency, found.status).final) return 'after-decision'
  if (await isGuarded(context, found)) return 'waits'
  return isOlderThan(services.agency, on, await findNewestAddress(tx, found.id)) ? 'overtaken' : 'applied'
}

interface Applying {
  readonly paper: string
  readonly receivedOn: Temporal.PlainDate
  readonly said: AddressOnPaper
  /** An officer looked at it: protected cases are changed too. */
  readonly byOfficer?: true
}

/** The other pending cases of whoever sent the paper; none where it is for its case alone. */
async function othersOf(context: Taking, named: CaseRowForPaper, { said, byOfficer }: Applying) {
  const own = said.all ? await casesOfSender(context, named) : []
  return own.filter((its) => its.id !== named.id && !statusEntry(context.services.agency, its.status).final && (byOfficer || !its.protected))
}

async function applyAddress(context: Taking, found: CaseRowForPaper, applying: Applying): Promise<void> {
  const { tx, now, services } = context
  const { agency, keys } = services
  const others = await othersOf(context, found, applying)
  const changed: { id: string; receiptNumber: string }[] = []
  const before = await addressesNow(context, found)
  for (const its of [{ ...found, account: found.applicant }, ...others]) {
    const newest = await findNewestAddress(tx, its.id)
    if (its.id !== found.id && isOlderThan(agency, applying.receivedOn, newest)) continue
    const id = newId()
    const earlier = its.id === found.id ? before : newest && openCaseAddresses(keys, its.id, newest.id, newest.sealed)
    const sealed = sealCaseAddresses(keys, its.id, id, addressesFrom(applying.said, earlier ?? null))
    await insertAddressChanges(tx, [{ id, paper: applying.paper, case: its.id, account: its.account, sealed, at: now }])
    changed.push({ id: its.id, receiptNumber: its.receipt_number })
  }
  const ids = changed.map(({ id }) => id)
  await touchCases(tx, ids, now)
  const waited = await mailGoesAgain(context, { cases: ids, addressee: 'applicant', as: 'changed' })
  await tellOfAddress(context, found, {
    receipts: changed.map(({ receiptNumber }) => receiptNumber),
    before: waited.includes(found.id) || applying.byOfficer ? null : before,
    receivedOn: applying.receivedOn,
  })
}

/** Where mail of the case goes until now: what was given on it last, or what the form on paper says. */
async function addressesNow({ tx, services: { keys } }: Taking, found: CaseRowForPaper): Promise<CaseAddresses | null> {
  const newest = await findNewestAddress(tx, found.id)
  if (newest) return openCaseAddresses(keys, found.id, newest.id, newest.sealed)
  return found.filing_sealed ? { physical: openPaperPerson(keys, found.id, found.filing_sealed).address, mailing: null } : null
}

const addressesFrom = ({ use, address }: AddressOnPaper, before: CaseAddresses | null): CaseAddresses =>
  use === 'physical' ? { physical: address, mailing: null } : { physical: before?.physical ?? null, mailing: address }

/** What a paper of this case says of an address; undefined where it is none. */
async function addressOn({ tx, services }: Taking, { id: caseId }: CaseRowForPaper, id: string): Promise<AddressOnPaper | undefined> {
  const paper = await findLaterPaper(tx, id)
  if (!paper?.sealed || paper.case !== caseId || paper.kind !== 'address') return undefined
  return openLaterPaper(services.keys, caseId, id, paper.sealed) as AddressOnPaper
}

/** An officer decides about an address that waits: of two who do, the second finds it decided. */
export async function settleAddress(
  context: Taking,
  { receiptNumber, paper: id, apply }: { receiptNumber: string; paper: string; apply: boolean },
): Promise<'unknown-paper' | 'settled-already' | { outcome: 'applied' | 'declined' | 'overtaken' | 'after-decision' }> {
  const { tx, now, actor, services } = context
  const named = await findCaseForPaper(tx, receiptNumber)
  const said = named && (await addressOn(context, named, id))
  const found = said && (await lockInOrder(context, receiptNumber, said))
  const paper = found && (await findLaterPaper(tx, id))
  if (!found || !paper) return 'unknown-paper'
  if (paper.outcome !== 'waits') return 'settled-already'
  const newest = await findNewestAddress(tx, found.id)
  const isLate = isOlderThan(services.agency, paper.received_on, newest)
  const isFinal = statusEntry(services.agency, found.status).final
  const outcome = !apply ? 'declined' : isFinal ? 'after-decision' : isLate ? 'overtaken' : 'applied'
  await settlePaper(tx, id, { outcome, by: String(actor.id), at: now })
  if (outcome === 'applied') await applyAddress(context, found, { paper: id, receivedOn: paper.received_on, said, byOfficer: true })
  return { outcome }
}
