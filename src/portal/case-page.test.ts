import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { accountActor, type CasesGround, casesGround, staffActor } from '../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { closeTask, type TaskEnd, type TaskToOpen, openTask } from '../cases/index.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { operation } from '../platform/operation.ts'
import { portalRoutes } from './index.ts'

const open = operation({ name: 'test.open-task', allow: () => true, refusals: [], run: (context, task: TaskToOpen) => openTask(context, task) })
const close = operation({ name: 'test.close-task', allow: () => true, refusals: [], run: (context, ended: { subject: string; how: TaskEnd }) => closeTask(context, ended) })
const officer = staffActor('officer')
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the page of a case', () => {
  let ground: CasesGround
  let portal: PortalGround
  let maria: Actor
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, portalRoutes())
    maria = await ground.newAccount('maria@example.test')
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })

  const owner = () => {
    const pool = ground.database.pools.owner
    if (!pool) throw new Error('the test database has an owner')
    return pool
  }
  const inHours = (hours: number) => ground.services.clock.now().add({ hours })
  const caseOf = (account = maria) => ground.openCase({ account: String(account.id) })
  const ask = async (task: TaskToOpen) => assert.ok((await ground.as(officer).perform(open, task)).ok)
  const seen = async (path: string, as = maria) => plain((await portal.get(path, as)).body)

  it('begins with what is asked, the nearest deadline first, with weekday, time, zone and how long is left', async () => {
    const { caseId, receiptNumber } = await caseOf()
    await ask({ caseId, kind: 'answer-request', subject: newId(), dueAt: inHours(24 * 64) })
    await ask({ caseId, kind: 'appointment', subject: newId(), startsAt: inHours(30) })
    await ask({ caseId, kind: 'sign', subject: newId() })
    const text = await seen(`/cases/${receiptNumber}`)
    const order = ['Come to your appointment', 'Answer our request for evidence', 'Look over and sign', 'Where your case is'].map((words) => text.indexOf(words))
    assert.ok(order.every((place, index) => place > 0 && (index === 0 || place > Number(order[index - 1]))), String(order))
    assert.match(text, /Tuesday, January 26, 2027, 10:00 AM EST · 64 days left/)
    assert.match(text, /In 30 hours/)
    assert.match(text, /Waiting for you/)
  })

  it('says of a deadline that it has passed, and drops what has ended from what to do', async () => {
    const { caseId, receiptNumber } = await caseOf()
    const subject = newId()
    await ask({ caseId, kind: 'prove-identity', subject, dueAt: inHours(-1) })
    assert.match(await seen(`/cases/${receiptNumber}`), /The deadline has passed/)
    await ground.as(maria).perform(close, { subject, how: 'done' })
    const text = await seen(`/cases/${receiptNumber}`)
    assert.doesNotMatch(text, /Show us who you are/)
    assert.match(text, /We asked you to prove your identity/)
    assert.match(text, /You proved your identity/)
  })

  it('of a hundred events is read in five statements, folded, and narrowed to one kind', async () => {
    const { caseId, receiptNumber } = await caseOf()
    const at = (index: number) => inHours(-index)
    const steps = Array.from({ length: 50 }, (_, index) => ({ id: newId(), case: caseId, status: 'actively-reviewed', effective_on: '2026-11-20', at: at(index), by_kind: 'system', by_id: 'test' }))
    await owner().insertInto('cases.status_change').values(steps as never).execute()
    const papers = Array.from({ length: 30 }, (_, index) => ({ id: newId(), case: caseId, kind: 'copy-of-record', source: `s${index}`, title_key: 'portal.case.document', storage_key: newId(), content_type: 'application/pdf', sha256: 'a'.repeat(64), size_bytes: 1000, pages: 1, made_at: at(index) }))
    await owner().insertInto('cases.document').values(papers as never).execute()
    for (let index = 0; index < 10; index += 1) {
      const subject = newId()
      await ask({ caseId, kind: 'read-notice', subject })
      await ground.as(officer).perform(close, { subject, how: 'withdrawn' })
    }
    portal.statements()
    const { status, body } = await portal.get(`/cases/${receiptNumber}`, maria)
    assert.ok(portal.statements() <= 5, 'one more is left for the session')
    assert.equal(status, 200)
    assert.match(plain(body), /Show 91 earlier entries/)
    assert.match(plain(body), /Show 20 earlier documents/)
    const messages = await seen(`/cases/${receiptNumber}?show=messages`)
    assert.match(messages, /Nothing of this kind has happened/)
    const asked = await seen(`/cases/${receiptNumber}?show=asked`)
    assert.match(asked, /Show 10 earlier entries/)
    assert.match(await seen(`/cases/${receiptNumber}?show=%3Cb%3E`), /Show 91 earlier entries/)
  })

  it('says how long cases take from those decided here, on how many it rests, and where this one stands; or that they are too few', async () => {
    const { receiptNumber } = await caseOf()
    assert.match(await seen(`/cases/${receiptNumber}`), /Fewer than 30 cases of this form were decided here/)
    const usual = { form: 'i-90', decided: 1204, lower_days: 90, upper_days: 180, from_on: '2025-11-21', until_on: '2026-11-20', counted_at: ground.services.clock.now() }
    await owner().insertInto('cases.usual_time').values(usual as never).execute()
    const text = await seen(`/cases/${receiptNumber}`)
    assert.match(text, /Half of the decided cases took 2 to 6 months from the day we received them\. We received yours today/)
    assert.match(text, /Counted on November 23, 2026 from 1,204 cases decided between November 21, 2025 and November 20, 2026/)
    await owner().updateTable('cases.case').set({ received_on: Temporal.PlainDate.from('2026-01-01') }).where('receipt_number', '=', receiptNumber).execute()
    assert.match(await seen(`/cases/${receiptNumber}`), /We received yours 326 days ago\. Three in four cases were decided sooner/)
    await owner().deleteFrom('cases.usual_time').execute()
  })

  it('names who is on it, in what role and since when, and nobody else', async () => {
    const { caseId, receiptNumber } = await caseOf()
    const other = accountActor()
    await owner().insertInto('cases.party').values({ case: caseId, account: String(other.id), role: 'petitioner', from_at: ground.services.clock.now() }).execute()
    const text = await seen(`/cases/${receiptNumber}`)
    assert.match(text, /Who is on this case You, the applicant Since November 23, 2026 Somebody else, the petitioner Since .* Nobody represents you/)
    assert.match(await seen(`/cases/${receiptNumber}`, other), /You, the petitioner/)
  })
})

