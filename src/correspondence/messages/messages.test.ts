import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { accountActor, type CasesGround, casesGround, staffActor, visitor } from '../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { followCase } from '../../cases/index.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { portalRoutes } from '../../portal/index.ts'
import { answerThread, closeThread } from './office-threads.ts'
import { messageCharactersMost } from './message.ts'
import { markRead } from './mark-read.ts'
import { ownThread, ownThreads } from './own-threads.ts'
import { messageRoutes } from './pages/routes.ts'
import { beginThread, writeOn } from './write-message.ts'

const hostile = '<img src=x onerror=alert(1)> see https://elsewhere.test & "more"\n<script>alert(2)</script>'

let ground: CasesGround
let portal: PortalGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
let people = 0
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, [...portalRoutes(), ...messageRoutes])
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})
beforeEach(async () => {
  people += 1
  ground.services.clock.advance({ minutes: 1 })
  maria = await ground.newAccount(`maria-${people}@example.test`)
  const opened = await ground.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})

const owner = () => {
  const pool = ground.database.pools.owner
  if (!pool) throw new Error('the test database has an owner')
  return pool
}
async function begin(as = maria, text = 'Where is my case?') {
  const written = await ground.as(as).perform(beginThread, { receiptNumber, topic: 'status', text, press: newId() })
  assert.ok(written.ok, JSON.stringify(written))
  return written.output.thread
}
const write = (thread: string, text: string, as = maria, press = newId()) => ground.as(as).perform(writeOn, { receiptNumber, thread, text, press })
const read = (thread: string, as = maria) => ground.as(as).read(ownThread, { receiptNumber, thread })
const messagesOf = (thread: string) => owner().selectFrom('correspondence.message').select(['id', 'ordinal', 'side']).where('thread', '=', thread).orderBy('ordinal').execute()
const stateOf = (thread: string) => owner().selectFrom('correspondence.thread').select(['state', 'messages', 'waits_since']).where('id', '=', thread).executeTakeFirstOrThrow()

/** What the office does once its officer has opened the file: that it asks for a reason is tested there. */
const officer = staffActor('officer')
const asOfficer = <T>(act: (context: Parameters<typeof answerThread>[0]) => Promise<T>): Promise<T> =>
  asActor(ground.database.pools.office, officer, {}, (tx) =>
    act({ tx, actor: officer, now: ground.services.clock.now(), services: ground.services, enqueue: async () => undefined }),
  )
const answer = (thread: string, seen: number, press = newId()) => asOfficer((context) => answerThread(context, { receiptNumber, thread, seen, text: 'It waits its turn.', press }))

/** Somebody else on the case, in a role, until it is ended. */
async function joined(role: 'representative' | 'petitioner') {
  const other = await ground.newAccount(`joined-${role}-${people}@example.test`)
  const party = { id: newId(), case: caseId, account: String(other.id), role, from_at: ground.services.clock.now() }
  await owner().insertInto('cases.party').values(party as never).execute()
  return { other, end: () => owner().updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('case', '=', caseId).where('account', '=', String(other.id)).execute() }
}

