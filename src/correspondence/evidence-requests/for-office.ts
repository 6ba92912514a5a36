import { filesSentAbout, type SentFile } from '../../evidence/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { askOf, requestOf } from './opened-request.ts'
import { type AskedFor, type EvidenceRequest, sealedWhy } from './request.ts'
import { countUnanswered, type EventRow, findRequest, findWhy, listAsks, listEvents, listRequests, listUnanswered } from './request-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'services'>

export interface OfficeRequest {
  readonly request: EvidenceRequest
  /** What was answered stays with who answers until they send it. */
  readonly asks: readonly (AskedFor & { readonly sent: readonly SentFile[] })[]
  readonly events: readonly EventRow[]
  /** Why it was withdrawn; null: it was not. */
  readonly why: string | null
  /** An officer has read its answer, or taken note that none came. */
  readonly isSeen: boolean
  readonly sentBy: string
}

const shownMost = 50

/** What was asked on an opened case, the newest first; the office asks for a reason before it shows it. */
export async function requestsOfCase({ tx, services }: Reading, caseId: string): Promise<EvidenceRequest[]> {
  return (await listRequests(tx, caseId, shownMost)).map((row) => requestOf(services.keys, row))
}

/** One request of an opened case; null: the case has none of this id. */
export async function requestForOffice(context: Reading, { request: id, receiptNumber }: { request: string; receiptNumber: string }): Promise<OfficeRequest | null> {
  const { tx, services } = context
  const row = await findRequest(tx, { id, receiptNumber })
  const more = row && (await findWhy(tx, id))
  if (!row || !more) return null
  const asks = await listAsks(tx, id)
  const sent = row.state === 'answered' ? await filesSentAbout(context, row.case, asks.map(({ id: ask }) => ask)) : null
  return {
    request: requestOf(services.keys, row),
    asks: asks.map((ask) => ({ ...askOf(services.keys, row.case, ask), sent: sent?.get(ask.id) ?? [] })),
    events: await listEvents(tx, id),
    why: more.why_sealed ? sealedWhy.open(services.keys, row.case, id, more.why_sealed).why : null,
    isSeen: more.seen_at !== null,
    sentBy: more.sent_by,
  }
}

/** Requests that nobody answered in time and no officer has taken note of; the office asks for a right before it lists them. */
export async function requestsUnanswered({ tx, services }: Reading, most: number): Promise<EvidenceRequest[]> {
  return (await listUnanswered(tx, most)).map((row) => requestOf(services.keys, row))
}

export const countRequestsUnanswered = ({ tx }: Pick<Reading, 'tx'>): Promise<number> => countUnanswered(tx)
