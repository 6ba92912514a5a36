import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { deadlineOf } from './deadline.ts'
import { draftOfRequest, type KeptDraft } from './draft.ts'
import { takeDraft } from './draft-store.ts'
import { issueRequestNotice } from './notice-of-request.ts'
import { type DraftAsk, requestKind, sealedAsk, sealedRequest } from './request.ts'
import { insertAsks, insertEvent, insertRequest, isOpenOn } from './request-store.ts'

type Sending = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

export interface RequestToSend {
  readonly caseId: string
  readonly receiptNumber: string
  readonly form: string
  /** Nobody of the case reads it online: it goes by mail, and three days are added. */
  readonly isMailed: boolean
  /** Which saving of the draft the officer looked at. */
  readonly version: number
  /** The press of the form, and the id that the request gets. */
  readonly press: string
}

export interface SentRequest {
  readonly id: string
  readonly kind: string
  readonly lastDay: Temporal.PlainDate
  readonly dueAt: Temporal.Instant
}

export const sendingFaults = ['changed-meanwhile', 'request-open', 'nothing-asked', 'no-grounds'] as const
type SendingFault = (typeof sendingFaults)[number]

/** What a draft lacks to be sent; null: nothing. */
export function draftFault({ agency }: Pick<Sending['services'], 'agency'>, { kind, words, asks }: Pick<KeptDraft, 'kind' | 'words' | 'asks'>): 'nothing-asked' | 'no-grounds' | null {
  if (asks.length === 0) return 'nothing-asked'
  return requestKind(agency, kind).grounds && words.grounds === '' ? 'no-grounds' : null
}

const askRow = (context: Sending, { caseId, press }: RequestToSend) => ({ code, files, title, words }: DraftAsk, index: number) => {
  const id = newId()
  const said = title === '' && words === '' ? null : sealedAsk.seal(context.services.keys, caseId, id, { title, words })
  return { id, request: press, ordinal: index + 1, code, files, sealed: said }
}

/**
 * Sends what an officer has composed, inside their operation: the deadline is fixed here, once, and the notice is written. The caller moves the case and
 * opens the task, and has found out that the press was not made before.
 */
export async function sendRequest(context: Sending, sending: RequestToSend): Promise<SendingFault | SentRequest> {
  const { tx, actor, now, services } = context
  const { caseId, receiptNumber, form, isMailed, version, press } = sending
  const draft = await draftOfRequest(context, caseId)
  if (draft?.version !== version || !(await takeDraft(tx, caseId, version))) return 'changed-meanwhile'
  const fault = draftFault(services, draft)
  if (fault) return fault
  if (await isOpenOn(tx, caseId)) return 'request-open'
  const kind = requestKind(services.agency, draft.kind)
  const deadline = deadlineOf(services.agency, kind, { form, isMailed, sentAt: now })
  const said = { id: press, case: caseId, receipt_number: receiptNumber, form, kind: kind.code, asks: draft.asks.length }
  const when = { sent_at: now, sent_by: actor.id as string, days: kind.formDays?.[form] ?? kind.days, mailed: isMailed, due_at: deadline.dueAt }
  const sealed = sealedRequest.seal(services.keys, caseId, press, draft.words)
  await insertRequest(tx, { ...said, ...when, sealed, state: 'open', copy_key: newId() })
  await insertAsks(tx, draft.asks.map(askRow(context, sending)))
  await insertEvent(tx, { id: newId(), request: press, what: 'sent', at: now, due_to: deadline.dueAt })
  await issueRequestNotice(context, { caseId, receiptNumber, request: press, kind, words: draft.words, asks: draft.asks, dueAt: deadline.dueAt })
  return { id: press, kind: kind.code, ...deadline }
}
