import type { StatusEntry } from '../agency/index.ts'
import { newId } from '../platform/ids.ts'
import type { OperationContext } from '../platform/operation.ts'
import { agencyDay, statusEntry } from './case.ts'
import { enterPersonsStatus, findOwnStanding, lockCase } from './case-store.ts'
import { type PartyCase, partyCase } from './party-case.ts'
import type { CaseAct } from './representatives/case-acts.ts'
import { sealReason } from './reason.ts'

type Asking = Pick<OperationContext, 'tx' | 'actor' | 'services'>

export interface OwnStanding {
  readonly form: string
  readonly status: StatusEntry
  readonly statusOn: Temporal.PlainDate
  readonly receivedOn: Temporal.PlainDate
}

/** Where a case stands that `partyCase` found. */
export async function standingOfOwnCase({ tx, services }: Asking, receiptNumber: string): Promise<OwnStanding> {
  const { form, status, status_on: statusOn, received_on: receivedOn } = await findOwnStanding(tx, receiptNumber)
  return { form, status: statusEntry(services.agency, status), statusOn, receivedOn }
}

/** A case of the person who acts, its row locked: what an officer makes of it at the same moment comes before or after. */
export async function lockPartyCase(context: Asking, receiptNumber: string, act: CaseAct): Promise<(PartyCase & { readonly entry: StatusEntry }) | null> {
  const found = await partyCase(context, receiptNumber, act)
  const locked = found ? await lockCase(context.tx, receiptNumber) : undefined
  return found && locked ? { ...found, entry: statusEntry(context.services.agency, locked.status) } : null
}

interface Entered {
  /** The row that says what the person did, written in this transaction: without it the database enters nothing. */
  readonly ground: string
  readonly caseId: string
  readonly status: string
  /** For the office, which reads it in the course. */
  readonly reason: string
}

/** Enters, inside the caller's transaction and under the lock of `lockPartyCase`, the status that follows from what a person did. */
export async function enterByPerson({ tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>, { ground, caseId, status, reason }: Entered): Promise<void> {
  const change = newId()
  const on = agencyDay(services.agency, now)
  const reasonSealed = sealReason(services.keys, caseId, change, reason)
  if (!(await enterPersonsStatus(tx, { ground, change, status, on, at: now, reasonSealed }))) throw new Error('a person’s status has no ground')
}
