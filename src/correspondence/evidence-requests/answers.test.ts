import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { accountActor, staffActor } from '../../../test/cast/cases-ground.ts'
import { type Asked, type RequestsGround, requestsGround, wordsAsk } from '../../../test/cast/requests-ground.ts'
import { caseFor } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'

let ground: RequestsGround
let people = 0
before(async () => {
  ground = await requestsGround()
})
after(() => ground.database.drop())

const email = () => {
  people += 1
  return `maria-${people}@example.test`
}
const asked = (more: Partial<Parameters<RequestsGround['asked']>[0]> = {}) => ground.asked({ email: email(), ...more })
const status = async ({ account, receiptNumber }: Asked) => (await ground.as(account).read(caseFor, { receiptNumber }))?.status
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? null : result.refusal)
const tasks = async ({ account, receiptNumber }: Asked) => (await ground.as(account).read(caseFor, { receiptNumber }))?.tasks.map(({ kind, dueAt }) => [kind, `${dueAt}`])
const sendAt = async (to: Asked, at: Temporal.Instant) => {
  const now = ground.services.clock.now()
  ground.services.clock.set(at)
  const sent = await ground.send(to)
  ground.services.clock.set(now)
  return sent
}

describe('an answer', () => {
  it('is gathered over days, sealed, and sent once: the case goes on, the task ends, and nothing in it changes any more', async () => {
    const to = await asked()
    assert.deepEqual(await tasks(to), [['answer-request', `${to.dueAt}`]])
    assert.ok((await ground.save(to)).ok)
    ground.services.clock.advance({ hours: 72 })
    assert.ok((await ground.save(to, { ask: 1, text: 'I was away for a week.' })).ok)
    const rows = await ground.owner().selectFrom('correspondence.request_answer').select('sealed').execute()
    for (const { sealed } of rows) assert.doesNotMatch(sealed?.toString('latin1') ?? '', /stolen|week/)
    assert.deepEqual((await ground.seen(to))?.asks.map(({ isAnswered, answer }) => [isAnswered, answer?.text]), [
      [true, 'It was stolen.'],
      [true, 'I was away for a week.'],
    ])
    assert.ok((await ground.send(to, { understands: false })).ok, 'a whole answer needs no tick')
    assert.equal(await status(to), 'evidence-received')
    assert.deepEqual(await tasks(to), [])
    const seen = await ground.seen(to)
    assert.deepEqual([seen?.request.state, seen?.request.way, seen?.request.answeredSide, seen?.request.isPartial, seen?.isOpen], ['answered', 'online', 'person', false, false])
    assert.equal(refusalOf(await ground.save(to, { text: 'Something else' })), 'not-open')
  })

  it('that has nothing in it is not sent, and a part only by who says that they understand', async () => {
    const to = await asked()
    assert.equal(refusalOf(await ground.send(to)), 'nothing-answered')
    await ground.save(to)
    assert.equal(refusalOf(await ground.send(to, { understands: false })), 'part-not-understood')
    assert.ok((await ground.send(to)).ok)
    assert.equal((await ground.seen(to))?.request.isPartial, true)
  })

  it('to an ask for files counts when it says that there is none, and why', async () => {
    const to = await asked({ asks: [{ code: 'card-copy', files: true, title: '', words: '' }] })
    await ground.save(to, { text: 'It burned with my house.' })
    assert.equal(refusalOf(await ground.send(to)), 'nothing-answered')
    await ground.save(to, { text: 'It burned with my house.', lacks: true })
    assert.ok((await ground.send(to)).ok)
  })

  it('is sent once: a second one is refused, the same press is the same answer, and of many at once one goes', async () => {
    const to = await asked()
    await ground.save(to)
    const press = newId()
    const all = await Promise.all([...Array.from({ length: 4 }, () => ground.send(to, { press })), ...Array.from({ length: 4 }, () => ground.send(to))])
    const taken = all.filter(({ ok }) => ok)
    assert.ok(taken.length === 4 || taken.length === 1, `${taken.length}`)
    for (const each of all) if (!each.ok) assert.equal(each.refusal, 'answered-before')
    const events = await ground.owner().selectFrom('correspondence.request_event').select('what').where('request', '=', to.request).execute()
    assert.deepEqual(events.map(({ what }) => what).sort(), ['answered', 'sent'])
    const changes = await ground.owner().selectFrom('cases.status_change').select('status').where('case', '=', to.caseId).where('status', '=', 'evidence-received').execute()
    assert.equal(changes.length, 1)
  })

  it('is taken in the last second of its deadline and refused in the next', async () => {
    const [inTime, late] = [await asked(), await asked()]
    for (const to of [inTime, late]) await ground.save(to)
    assert.ok((await sendAt(inTime, inTime.dueAt.add({ milliseconds: 999 }))).ok)
    assert.equal(refusalOf(await sendAt(late, late.dueAt.add({ seconds: 1 }))), 'too-late')
    assert.equal(await status(late), 'evidence-requested')
  })

  it('saved in two windows keeps both: the second is told, and the first stays', async () => {
    const to = await asked()
    assert.ok((await ground.save(to, { text: 'The first words', version: 0 })).ok)
    assert.equal(refusalOf(await ground.save(to, { text: 'The second words', version: 0 })), 'changed-meanwhile')
    assert.ok((await ground.save(to, { text: 'The first words', version: 0 })).ok, 'the same words are no change')
    assert.equal((await ground.seen(to))?.asks[0]?.answer?.text, 'The first words')
  })

  it('is nobody’s who is not on the case, and as absent to them as one that never was', async () => {
    const to = await asked()
    const stranger = accountActor()
    assert.equal(await ground.seen(to, stranger), null)
    assert.equal(refusalOf(await ground.save(to, { by: stranger })), 'unknown-request')
    assert.equal(refusalOf(await ground.send(to, { by: stranger })), 'unknown-request')
    assert.equal(refusalOf(await ground.send(to, { by: staffActor('officer') })), 'not-allowed')
    const other = await asked()
    assert.equal(refusalOf(await ground.send({ ...to, request: other.request })), 'unknown-request')
  })

  it('of a representative counts as the person’s, and both see it', async () => {
    const to = await asked()
    const representative = await ground.newAccount(email())
    await ground.owner().insertInto('cases.party').values({ case: to.caseId, account: String(representative.id), role: 'representative', from_at: ground.services.clock.now() }).execute()
    assert.ok((await ground.save(to, { by: representative })).ok)
    assert.equal((await ground.seen(to))?.asks[0]?.answer?.side, 'representative')
    assert.ok((await ground.send(to, { by: representative })).ok)
    assert.equal((await ground.seen(to))?.request.answeredSide, 'representative')
  })
})

