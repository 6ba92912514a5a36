import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { staffActor } from '../../../../test/cast/cases-ground.ts'
import { sendForTest, wordsAsk } from '../../../../test/cast/requests-ground.ts'
import { type LaterGround, laterGround } from '../../../../test/cast/later-ground.ts'
import { caseFor, changeStatus, enterApart, heldCases, publicStatus } from '../../../cases/index.ts'
import { ownRequest } from '../../../correspondence/evidence-requests/own-requests.ts'
import { sendAnswer } from '../../../correspondence/evidence-requests/send-answer.ts'
import { systemActor, visitor } from '../../../platform/actor.ts'
import { asActor } from '../../../platform/db/transaction.ts'
import { newId } from '../../../platform/ids.ts'
import { operation } from '../../../platform/operation.ts'
import { papersToSettle, seePaper } from './settle/settle.ts'
import { takeLaterPaper } from './take-later.ts'

let ground: LaterGround
before(async () => {
  ground = await laterGround()
})
after(() => ground.end())
beforeEach(() => ground.services.clock.advance({ minutes: 1 }))

const came = (receiptNumber: string, about: Partial<{ id: string; kind: 'answer' | 'other'; receivedOn: Temporal.PlainDate }> = {}) =>
  ground.intake.perform(takeLaterPaper, { id: newId(), receiptNumber, kind: 'answer', receivedOn: ground.today(), ...about })
const outcome = async (...given: Parameters<typeof came>) => {
  const taken = await came(...given)
  return taken.ok ? taken.output.outcome : taken.refusal
}

async function person(status?: string) {
  const email = `answers-${newId()}@example.test`
  const maria = await ground.newAccount(email)
  const opened = await ground.openCase({ account: maria.id, receivedOn: ground.today().subtract({ days: 30 }) })
  if (status) assert.equal((await set(opened.receiptNumber, status)).ok, true)
  return { ...opened, email, as: ground.as(maria) }
}
const reason = 'As the file says.'
/** What a request or an appointment enters: acts of higher rooms do, and tell nobody else. */
const enter = operation({
  name: 'test.enter',
  allow: () => true,
  refusals: ['not-entered'],
  run: async (context, its: { receiptNumber: string; status: string }) => (typeof (await enterApart(context, { ...its, reason })) === 'string' ? context.refuse('not-entered') : null),
})
const set = (receiptNumber: string, status: string) =>
  status === 'closed' ? ground.as(staffActor('officer')).perform(changeStatus, { receiptNumber, status, reason }) : ground.as(staffActor('officer')).perform(enter, { receiptNumber, status })
const own = async ({ as, receiptNumber }: Awaited<ReturnType<typeof person>>) => {
  const found = await as.read(caseFor, { receiptNumber })
  assert.ok(found)
  return found
}

