import { agencyDay, closeTask, tellOfCase } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { CaseEnd } from '../ending/case-end.ts'
import { lastDayOf } from './deadline.ts'
import { sealedWhy } from './request.ts'
import { insertEvent, lockRequest, lockUnanswered, markAllSeen, markRequest, markSeen, type RequestRow } from './request-store.ts'

type Ending = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

interface ToWithdraw {
  readonly request: string
  readonly receiptNumber: string
  readonly why: string
  /** The case ends, and it with it. */
  readonly end?: CaseEnd
}

/** An officer takes a request back, inside their operation, with why for the office. */
export async function withdrawRequest(context: Ending, { request, receiptNumber, why, end }: ToWithdraw): Promise<'unknown-request' | 'not-open' | 'withdrawn-before' | RequestRow> {
  const { tx, actor, now, services } = context
  const found = await lockRequest(tx, { id: request, receiptNumber })
  if (!found) return 'unknown-request'
  if (found.state === 'withdrawn') return 'withdrawn-before'
  if (found.state !== 'open') return 'not-open'
  // The person took the case back: that says why.
  const why_sealed = end === 'withdrawal' ? null : sealedWhy.seal(services.keys, found.case, found.id, { why })
  await markRequest(tx, found.id, { state: 'withdrawn', ended_at: now, ended_by: actor.id as string, why_sealed, ended_with: end ?? null })
  await insertEvent(tx, { id: newId(), request: found.id, what: 'withdrawn', at: now })
  await closeTask(context, { subject: found.id, how: 'withdrawn' })
  return found
}

/**
 * Ends what a case still asks, because an officer decided or closed it, or took a paper that withdraws it, inside the operation that does: an answer would change
 * nothing any more. Nothing is told: that news tells itself.
 */
export async function endRequestsOfCase(context: Ending, { caseId, end, why }: { caseId: string; end: CaseEnd; why: string }): Promise<void> {
  const found = await lockUnanswered(context.tx, caseId)
  if (found?.state === 'open') await withdrawRequest(context, { request: found.id, receiptNumber: found.receipt_number, why, end })
  await markAllSeen(context.tx, caseId, { by: context.actor.id as string, at: context.now })
}

/** An officer has read an answer, or taken note that none came. False: there is nothing of it to note. */
export const noteSeen = ({ tx, actor, now }: Ending, request: string): Promise<boolean> => markSeen(tx, request, { by: actor.id as string, at: now })

/**
 * An answer came on paper, on a day: the request is answered, too late or not, inside the operation that takes the paper in.
 * What came before we asked is no answer. False: it answers nothing here.
 */
export async function answeredOnPaper(context: Ending, { caseId, receivedOn }: { caseId: string; receivedOn: Temporal.PlainDate }): Promise<boolean> {
  const { tx, now, services } = context
  const found = await lockUnanswered(tx, caseId)
  if (!found || Temporal.PlainDate.compare(receivedOn, agencyDay(services.agency, found.sent_at)) < 0) return false
  const late = Temporal.PlainDate.compare(receivedOn, lastDayOf(services.agency, found.due_at)) > 0
  await markRequest(tx, found.id, { state: 'answered', ended_at: now, way: 'paper', late, seen_at: null, seen_by: null })
  await insertEvent(tx, { id: newId(), request: found.id, what: 'answered', at: now })
  await closeTask(context, { subject: found.id, how: 'done' })
  return true
}

/** Tells the people of a case that there is news, where no status of it tells them. */
export const tellOfRequest = (context: Ending, { case: caseId, receipt_number: receiptNumber }: Pick<RequestRow, 'case' | 'receipt_number'>): Promise<void> =>
  tellOfCase(context, caseId, receiptNumber)