describe('the calendar file', () => {
  let ground: CasesGround
  let portal: PortalGround
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, portalRoutes())
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })

  it('of a case has its dates under ids that stay, tells four digits and nothing else, and is its own people’s alone', async () => {
    const maria = await ground.newAccount('calendar@example.test')
    const { caseId, receiptNumber } = await ground.openCase({ account: String(maria.id) })
    const other = await ground.openCase({ account: String(maria.id) })
    const [subject, second] = [newId(), newId()]
    const now = ground.services.clock.now()
    await ground.as(officer).perform(open, { caseId, kind: 'answer-request', subject, dueAt: now.add({ hours: 24 * 30 }) })
    await ground.as(officer).perform(open, { caseId: other.caseId, kind: 'appointment', subject: second, startsAt: now.add({ hours: 24 }) })
    await ground.as(officer).perform(open, { caseId, kind: 'sign', subject: newId() })
    const path = `/cases/${receiptNumber}/calendar.ics`
    const { status, body, headers } = await portal.get(path, maria)
    assert.deepEqual([status, headers['content-type']], [200, 'text/calendar; charset=utf-8'])
    assert.match(String(headers['content-disposition']), new RegExp(`^attachment; filename="calendar-${receiptNumber.slice(-4)}\\.ics"`))
    assert.equal(body.match(/BEGIN:VEVENT/g)?.length, 1)
    assert.match(body, new RegExp(`UID:${subject}@portal\\.test\\r\\n[\\s\\S]*SUMMARY:Deadline on a case ending ${receiptNumber.slice(-4)}\\r\\n`))
    assert.ok(!body.includes(receiptNumber) && !/evidence|I-90|calendar@example/i.test(body))
    const all = await portal.get('/account/calendar.ics', maria)
    assert.deepEqual([...all.body.matchAll(/UID:([^@]+)@/g)].map(([, uid]) => uid), [second, subject])
    const stranger = await ground.newAccount('stranger@example.test')
    assert.equal((await portal.get(path, stranger)).status, 404)
    assert.equal((await portal.get(path)).status, 303)
    assert.doesNotMatch((await portal.get('/account/calendar.ics', stranger)).body, /VEVENT/)
  })

  it('is offered where there is a date, on the case and at home, and a task without one offers none', async () => {
    const sam = await ground.newAccount('offered@example.test')
    const { caseId, receiptNumber } = await ground.openCase({ account: String(sam.id) })
    await ground.as(systemActor('test')).perform(open, { caseId, kind: 'sign', subject: newId() })
    for (const path of ['/account', `/cases/${receiptNumber}`]) assert.doesNotMatch((await portal.get(path, sam)).body, /calendar\.ics/)
    await ground.as(systemActor('test')).perform(open, { caseId, kind: 'answer-intent', subject: newId(), dueAt: ground.services.clock.now().add({ hours: 72 }) })
    const home = (await portal.get('/account', sam)).body
    assert.match(home, /href="\/account\/calendar\.ics"/)
    assert.ok(home.indexOf('Answer our notice of intent to deny') < home.indexOf('>My cases</h2>'))
    assert.match((await portal.get(`/cases/${receiptNumber}`, sam)).body, new RegExp(`href="/cases/${receiptNumber}/calendar\\.ics"`))
  })
})