describe('a conversation', () => {
  it('begins with a message under a topic of the agency, waits for it, and goes on in order', async () => {
    const thread = await begin()
    assert.equal((await stateOf(thread)).state, 'waits')
    ground.services.clock.advance({ minutes: 5 })
    assert.equal((await write(thread, 'And one thing more.')).ok, true)
    const found = await read(thread)
    assert.deepEqual(found?.messages.map(({ ordinal, text, side }) => [ordinal, side, text]), [
      [1, 'person', 'Where is my case?'],
      [2, 'person', 'And one thing more.'],
    ])
    assert.equal(String((await stateOf(thread)).waits_since), String(found?.messages[0]?.at), 'it has waited since the first')
  })

  it('is not begun under a topic that the agency does not have', async () => {
    const refused = await ground.as(maria).perform(beginThread, { receiptNumber, topic: 'anything', text: 'x', press: newId() })
    assert.deepEqual(refused, { ok: false, refusal: 'unknown-topic' })
  })

  it('takes a message once however often and however fast it is sent', async () => {
    const press = newId()
    const both = await Promise.all([1, 2].map(() => ground.as(maria).perform(beginThread, { receiptNumber, topic: 'status', text: 'Once', press })))
    assert.ok(both.every(({ ok }) => ok))
    assert.equal((await messagesOf(press)).length, 1)
    const again = newId()
    const more = await Promise.all([1, 2, 3].map(() => write(press, 'Once more', maria, again)))
    assert.ok(more.every(({ ok }) => ok))
    assert.equal((await messagesOf(press)).length, 2)
    assert.equal((await stateOf(press)).messages, 2)
  })

  it('is opened again by its person’s next message where no answer was needed', async () => {
    const thread = await begin()
    assert.deepEqual(await asOfficer((context) => closeThread(context, { receiptNumber, thread, seen: 1 })), { caseId })
    assert.equal((await stateOf(thread)).state, 'closed')
    await write(thread, 'But there is something.')
    assert.equal((await stateOf(thread)).state, 'waits')
  })

  it('holds who had read it when on each side, and counts as new what others wrote since', async () => {
    const thread = await begin()
    await answer(thread, 1)
    const unread = async () => (await ground.as(maria).read(ownThreads, { receiptNumber, page: 1 }))?.threads[0]?.unread
    assert.equal(await unread(), 1)
    const seenAt = ground.services.clock.now()
    await ground.as(maria).perform(markRead, { thread, caseId, upTo: 2, side: 'person' })
    ground.services.clock.advance({ minutes: 9 })
    await ground.as(maria).perform(markRead, { thread, caseId, upTo: 2, side: 'person' })
    assert.equal(await unread(), 0)
    assert.equal(String((await read(thread))?.messages[1]?.readAt.person), String(seenAt), 'the first time counts')
  })

  it('is sealed for its case: neither its row, nor a job, nor a mail, nor the record has a word of it', async () => {
    const secret = 'Harbor Street 9 is where I hide'
    const thread = await begin(maria, secret)
    await answer(thread, 1)
    const tables = ['correspondence.message', 'correspondence.thread', 'mail.queued', 'audit.entry'] as const
    for (const table of tables) assert.ok(!JSON.stringify(await owner().selectFrom(table).selectAll().execute()).includes('Harbor'), table)
    const [message] = await owner().selectFrom('correspondence.message').select('sealed').where('thread', '=', thread).execute()
    assert.ok(!message?.sealed.toString('latin1').includes('Harbor'))
    assert.deepEqual(await ground.mailsTo(`maria-${people}@example.test`), [{ kind: 'correspondence.message', values: {} }])
  })
})

describe('two officers who answer at once', () => {
  it('are one: the other reads the answer first, and the person is told once', async () => {
    const thread = await begin()
    const both = await Promise.all([answer(thread, 1), answer(thread, 1)])
    assert.deepEqual(both.map((each) => (typeof each === 'string' ? each : 'sent')).sort(), ['changed-meanwhile', 'sent'])
    assert.equal((await messagesOf(thread)).length, 2)
    assert.equal((await ground.mailsTo(`maria-${people}@example.test`)).length, 1)
  })

  it('answer nothing that they have not read: what the person wrote meanwhile comes first', async () => {
    const thread = await begin()
    await write(thread, 'Forget it, I have found it.')
    assert.equal(await answer(thread, 1), 'changed-meanwhile')
    assert.equal(await asOfficer((context) => closeThread(context, { receiptNumber, thread, seen: 1 })), 'changed-meanwhile')
    const press = newId()
    assert.notEqual(typeof (await answer(thread, 2, press)), 'string')
    assert.equal(await answer(thread, 2, press), 'sent-before')
  })
})