describe('a deadline that passes', () => {
  it('lapses what nobody answered, never before its last second is over, once, and tells its people', async () => {
    const to = await asked({ kind: 'intent-to-deny', asks: [wordsAsk()] })
    const clock = ground.services.clock
    const now = clock.now()
    clock.set(to.dueAt.add({ milliseconds: 999 }))
    await ground.lapse()
    assert.equal((await ground.seen(to))?.request.state, 'open')
    clock.set(to.dueAt.add({ seconds: 1 }))
    const both = await Promise.all([ground.lapse(), ground.lapse()])
    assert.equal(both.filter(({ ok }) => ok).length, 1)
    assert.equal((await ground.seen(to))?.request.state, 'lapsed')
    assert.deepEqual(await tasks(to), [])
    assert.equal(refusalOf(await ground.send(to)), 'too-late')
    clock.set(now)
  })

  it('and an answer of the same moment come one before the other: never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const to = await asked()
      await ground.save(to)
      const clock = ground.services.clock
      const now = clock.now()
      clock.set(to.dueAt.add({ milliseconds: 999 }))
      const send = ground.send(to)
      clock.set(to.dueAt.add({ seconds: 1 }))
      const [sent] = await Promise.all([send, ground.lapse()])
      clock.set(now)
      assert.equal((await ground.seen(to))?.request.state, sent.ok ? 'answered' : 'lapsed')
    }
  })
})