describe('an answer that comes by mail', () => {
  it('moves a case that waits for it on, from the day it was received, and its person is told', async () => {
    for (const asked of ['evidence-requested', 'initial-evidence-requested', 'intent-to-deny']) {
      const maria = await person(asked)
      ground.services.clock.advance({ hours: 24 * 6 })
      const day = ground.today().subtract({ days: 2 })
      assert.equal(await outcome(maria.receiptNumber, { receivedOn: day }), 'answered', asked)
      const { status, statusOn, mail } = await own(maria)
      assert.deepEqual([status, String(statusOn), mail.received.map(({ kind, receivedOn }) => `${kind} ${receivedOn}`)], ['evidence-received', String(day), [`answer ${day}`]])
      assert.equal((await ground.mailsTo(maria.email)).length, 2, 'once for the request and once for the answer')
      assert.equal((await ground.as(visitor).read(publicStatus, { receiptNumber: maria.receiptNumber }))?.status, 'evidence-received')
    }
  })

  it('answers the request that is open, in time or late by the day it was received: nothing is asked of its person any more', async () => {
    for (const [days, late] of [[80, false], [90, true]] as const) {
      const maria = await person()
      const its = { receiptNumber: maria.receiptNumber, caseId: maria.caseId }
      const sent = await ground.as(staffActor('officer')).perform(sendForTest, { ...its, kind: 'additional', asks: [wordsAsk()], isMailed: false })
      const request = sent.ok ? sent.output.id : assert.fail(sent.refusal)
      assert.equal((await own(maria)).tasks.length, 1)
      ground.services.clock.advance({ hours: 24 * days })
      assert.equal(await outcome(maria.receiptNumber), 'answered')
      const seen = await maria.as.read(ownRequest, { receiptNumber: maria.receiptNumber, request })
      assert.deepEqual([seen?.request.state, seen?.request.way, seen?.request.isLate, seen?.isOpen], ['answered', 'paper', late, false])
      const { status, tasks } = await own(maria)
      assert.deepEqual([status, tasks], ['evidence-received', []])
      const online = await maria.as.perform(sendAnswer, { receiptNumber: maria.receiptNumber, request, understands: true, press: newId() })
      assert.deepEqual(online, { ok: false, refusal: 'answered-before' })
    }
  })

  it('where nothing waits for one is kept, and the status stays', async () => {
    for (const status of [undefined, 'biometrics-scheduled', 'interview-scheduled']) {
      const maria = await person(status)
      assert.equal(await outcome(maria.receiptNumber), 'kept')
      assert.equal((await own(maria)).status, status ?? 'received')
      assert.equal((await ground.mailsTo(maria.email)).length, status ? 2 : 1)
    }
  })

  it('received before we asked is no answer to it', async () => {
    const maria = await person('evidence-requested')
    assert.equal(await outcome(maria.receiptNumber, { receivedOn: ground.today().subtract({ days: 1 }) }), 'kept')
    assert.equal((await own(maria)).status, 'evidence-requested')
  })

  it('stands in the archive of whoever’s case it is', async () => {
    const maria = await person()
    await came(maria.receiptNumber)
    const { services } = ground
    const { data } = await asActor(ground.owner, systemActor('test'), {}, (tx) => heldCases.read({ tx, accounts: [String(maria.account.id)], services, now: services.clock.now() }))
    assert.deepEqual(data.cases[0]?.receivedByMail.map(({ kind, receivedOn }) => [kind, receivedOn]), [['answer', String(ground.today())]])
  })

  it('and another paper is not one: it moves nothing', async () => {
    const maria = await person('evidence-requested')
    assert.equal(await outcome(maria.receiptNumber, { kind: 'other' }), 'kept')
    assert.equal((await own(maria)).status, 'evidence-requested')
  })

  it('after the decision is kept and flagged for officers, until one of them who opened the file has looked at it', async () => {
    const maria = await person('closed')
    assert.equal(await outcome(maria.receiptNumber), 'after-decision')
    const waiting = await ground.as(staffActor('officer')).read(papersToSettle, {})
    assert.deepEqual(waiting?.papers.map(({ receiptNumber, outcome }) => [receiptNumber, outcome]), [[maria.receiptNumber, 'after-decision']])
    const [paper] = await ground.papersOf(maria.caseId)
    const input = { receiptNumber: maria.receiptNumber, paper: paper?.id ?? '' }
    assert.deepEqual(await ground.as(staffActor('officer')).perform(seePaper, input), { ok: false, refusal: 'file-not-opened' })
    const { browser } = await ground.officerWith(maria.receiptNumber)
    assert.match(browser.seen.text, /Paper came after the decision/)
    const seen = await browser.press('I have looked at it')
    assert.doesNotMatch(seen.text, /Paper came after the decision/)
    assert.equal((await ground.as(staffActor('officer')).read(papersToSettle, {}))?.total, 0)
    assert.equal(await ground.intake.read(papersToSettle, {}), null)
  })

  it('of the moment in which the case is decided comes before or after it, and says which', async () => {
    for (let round = 0; round < 6; round += 1) {
      const maria = await person('evidence-requested')
      const [said] = await Promise.all([outcome(maria.receiptNumber), set(maria.receiptNumber, 'closed')])
      const course = (await own(maria)).course.map(({ status }) => status)
      // Where the answer came first, the decision may follow from there.
      if (said === 'answered') assert.ok(course.includes('evidence-received'))
      else assert.deepEqual([said, course.includes('evidence-received')], ['after-decision', false])
    }
  })

  it('opened by two at once moves the case on once, and both papers are kept', async () => {
    const maria = await person('evidence-requested')
    const said = await Promise.all([outcome(maria.receiptNumber), outcome(maria.receiptNumber)])
    assert.deepEqual(said.toSorted(), ['answered', 'kept'])
    assert.equal((await own(maria)).course.filter(({ status }) => status === 'evidence-received').length, 1)
  })

  it('under one press is one, however often it is sent', async () => {
    const maria = await person('evidence-requested')
    const id = newId()
    assert.deepEqual(await Promise.all([outcome(maria.receiptNumber, { id }), outcome(maria.receiptNumber, { id })]), ['answered', 'answered'])
    assert.equal((await ground.papersOf(maria.caseId)).length, 1)
  })
})
