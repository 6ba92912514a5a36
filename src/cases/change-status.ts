import { newId } from '../platform/ids.ts'
import { operation, type OperationContext } from '../platform/operation.ts'
import type { StatusEntry } from '../agency/index.ts'
import { agencyDay, mayFollow, statusEntry } from './case.ts'
import { lockCase, recordOffice, recordStatusChange } from './case-store.ts'
import { mayChangeStatus } from './may.ts'
import { sealReason } from './reason.ts'
import { tellParties } from './tell-parties.ts'

export interface StatusToSet {
  receiptNumber: string
  status: string
  /** The status the officer saw when choosing. Where the case has moved on since, the choice is refused. */
  from?: string
  /** Why, in the officer's words; kept sealed for the office. Not empty. */
  reason: string
}

/**
 * An officer moves a case along the status table. The row is locked before it is looked at: of two officers who press
 * at once, the second is judged by what the first made of the case.
 */
export const changeStatus = operation({
  name: 'cases.change-status',
  allow: (actor, _input: StatusToSet) => mayChangeStatus(actor),
  refusals: ['unknown-case', 'not-a-next-status', 'two-people-needed', 'act-of-its-own'],
  async run(context, { receiptNumber, status, from, reason }: StatusToSet) {
    const { tx, services, refuse, audit } = context
    if (reason.trim() === '') throw new Error('A status is never changed without a reason')
    const found = await lockCase(tx, receiptNumber)
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, detail: { from: found.status, to: status } })
    const movedOn = from !== undefined && from !== found.status
    if (movedOn || !mayFollow(services.agency, found.status, status)) return refuse('not-a-next-status')
    const { twoPeople, apart } = statusEntry(services.agency, status)
    if (twoPeople) return refuse('two-people-needed')
    if (apart) return refuse('act-of-its-own')
    await enterStatus(context, { caseId: found.id, receiptNumber, status, reason })
    return { caseId: found.id, status }
  },
})

/** What an operation hands in that enters a status on the way. */
export type Entering = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>
type StatusEntered = {
  caseId: string
  receiptNumber: string
  status: string
  reason: string
  /** The day it counts for; left out: today. */
  on?: Temporal.PlainDate
  /** The caller tells the people of the case by a notice of its own. */
  isToldApart?: boolean
}

/** Enters a status with its reason and tells the people of the case. Whether it may follow is the caller's to have asked. */
async function enterStatus(context: Entering, { caseId, receiptNumber, status, reason, on, isToldApart }: StatusEntered): Promise<void> {
  const { tx, actor, now, services } = context
  const change = newId()
  await recordStatusChange(tx, {
    id: change,
    caseId,
    status,
    on: on ?? agencyDay(services.agency, now),
    at: now,
    by: { kind: actor.kind, id: actor.id ?? actor.kind },
    reasonSealed: sealReason(services.keys, caseId, change, reason),
  })
  if (!isToldApart) await tellParties(context, caseId, receiptNumber)
}

/**
 * Enters, inside the caller's transaction, the status that a decision of a higher room says: one that is set apart and
 * never chosen. Null: no such case, or one that is decided already.
 */
export async function enterDecision(context: Entering, decided: Omit<StatusEntered, 'caseId'>): Promise<{ caseId: string } | null> {
  const { agency } = context.services
  if (!statusEntry(agency, decided.status).apart) throw new Error(`${decided.status} is a status to choose, not a decision of its own`)
  const found = await lockCase(context.tx, decided.receiptNumber)
  if (!found || statusEntry(agency, found.status).final) return null
  await enterStatus(context, { ...decided, caseId: found.id })
  return { caseId: found.id }
}

/** A case that an act of a higher room is about, locked until the transaction ends: of two acts at once the second sees what the first made. */
export const lockForAct = ({ tx }: Pick<Entering, 'tx'>, receiptNumber: string): Promise<{ id: string; status: string; form: string; office: string | null } | undefined> =>
  lockCase(tx, receiptNumber)

export interface ActEntered extends Omit<StatusEntered, 'caseId'> {
  /** The status that whoever acts had before them; left out: wherever it stands. */
  from?: string
  /** The office that holds the case from now on; left out: it stays. */
  office?: string
}

/**
 * Enters, inside the caller's transaction, a status that is set apart: by the act that it says, along the agency's table, with
 * its reason. The case is locked first, and one that moved on since it was looked at is left as it is.
 */
export async function enterApart(context: Entering, { from, office, ...entered }: ActEntered): Promise<{ caseId: string } | 'unknown-case' | 'moved-on' | 'not-a-next-status'> {
  const { agency } = context.services
  if (!statusEntry(agency, entered.status).apart) throw new Error(`${entered.status} is a status to choose, not an act of its own`)
  const found = await lockCase(context.tx, entered.receiptNumber)
  if (!found) return 'unknown-case'
  if (from !== undefined && from !== found.status) return 'moved-on'
  if (!mayFollow(agency, found.status, entered.status)) return 'not-a-next-status'
  await enterStatus(context, { ...entered, caseId: found.id })
  if (office !== undefined) await recordOffice(context.tx, found.id, office)
  return { caseId: found.id }
}

/**
 * Enters, inside the caller's transaction, a status that follows from what happened outside the office, where the case
 * stands in one that `isOpenFor` it. False: no such case, or it stands elsewhere, and nothing was entered.
 */
export async function enterStatusWhere(
  context: Entering,
  entered: Omit<StatusEntered, 'caseId'>,
  isOpenFor: (status: StatusEntry) => boolean,
): Promise<boolean> {
  const { agency } = context.services
  const found = await lockCase(context.tx, entered.receiptNumber)
  if (!found || !agency.statuses.some(({ code }) => code === entered.status)) return false
  if (found.status === entered.status || !isOpenFor(statusEntry(agency, found.status))) return false
  await enterStatus(context, { ...entered, caseId: found.id })
  return true
}
