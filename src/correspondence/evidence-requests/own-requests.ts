import { type PartyCase, partyCase } from '../../cases/index.ts'
import { type FilledTray, filesSentAbout, type Gathered, gatheredFor, openTrayOf, type SentFile } from '../../evidence/index.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { listStops } from '../outages/outage-store.ts'
import { askOf, requestOf } from './opened-request.ts'
import { type AskedFor, type EvidenceRequest, isAnswered } from './request.ts'
import { type EventRow, findRequest, listAsks, listEvents, listRequests } from './request-store.ts'
import { isTooLate } from './too-late.ts'
import { isOther, type KeptTyping, openTyping } from './typed-answer.ts'
import { listTyped } from './typed-store.ts'

const shownMost = 50

export interface ShownAsk extends AskedFor {
  readonly isAnswered: boolean
  /** The files that they and the others on the case now have gathered for it and not sent. */
  readonly gathered: Gathered | null
  /** What was sent with the answer. */
  readonly sent: readonly SentFile[]
  /** What they themselves typed and have not saved. */
  readonly typed: KeptTyping | null
  /** It is another than what is saved. */
  readonly isUnsaved: boolean
}

/** A request as the people of its case see it. */
export interface OwnRequest {
  readonly case: PartyCase
  readonly request: EvidenceRequest
  readonly asks: readonly ShownAsk[]
  readonly events: readonly EventRow[]
  /** An outage holds its deadline until it has moved it. */
  readonly isHeld: boolean
  /** An answer would be taken now. */
  readonly isOpen: boolean
  readonly now: Temporal.Instant
}

type Reading = Parameters<typeof filesSentAbout>[0]

/** The files that go with an answer: what was not taken is not sent. */
export const filesThatGo = (gathered: Gathered | null | undefined): number => gathered?.files.filter(({ state }) => state !== 'refused').length ?? 0

const shown = (ask: AskedFor, gathered: Gathered | null, sent: readonly SentFile[], typed: KeptTyping | null): ShownAsk => ({
  ...ask,
  gathered,
  sent,
  typed,
  isUnsaved: typed !== null && isOther(typed, ask.answer),
  isAnswered: isAnswered(ask, filesThatGo(gathered) + sent.length),
})

/** A request of a case with what was answered so far; null where the person is not on the case now. */
export const ownRequest = query({
  name: 'requests.own-request',
  allow: (actor, _input: { receiptNumber: string; request: string }) => isSomebody(actor),
  async run(context, { receiptNumber, request: id }): Promise<OwnRequest | null> {
    const { tx, now, services } = context
    const on = isId(id) ? await partyCase(context, receiptNumber, 'answer-requests') : null
    const row = on ? await findRequest(tx, { id, receiptNumber }) : undefined
    if (!on || !row) return null
    const request = requestOf(services.keys, row)
    const asks = (await listAsks(tx, id)).map((ask) => askOf(services.keys, row.case, ask))
    const stops = row.state === 'open' ? await listStops(tx) : []
    const at = { dueAt: row.due_at, now }
    const gathered = row.state === 'answered' ? null : await gatheredFor(context as Reading, { caseId: row.case, purpose: 'request' })
    const sent = row.state === 'answered' ? await filesSentAbout(context as Reading, row.case, asks.map(({ id: ask }) => ask)) : null
    const typed = await listTyped(tx, id)
    const typingTo = (ask: string) => {
      const kept = typed.find((each) => each.ask === ask)
      return kept ? openTyping(services.keys, kept) : null
    }
    const isOpen = row.state === 'open' && !isTooLate(services.agency, { ...at, stops })
    return {
      case: on,
      request,
      asks: asks.map((ask) => shown(ask, gathered?.get(ask.id) ?? null, sent?.get(ask.id) ?? [], typingTo(ask.id))),
      events: await listEvents(tx, id),
      isHeld: isOpen && isTooLate(services.agency, { ...at, stops: [] }),
      isOpen,
      now,
    }
  },
})

export interface OwnRequests {
  readonly case: PartyCase
  readonly requests: readonly EvidenceRequest[]
  readonly now: Temporal.Instant
}

/** Everything that was asked on a case, the newest first; null where the person is not on it now. */
export const ownRequests = query({
  name: 'requests.own-requests',
  allow: (actor, _input: { receiptNumber: string }) => isSomebody(actor),
  async run(context, { receiptNumber }): Promise<OwnRequests | null> {
    const found = await partyCase(context, receiptNumber, 'answer-requests')
    if (!found) return null
    const rows = await listRequests(context.tx, found.id, shownMost)
    return { case: found, requests: rows.map((row) => requestOf(context.services.keys, row)), now: context.now }
  },
})

/** The files that a person gathers for one ask, as their page shows them; null: none were begun. */
export const ownAskFiles = query({
  name: 'requests.own-ask-files',
  allow: (actor, _input: { caseId: string; ask: string }) => isSomebody(actor),
  run: (context, { caseId, ask }): Promise<FilledTray | null> => openTrayOf(context as Reading & { now: Temporal.Instant }, { caseId, purpose: 'request', subject: ask }),
})
