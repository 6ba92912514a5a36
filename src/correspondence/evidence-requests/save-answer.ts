import type { Actor } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { lockPartyCase } from '../../cases/index.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { sideOf } from '../messages/message.ts'
import { listStops } from '../outages/outage-store.ts'
import { keepAnswer } from './answer-store.ts'
import { type AnswerSide, sealedAnswer } from './request.ts'
import { listAsks, lockOwnRequest } from './request-store.ts'
import { isTooLate } from './too-late.ts'
import { dropOwnTyped } from './typed-store.ts'

/** More than anybody writes in a day, and less than a program that writes on and on. */
const savesADay = { name: 'requests.save', most: 200, withinSeconds: 86_400, of: ({ actor }: { actor: Actor }) => actor.id }

export interface AnswerToSave {
  readonly receiptNumber: string
  readonly request: string
  readonly ask: string
  readonly text: string
  readonly lacks: boolean
  /** Which saving of the answer was before the person; 0: none. */
  readonly version: number
}

/** Keeps what a person answers to one ask, for as many days as there are. Of two tabs the second is told, and shown what the first kept. What they had typed and not saved is over with it. */
export const saveAnswer = operation({
  name: 'requests.save-answer',
  allow: (actor, _input: AnswerToSave) => isSomebody(actor),
  limits: [savesADay],
  refusals: ['unknown-request', 'not-open', 'changed-meanwhile'],
  async run(context, { receiptNumber, request, ask, text, lacks, version }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const on = isId(request) && isId(ask) ? await lockPartyCase(context, receiptNumber, 'answer-requests') : null
    const found = on ? await lockOwnRequest(tx, { id: request, receiptNumber }) : undefined
    const asked = found ? (await listAsks(tx, request)).find(({ id }) => id === ask) : undefined
    if (!on || !found || !asked) return refuse('unknown-request')
    audit({ subject: on.id, account: actor.id as string, detail: { request, ask: asked.ordinal } })
    if (found.state !== 'open' || isTooLate(services.agency, { dueAt: found.due_at, now, stops: await listStops(tx) })) return refuse('not-open')
    await dropOwnTyped(tx, ask)
    const before = asked.answer_sealed ? sealedAnswer.open(services.keys, on.id, ask, asked.answer_sealed).text : ''
    if (before === text && (asked.lacks ?? false) === lacks) {
      recordedBefore()
      return { request }
    }
    const by = { account: actor.id as string, side: sideOf(on.role) as AnswerSide, saved_at: now }
    const kept = await keepAnswer(tx, { ask, version: version + 1, lacks, ...by, sealed: sealedAnswer.seal(services.keys, on.id, ask, { text }) })
    return kept ? { request } : refuse('changed-meanwhile')
  },
})
