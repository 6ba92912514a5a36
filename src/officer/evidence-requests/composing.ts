import { countRequestsUnanswered, draftOfRequest, type EvidenceRequest, type KeptDraft, type OfficeRequest, requestForOffice, requestsOfCase, requestsUnanswered } from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { type NotOpened, openedCase } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'

export interface Composing {
  readonly receiptNumber: string
  readonly form: string
  readonly status: string
  readonly isProtected: boolean
  /** Nobody of it reads the request online: three days are added. */
  readonly isMailed: boolean
  readonly draft: KeptDraft | null
  /** Who saved the draft last, where that is a colleague. */
  readonly savedBy: string | null
  /** One that still waits for its answer: no other is sent before. */
  readonly open: EvidenceRequest | null
  readonly now: Temporal.Instant
}

/** Whether a request about a case goes by mail: nobody is on it with an account. */
export const goesByMail = ({ parties }: { parties: readonly unknown[] }): boolean => parties.length === 0

/** What an officer composes for an opened case. */
export const composing = query({
  name: 'officer.composing-request',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('ask-for-evidence')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<Composing | NotOpened> {
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return found
    const draft = await draftOfRequest(context, found.id)
    const names = draft && draft.savedBy !== context.actor.id ? await colleaguesNamed(context, [draft.savedBy]) : null
    const { form, status, isProtected } = found
    return {
      ...{ receiptNumber, form, status, isProtected, isMailed: goesByMail(found), draft, now: context.now },
      savedBy: (draft && names?.get(draft.savedBy)) ?? null,
      open: (await requestsOfCase(context, found.id)).find(({ state }) => state === 'open') ?? null,
    }
  },
})

export interface RequestOfFile extends OfficeRequest {
  readonly isProtected: boolean
  readonly sentByName: string
  readonly now: Temporal.Instant
}

/** One request of an opened file, with what was answered; null: there is none. */
export const requestOfFile = query({
  name: 'officer.request-of-file',
  allow: (actor, _input: { receiptNumber: string; request: string }) => whoMay('read-file')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber, request }): Promise<RequestOfFile | NotOpened | null> {
    const file = await openedCase(context, receiptNumber)
    if (typeof file === 'string') return file
    const found = isId(request) ? await requestForOffice(context, { request, receiptNumber }) : null
    const names = await colleaguesNamed(context, [found?.sentBy])
    return found && { ...found, isProtected: file.isProtected, sentByName: names.get(found.sentBy) ?? '', now: context.now }
  },
})

export interface FileRequests {
  readonly requests: readonly EvidenceRequest[]
  readonly hasDraft: boolean
  readonly now: Temporal.Instant
}

/** What was asked on an opened file, for its card; null where it was not opened. */
export const requestsOfFile = query({
  name: 'officer.requests-of-file',
  allow: (actor, _input: { caseId: string }) => whoMay('read-file')(actor) && actor.sessionId !== null,
  async run(context, { caseId }): Promise<FileRequests> {
    const requests = await requestsOfCase(context, caseId)
    return { requests, hasDraft: (await draftOfRequest(context, caseId)) !== null, now: context.now }
  },
})

const listedMost = 100

/** Requests that nobody answered in time, the longest ago first. */
export const unansweredRequests = query({
  name: 'officer.unanswered-requests',
  allow: (actor, _input: Record<string, never>) => whoMay('see-queues')(actor),
  run: (context): Promise<readonly EvidenceRequest[]> => requestsUnanswered(context, listedMost),
})

export const unansweredCount = query({
  name: 'officer.unanswered-count',
  allow: (actor, _input: Record<string, never>) => whoMay('see-queues')(actor),
  run: (context): Promise<number> => countRequestsUnanswered(context),
})
