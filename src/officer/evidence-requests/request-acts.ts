import { enterApart, enterStatusWhere, lockForAct, openTask, type TaskKind } from '../../cases/index.ts'
import { noteSeen, type RequestDraft, requestForOffice, requestKind, saveDraft, sendingFaults, sendRequest, tellOfRequest, draftOfRequest, withdrawRequest } from '../../correspondence/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { isId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { notOpened, openedCase } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { endAssignment } from '../queues/assignment-store.ts'
import { goesByMail } from './composing.ts'

/** Words of the record, which only the office reads. */
const recordText = ({ agency }: OperationContext['services']) => textOf(agency.languageOfRecord, agency.timeZone)

/** Keeps a request that is being composed. Of two officers the second is told, with both texts before them. */
export const saveRequestDraft = operation({
  name: 'officer.save-request-draft',
  allow: (actor, _input: { receiptNumber: string; version: number; draft: RequestDraft }) => whoMay('ask-for-evidence')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'changed-meanwhile'],
  async run(context, { receiptNumber, version, draft }) {
    const { refuse, audit } = context
    const file = await openedCase(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { kind: draft.kind, asks: draft.asks.length } })
    const saved = await saveDraft(context, { caseId: file.id, version, draft })
    return typeof saved === 'string' ? refuse(saved) : { caseId: file.id }
  },
})

export interface RequestToMake {
  readonly receiptNumber: string
  readonly version: number
  readonly press: string
}

/**
 * **Send request**: as it was looked at, with its deadline fixed. The case moves to what the agency's table says of such a request,
 * its people are told and have a task, and the case is nobody's work until they answer, all at once or not at all.
 */
export const sendEvidenceRequest = operation({
  name: 'officer.send-request',
  allow: (actor, _input: RequestToMake) => whoMay('ask-for-evidence')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, ...sendingFaults, 'not-a-next-status'],
  async run(context, { receiptNumber, version, press }) {
    const { tx, now, services, refuse, audit, recordedBefore } = context
    const file = await openedCase(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { request: press } })
    if (await requestForOffice(context, { request: press, receiptNumber })) {
      recordedBefore()
      return { request: press }
    }
    const draft = await draftOfRequest(context, file.id)
    if (!draft || draft.version !== version) return refuse('changed-meanwhile')
    const kind = requestKind(services.agency, draft.kind)
    const reason = recordText(services)('requests.reason.sent', { kind: services.agency.text(services.agency.languageOfRecord, 'requests', `kind.${kind.code}.short`) ?? kind.code })
    const entered = await enterApart(context, { receiptNumber, status: kind.status, from: file.status, reason })
    if (typeof entered === 'string') return refuse('not-a-next-status')
    const sent = await sendRequest(context, { caseId: file.id, receiptNumber, form: file.form, isMailed: goesByMail(file), version, press })
    if (typeof sent === 'string') return refuse(sent)
    audit({ subject: file.id, detail: { request: press, kind: kind.code, due: sent.dueAt.toString() } })
    await openTask(context, { caseId: file.id, kind: kind.task as TaskKind, subject: press, dueAt: sent.dueAt })
    await endAssignment(tx, file.id, 'moved-on', now)
    return { request: press }
  },
})

interface Place {
  readonly receiptNumber: string
  readonly request: string
}

/** **Take back**: nobody has to answer it any more; its people are told, and the case goes on in review where it still stood in it. */
export const takeRequestBack = operation({
  name: 'officer.withdraw-request',
  allow: (actor, _input: Place & { why: string }) => whoMay('ask-for-evidence')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-request', 'not-open'],
  async run(context, { receiptNumber, request, why }) {
    const { services, refuse, audit, recordedBefore } = context
    const file = await openedCase(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { request: request.slice(0, 40) } })
    // The case before its request, as whoever answers or decides.
    await lockForAct(context, receiptNumber)
    const withdrawn = isId(request) ? await withdrawRequest(context, { request, receiptNumber, why }) : 'unknown-request'
    if (withdrawn === 'withdrawn-before') {
      recordedBefore()
      return { request }
    }
    if (typeof withdrawn === 'string') return refuse(withdrawn)
    const { agency } = services
    const kind = requestKind(agency, withdrawn.kind)
    const reason = recordText(services)('requests.reason.withdrawn', { why })
    const entered = { receiptNumber, status: agency.evidenceRequests.withdrawn, reason }
    if (!(await enterStatusWhere(context, entered, ({ code }) => code === kind.status))) await tellOfRequest(context, withdrawn)
    return { request }
  },
})

/** **I have seen this**: an officer has read the answer, or taken note that none came, and goes on with the case. */
export const noteRequestSeen = operation({
  name: 'officer.note-request-seen',
  allow: (actor, _input: Place) => whoMay('ask-for-evidence')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-request'],
  async run(context, { receiptNumber, request }) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedCase(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { request: request.slice(0, 40) } })
    await lockForAct(context, receiptNumber)
    const found = isId(request) ? await requestForOffice(context, { request, receiptNumber }) : null
    if (!found) return refuse('unknown-request')
    if (!(await noteSeen(context, request))) recordedBefore()
    return { request }
  },
})