describe('a conversation is there for who is on its case now, and for nobody else', () => {
  it('not for another person, who cannot write in it either, nor for a visitor or a job', async () => {
    const thread = await begin()
    for (const stranger of [await ground.newAccount(`stranger-${people}@example.test`), accountActor()]) {
      assert.equal(await read(thread, stranger), null)
      assert.equal(await ground.as(stranger).read(ownThreads, { receiptNumber, page: 1 }), null)
      assert.deepEqual(await write(thread, 'Me too', stranger), { ok: false, refusal: 'unknown-thread' })
      const begun = await ground.as(stranger).perform(beginThread, { receiptNumber, topic: 'status', text: 'x', press: newId() })
      assert.deepEqual(begun, { ok: false, refusal: 'unknown-case' })
      for (const path of [paths.messages({ receiptNumber }), paths.messageThread({ receiptNumber, thread })]) assert.equal((await portal.get(path, stranger)).status, 404)
    }
    for (const nobody of [visitor, systemActor('job')]) assert.equal(await ground.as(nobody).read(ownThread, { receiptNumber, thread }), null)
  })

  it('not for who follows the case by its number', async () => {
    const thread = await begin()
    const follower = await ground.newAccount(`follows-${people}@example.test`)
    assert.equal((await ground.as(follower).perform(followCase, { receiptNumber })).ok, true)
    assert.equal(await read(thread, follower), null)
    assert.equal((await portal.get(paths.messages({ receiptNumber }), follower)).status, 404)
  })

  it('is gone at once for a representative who is one no longer', async () => {
    const thread = await begin()
    const { other, end } = await joined('representative')
    assert.equal((await write(thread, 'For my client.', other)).ok, true)
    assert.deepEqual((await read(thread))?.messages.map(({ side }) => side), ['person', 'representative'])
    await end()
    assert.equal(await read(thread, other), null)
    assert.deepEqual(await write(thread, 'Once more', other), { ok: false, refusal: 'unknown-thread' })
    assert.equal((await portal.get(paths.messageThread({ receiptNumber, thread }), other)).status, 404)
  })

  it('by the database itself: a stranger’s own statement finds no row and writes none, and nobody writes for another side', async () => {
    const thread = await begin()
    const stranger = accountActor()
    const portalPool = ground.database.pools.portal
    const found = await asActor(portalPool, stranger, {}, (tx) => tx.selectFrom('correspondence.message').select('id').execute())
    assert.deepEqual(found, [])
    const row = (actor: Actor, side: string) => ({ id: newId(), thread, ordinal: 9, side, account: String(actor.id), at: ground.services.clock.now(), sealed: Buffer.from('x') })
    for (const [actor, side] of [[stranger, 'person'], [maria, 'representative'], [maria, 'agency']] as const)
      await assert.rejects(asActor(portalPool, actor, {}, (tx) => tx.insertInto('correspondence.message').values(row(actor, side)).execute()), side)
    await assert.rejects(asActor(portalPool, maria, {}, (tx) => tx.selectFrom('correspondence.message').select('staff').execute()), /permission denied/)
  })
})

describe('the pages of messages', () => {
  it('say before the first message what one can write about and when an answer comes', async () => {
    const { status, body } = await portal.get(paths.messages({ receiptNumber }), maria)
    assert.equal(status, 200)
    for (const words of ['No messages yet', 'within 5 working days', 'Monday to Friday', 'An appointment']) assert.ok(body.includes(words), words)
  })

  it('refuse an empty, an endless and a topicless message in words, with what was typed', async () => {
    const path = paths.messages({ receiptNumber })
    const empty = await portal.post(path, { topic: '', text: ' ' }, maria)
    assert.equal(empty.status, 422)
    assert.match(empty.body, /Choose what your message is about[\s\S]*Write your message/)
    const long = await portal.post(path, { topic: 'status', text: `kept ${'x'.repeat(messageCharactersMost)}` }, maria)
    assert.equal(long.status, 422)
    assert.ok(long.body.includes('kept xxx'))
  })

  it('show markup and links as the text that they are', async () => {
    const thread = await begin(maria, hostile)
    const { body } = await portal.get(paths.messageThread({ receiptNumber, thread }), maria)
    assert.ok(body.includes('&lt;img src=x onerror=alert(1)> see https://elsewhere.test &amp;'))
    assert.doesNotMatch(body, /<img src=x|<script>alert|href="https:\/\/elsewhere/)
  })

  it('say who wrote, what is new, and when the agency read it; the page of the case counts what is new; in ten statements', async () => {
    const thread = await begin()
    await answer(thread, 1)
    portal.statements()
    assert.match((await portal.get(paths.messages({ receiptNumber }), maria)).body, /1 new message/)
    assert.ok(portal.statements() <= 5)
    const home = await portal.get(paths.case({ receiptNumber }), maria)
    assert.match(home.body, /Secure messages[\s\S]*1 new message/)
    portal.statements()
    const { body } = await portal.get(paths.messageThread({ receiptNumber, thread }), maria)
    assert.ok(portal.statements() <= 9)
    assert.match(body, /<h2>You<\/h2>[\s\S]*Read by USCIS on[\s\S]*<h2>USCIS<\/h2>[\s\S]*It waits its turn/)
    assert.doesNotMatch((await portal.get(paths.case({ receiptNumber }), maria)).body, /1 new message/)
  })

  it('are answered like those of a case that is not there, whatever stands in the address', async () => {
    const thread = await begin()
    for (const path of [paths.messageThread({ receiptNumber, thread: 'x' }), paths.messageThread({ receiptNumber, thread: newId() }), paths.messageThread({ receiptNumber: 'IOE0000000000', thread }), '/cases/nothing/messages'])
      assert.equal((await portal.get(path, maria)).status, 404, path)
  })
})
