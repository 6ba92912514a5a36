import { enterApart } from '../../src/cases/index.ts'
import { type DraftAsk, saveDraft, sendRequest } from '../../src/correspondence/index.ts'
import { openTask } from '../../src/cases/index.ts'
import { endRequestsOfCase } from '../../src/correspondence/evidence-requests/end-request.ts'
import { keepTypedAnswer } from '../../src/correspondence/evidence-requests/keep-typed-answer.ts'
import { lapseRequests } from '../../src/correspondence/evidence-requests/lapse-requests.ts'
import { ownRequest } from '../../src/correspondence/evidence-requests/own-requests.ts'
import { saveAnswer } from '../../src/correspondence/evidence-requests/save-answer.ts'
import { answerMark } from '../../src/correspondence/evidence-requests/typed-answer.ts'
import { sendAnswer } from '../../src/correspondence/evidence-requests/send-answer.ts'
import { type Actor, systemActor } from '../../src/platform/actor.ts'
import type { OwnKeep } from '../../src/platform/typing/kept-by.ts'
import { newId } from '../../src/platform/ids.ts'
import { operation } from '../../src/platform/operation.ts'
import { casesGround, staffActor } from './cases-ground.ts'

interface ToSend {
  caseId: string
  receiptNumber: string
  kind: string
  asks: readonly DraftAsk[]
  isMailed: boolean
}

/** Higher rooms send requests; this does what they do, and nothing else. */
export const sendForTest = operation({
  name: 'test.send-request',
  allow: () => true,
  refusals: [],
  async run(context, { caseId, receiptNumber, kind, asks, isMailed }: ToSend) {
    const status = context.services.agency.evidenceRequests.kinds.find(({ code }) => code === kind)?.status ?? ''
    const entered = await enterApart(context, { receiptNumber, status, reason: 'Evidence is missing.' })
    if (typeof entered === 'string') throw new Error(entered)
    const saved = await saveDraft(context, { caseId, version: 0, draft: { kind, words: { opening: 'Please read all of it.', grounds: kind === 'intent-to-deny' ? 'The card is not yours.' : '' }, asks } })
    if (typeof saved === 'string') throw new Error(saved)
    const sent = await sendRequest(context, { caseId, receiptNumber, form: 'i-90', isMailed, version: saved.version, press: newId() })
    if (typeof sent === 'string') throw new Error(sent)
    await openTask(context, { caseId, kind: kind === 'intent-to-deny' ? 'answer-intent' : 'answer-request', subject: sent.id, dueAt: sent.dueAt })
    return sent
  },
})

/** The case of a request is decided, as higher rooms do it. */
const endForTest = operation({
  name: 'test.end-case',
  allow: () => true,
  refusals: [],
  async run(context, { caseId }: { caseId: string }) {
    await endRequestsOfCase(context, { caseId, end: 'decision', why: 'It was decided.' })
    return null
  },
})

interface Typing {
  ask?: number
  text?: string
  lacks?: boolean
  mark?: string
  own?: OwnKeep
  by?: Actor
}

/** One of the agency's list, or an officer's own, to be answered in words. */
export const wordsAsk = (title = ''): DraftAsk => ({ code: title === '' ? 'card-lost' : null, files: false, title, words: title === '' ? '' : 'Tell us.' })

export type RequestsGround = Awaited<ReturnType<typeof requestsGround>>
export interface Asked {
  receiptNumber: string
  caseId: string
  request: string
  dueAt: Temporal.Instant
  account: Actor
}

/** Cases with requests that wait for an answer. Drop the database in `after`. */
export async function requestsGround() {
  const ground = await casesGround()
  const officer = staffActor('officer')
  const as = (actor: Actor) => ground.as(actor)
  return {
    ...ground,
    officer,
    /** A person's case with a request of these asks; without any, the two usual ones. */
    async asked({ email, kind = 'additional', asks = [wordsAsk(), wordsAsk('Your trip')], isMailed = false }: { email: string; kind?: string; asks?: readonly DraftAsk[]; isMailed?: boolean }): Promise<Asked> {
      const account = await ground.newAccount(email)
      const { caseId, receiptNumber } = await ground.openCase({ account: String(account.id) })
      const sent = await as(officer).perform(sendForTest, { caseId, receiptNumber, kind, asks, isMailed })
      if (!sent.ok) throw new Error(sent.refusal)
      return { receiptNumber, caseId, request: sent.output.id, dueAt: sent.output.dueAt, account }
    },
    seen: ({ receiptNumber, request, account }: Asked, by: Actor = account) => as(by).read(ownRequest, { receiptNumber, request }),
    async save({ receiptNumber, request, account }: Asked, { ask = 0, text = 'It was stolen.', lacks = false, version, by = account }: { ask?: number; text?: string; lacks?: boolean; version?: number; by?: Actor } = {}) {
      const found = await as(account).read(ownRequest, { receiptNumber, request })
      const asked = found?.asks[ask]
      return as(by).perform(saveAnswer, { receiptNumber, request, ask: String(asked?.id), text, lacks, version: version ?? asked?.answer?.version ?? 0 })
    },
    /** The mark that a page of this ask has for somebody now. */
    async mark({ receiptNumber, request, account }: Asked, { ask = 0, by = account }: { ask?: number; by?: Actor } = {}) {
      const asked = (await as(by).read(ownRequest, { receiptNumber, request }))?.asks[ask]
      return answerMark(ground.services.keys, { ask: String(asked?.id), account: String(by.id) }, asked?.answer?.version ?? 0, asked?.typed ?? null)
    },
    async type({ receiptNumber, request, account }: Asked, { ask = 0, text = 'It was', lacks = false, mark = '', own, by = account }: Typing = {}) {
      const asked = (await as(account).read(ownRequest, { receiptNumber, request }))?.asks[ask]
      return as(by).perform(keepTypedAnswer, { receiptNumber, request, ask: String(asked?.id), typed: { text, lacks }, mark, own })
    },
    end: ({ caseId }: Asked) => as(officer).perform(endForTest, { caseId }),
    send: ({ receiptNumber, request, account }: Asked, { understands = true, press = newId(), by = account }: { understands?: boolean; press?: string; by?: Actor } = {}) =>
      as(by).perform(sendAnswer, { receiptNumber, request, understands, press }),
    lapse: () => as(systemActor('requests.lapse')).perform(lapseRequests, {}),
    owner: () => {
      const { owner } = ground.database.pools
      if (!owner) throw new Error('A test has the owner of its database')
      return owner
    },
  }
}
