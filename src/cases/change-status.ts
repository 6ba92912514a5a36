import { newId } from '../platform/ids.ts'
import { operation, type OperationContext } from '../platform/operation.ts'
import type { StatusEntry } from '../agency/index.ts'
import { agencyDay, mayFollow, statusEntry } from './case.ts'
import { lockCase, recordStatusChange } from './case-store.ts'
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
  refusals: ['unknown-case', 'not-a-next-status', 'two-people-needed'],
  async run(context, { receiptNumber, status, from, reason }: StatusToSet) {
    const { tx, services, refuse, audit } = context
    if (reason.trim() === '') throw new Error('A status is never changed without a reason')
    const found = await lockCase(tx, receiptNumber)
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, detail: { from: found.status, to: status } })
    const movedOn = from !== undefined && from !== found.status
    if (movedOn || !mayFollow(services.agency, found.status, status)) return refuse('not-a-next-status')
    if (statusEntry(services.agency, status).twoPeople) return refuse('two-people-needed')
    await enterStatus(context, { caseId: found.id, receiptNumber, status, reason })
    return { caseId: found.id, status }
  },
})

type Entering = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>
type StatusEntered = {
  caseId: string
  receiptNumber: string
  status: string
  reason: string
  /** The day it counts for; left out: today. */
  on?: Temporal.PlainDate
}

/** Enters a status with its reason and tells the people of the case. Whether it may follow is the caller's to have asked. */
async function enterStatus(context: Entering, { caseId, receiptNumber, status, reason, on }: StatusEntered): Promise<void> {
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
  await tellParties(context, caseId, receiptNumber)
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
