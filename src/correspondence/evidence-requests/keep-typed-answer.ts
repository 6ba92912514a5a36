import { lockPartyCase } from '../../cases/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { standsTo, withKeep } from '../../platform/typing/kept-by.ts'
import type { TypedPost } from '../../platform/typing/typed-post.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { listStops } from '../outages/outage-store.ts'
import { listAsks, lockOwnRequest } from './request-store.ts'
import { isTooLate } from './too-late.ts'
import { answerMark, openTyping, sealTyping, tooMuchTyped, type TypedAnswer, typingOf } from './typed-answer.ts'
import { keepTyped, listTyped } from './typed-store.ts'

interface AnswerTyped extends TypedPost {
  readonly receiptNumber: string
  readonly request: string
  readonly ask: string
  readonly typed: TypedAnswer
}

/**
 * Keeps what somebody writes about one ask, a moment after they pause: their own, no answer, and read by nobody else. What was saved
 * meanwhile, by whomever, or kept on another page of theirs, stands; their own page is followed. Only the first is recorded.
 */
export const keepTypedAnswer = operation({
  name: 'requests.keep-while-typing',
  allow: (actor, _input: AnswerTyped) => isSomebody(actor),
  limits: [{ name: 'requests.keep-while-typing', most: 900, withinSeconds: 3600, of: ({ actor }) => actor.id }],
  refusals: ['unknown-request', 'not-open', 'kept-elsewhere', 'too-much-typed'],
  async run(context, { receiptNumber, request, ask, mark, own, typed }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const on = isId(request) && isId(ask) ? await lockPartyCase(context, receiptNumber, 'answer-requests') : null
    const found = on ? await lockOwnRequest(tx, { id: request, receiptNumber }) : undefined
    const asked = found ? (await listAsks(tx, request)).find(({ id }) => id === ask) : undefined
    if (!on || !found || !asked) return refuse('unknown-request')
    const at = { ask, account: actor.id as string }
    audit({ subject: on.id, account: at.account, detail: { request, ask: asked.ordinal } })
    if (on.entry.final || found.state !== 'open' || isTooLate(services.agency, { dueAt: found.due_at, now, stops: await listStops(tx) })) return refuse('not-open')
    const row = (await listTyped(tx, request)).find((each) => each.ask === ask)
    const kept = row ? openTyping(services.keys, row) : null
    if (kept) recordedBefore()
    const version = asked.version ?? 0
    const current = answerMark(services.keys, at, version, kept)
    const typing = typingOf(at, version, kept)
    const stands = standsTo(services.keys, typing, ask, own)
    if (stands === 'overtaken') return { mark: current }
    if (stands === 'unrelated' && mark !== '' && mark !== current) return refuse('kept-elsewhere')
    if (tooMuchTyped(typed)) return refuse('too-much-typed')
    const keptBy = withKeep(services.keys, typing, { [ask]: { text: typed.text, lacks: typed.lacks } }, ask, own)
    await keepTyped(tx, { ...at, kept_at: now, sealed: sealTyping(services.keys, at, { ...typed, keptBy }) })
    return { mark: answerMark(services.keys, at, version, typed) }
  },
})
