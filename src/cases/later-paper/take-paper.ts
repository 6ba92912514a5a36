import { textOf } from '../../platform/i18n/text.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { statusEntry } from '../case.ts'
import { enterStatusWhere } from '../change-status.ts'
import { touchCase } from '../document-store.ts'
import { tellParties } from '../tell-parties.ts'
import { isDecided, type PaperOutcome, receivedOnFault, type receivedOnFaults } from './later-paper.ts'
import { type CaseRowForPaper, findLaterPaper, insertLaterPaper, lockCaseForPaper, settlePaper } from './later-paper-store.ts'

type Taking = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

/** A paper as it is taken in; under one id it is taken in once. */
export interface Received {
  readonly id: string
  readonly receiptNumber: string
  readonly receivedOn: Temporal.PlainDate
}

export interface TakenPaper {
  readonly caseId: string
  readonly paper: string
  readonly outcome: PaperOutcome
}

export type TakingFault = 'unknown-case' | (typeof receivedOnFaults)[number]

/** What is wrong with the day of a paper for this case; null: nothing. */
export const receivedOn = ({ services, now }: Pick<Taking, 'services' | 'now'>, paper: Received, found: CaseRowForPaper) =>
  receivedOnFault({ agency: services.agency, now }, { receivedOn: paper.receivedOn, caseReceivedOn: found.received_on })

/** The status that follows an answer where the case waits for one, by the agency's table; undefined: it waits for none. */
function answeredStatus({ services: { agency } }: Taking, found: CaseRowForPaper, receivedOn: Temporal.PlainDate): string | undefined {
  const { asks, next } = statusEntry(agency, found.status)
  // What came before we asked is no answer to it.
  if (!asks || Temporal.PlainDate.compare(receivedOn, found.status_on) < 0) return undefined
  return agency.statuses.find(({ code, answered }) => answered && next.includes(code))?.code
}

/**
 * An answer to a request, or another paper, inside the caller's operation. A case that waits for an answer goes on to what the
 * agency's table says follows, from the day of the answer; what comes after the decision is kept and flagged.
 */
export async function takePaper(context: Taking, { kind, ...paper }: Received & { kind: 'answer' | 'other' }): Promise<TakenPaper | TakingFault> {
  const { tx, now, actor, services } = context
  const found = await lockCaseForPaper(tx, paper.receiptNumber)
  if (!found) return 'unknown-case'
  const before = await findLaterPaper(tx, paper.id)
  if (before) return { caseId: found.id, paper: before.id, outcome: before.outcome as PaperOutcome }
  const fault = receivedOn(context, paper, found)
  if (fault) return fault
  const outcome = isDecided(services.agency, found.status) ? 'after-decision' : await goOn(context, found, { kind, receivedOn: paper.receivedOn })
  const taken = { taken_at: now, taken_by: actor.id ?? actor.kind, outcome }
  await insertLaterPaper(tx, { id: paper.id, case: found.id, kind, received_on: paper.receivedOn, ...taken })
  await touchCase(tx, found.id, now)
  // A status tells them by itself.
  if (outcome !== 'answered') await tellParties(context, found.id, paper.receiptNumber)
  return { caseId: found.id, paper: paper.id, outcome }
}

async function goOn(context: Taking, found: CaseRowForPaper, { kind, receivedOn }: { kind: 'answer' | 'other'; receivedOn: Temporal.PlainDate }): Promise<'answered' | 'kept'> {
  const { agency } = context.services
  const status = kind === 'answer' ? answeredStatus(context, found, receivedOn) : undefined
  if (status === undefined) return 'kept'
  const reason = textOf(agency.languageOfRecord, agency.timeZone)('later-paper.reason')
  const entered = await enterStatusWhere(context, { receiptNumber: found.receipt_number, status, reason, on: receivedOn }, ({ code }) => code === found.status)
  return entered ? 'answered' : 'kept'
}

/** An officer has looked at what came after the decision, inside the caller's operation. False: there is no such paper, or nothing to look at. */
export async function seeLatePaper({ tx, actor, now }: Taking, { receiptNumber, paper: id }: { receiptNumber: string; paper: string }): Promise<boolean> {
  const found = await lockCaseForPaper(tx, receiptNumber)
  const paper = found && (await findLaterPaper(tx, id))
  if (!found || paper?.case !== found.id || paper.outcome !== 'after-decision' || paper.settled_at) return false
  await settlePaper(tx, id, { outcome: 'after-decision', by: String(actor.id), at: now })
  return true
}
