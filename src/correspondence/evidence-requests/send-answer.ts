import type { AgencyPack } from '../../agency/index.ts'
import { agencyDay, closeTask, lockPartyCase, sealReason, statusEntry } from '../../cases/index.ts'
import { type Gathered, gatheredFor, lockGathered, submitTray } from '../../evidence/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { isId, newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { sideOf } from '../messages/message.ts'
import { listStops } from '../outages/outage-store.ts'
import { enterAnswer, sendGathered } from './answer-store.ts'
import { askOf } from './opened-request.ts'
import { filesThatGo } from './own-requests.ts'
import { type AnswerSide, isAnswered } from './request.ts'
import { insertEvent, isPressOf, listAsks, lockOwnRequest, markRequest, type RequestRow } from './request-store.ts'
import { isTooLate } from './too-late.ts'

export interface AnswerToSend {
  readonly receiptNumber: string
  readonly request: string
  /** They read that a part is decided on, and that they can answer only once. */
  readonly understands: boolean
  /** Made with the page: sent again, the same answer is shown again. */
  readonly press: string
}

/** Why an answer is not taken any more; null: it is. */
function closedAs(agency: AgencyPack, found: RequestRow, at: { now: Temporal.Instant; stops: Awaited<ReturnType<typeof listStops>> }) {
  if (found.state === 'answered') return 'answered-before'
  if (found.state === 'withdrawn') return 'withdrawn'
  return found.state === 'lapsed' || isTooLate(agency, { dueAt: found.due_at, ...at }) ? 'too-late' : null
}

/** The status that says that an answer came, where the agency's table leads there from where the case stands. */
function statusAfter({ statuses, ...agency }: AgencyPack, status: string): string | undefined {
  const { next } = statusEntry({ statuses, ...agency }, status)
  return statuses.find(({ code, answered }) => answered && next.includes(code))?.code
}

async function moveOn({ tx, now, services }: OperationContext, on: { id: string; status: string }, request: string): Promise<void> {
  const status = statusAfter(services.agency, on.status)
  if (status === undefined) return
  const change = newId()
  const reason = textOf(services.agency.languageOfRecord, services.agency.timeZone)('requests.reason.answered')
  const entered = { request, change, status, on: agencyDay(services.agency, now), at: now, reasonSealed: sealReason(services.keys, on.id, change, reason) }
  if (!(await enterAnswer(tx, entered))) throw new Error('A request was answered and its case does not know')
}

/**
 * Why the files cannot go yet; null: they can. Of the person's own none may have been refused, since they can take it away; of the others'
 * what was refused is left behind.
 */
function filesFault(gathered: readonly Gathered[]): 'files-not-ready' | 'others-files-not-ready' | null {
  const files = gathered.flatMap((each) => each.files)
  if (files.some(({ isOwn, state }) => isOwn && state !== 'clean')) return 'files-not-ready'
  return files.some(({ state }) => state === 'received') ? 'others-files-not-ready' : null
}

/** Sends what they gathered, and, by the database, what the others on the case have: all in this transaction. */
async function sendFiles(context: OperationContext, { caseId, request, gathered }: { caseId: string; request: string; gathered: readonly Gathered[] }): Promise<void> {
  for (const { tray, files } of gathered) {
    if (!tray || !files.some(({ isOwn }) => isOwn)) continue
    const sent = await submitTray(context, { tray, caseId })
    if (typeof sent === 'string') throw new Error(`A tray was not sent: ${sent}`)
  }
  await sendGathered(context.tx, { request, at: context.now })
}

/** **Send answer**: the one answer to a request, whole or a part, with the files of everybody who is on the case now. From then on nothing in it is changed. */
export const sendAnswer = operation({
  name: 'requests.answer',
  allow: (actor, _input: AnswerToSend) => isSomebody(actor),
  refusals: ['unknown-request', 'answered-before', 'withdrawn', 'too-late', 'nothing-answered', 'part-not-understood', 'files-not-ready', 'others-files-not-ready'],
  async run(context, { receiptNumber, request, understands, press }) {
    const { tx, actor, now, services, refuse, audit, enqueue, recordedBefore } = context
    const on = isId(request) ? await lockPartyCase(context, receiptNumber, 'answer-requests') : null
    const found = on ? await lockOwnRequest(tx, { id: request, receiptNumber }) : undefined
    if (!on || !found) return refuse('unknown-request')
    audit({ subject: on.id, account: actor.id as string, detail: { request } })
    if (await isPressOf(tx, request, press)) {
      recordedBefore()
      return { request }
    }
    if (on.entry.final) return refuse('withdrawn')
    const closed = closedAs(services.agency, found, { now, stops: await listStops(tx) })
    if (closed) return refuse(closed)
    const asks = (await listAsks(tx, request)).map((ask) => askOf(services.keys, on.id, ask))
    await lockGathered(context, { caseId: on.id, purpose: 'request' })
    const gathered = await gatheredFor(context, { caseId: on.id, purpose: 'request' })
    const itsFiles = asks.flatMap(({ id }) => gathered.get(id) ?? [])
    const answered = asks.filter((ask) => isAnswered(ask, filesThatGo(gathered.get(ask.id)))).length
    if (answered === 0) return refuse('nothing-answered')
    const partial = answered < asks.length
    if (partial && !understands) return refuse('part-not-understood')
    const fault = filesFault(itsFiles)
    if (fault) return refuse(fault)
    const by = { answered_by: actor.id as string, answer_press: press, answered_side: sideOf(on.role) as AnswerSide }
    await markRequest(tx, request, { state: 'answered', ended_at: now, way: 'online', ...by, partial, late: false })
    await sendFiles(context as unknown as OperationContext, { caseId: on.id, request, gathered: itsFiles })
    await insertEvent(tx, { id: newId(), request, what: 'answered', at: now })
    await closeTask(context, { subject: request, how: 'done' })
    await moveOn(context as unknown as OperationContext, { id: on.id, status: on.entry.code }, request)
    await enqueue('correspondence.take-answer', { request })
    return { request }
  },
})
