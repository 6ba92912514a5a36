import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accountActor, type CasesGround, casesGround, staffActor, visitor } from '../../../test/cast/cases-ground.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { caseFor, closeTask, listCasesOf, moveTask, openTask, type TaskEnd, type TaskToOpen } from '../index.ts'

const anyActor = () => true
const open = operation({ name: 'test.open-task', allow: anyActor, refusals: [], run: (context, task: TaskToOpen) => openTask(context, task) })
const move = operation({
  name: 'test.move-task',
  allow: anyActor,
  refusals: [],
  run: (context, moved: Parameters<typeof moveTask>[1]) => moveTask(context, moved),
})
const close = operation({
  name: 'test.close-task',
  allow: anyActor,
  refusals: [],
  run: (context, ended: { subject: string; how: TaskEnd }) => closeTask(context, ended),
})

const officer = staffActor('officer')
const worker = systemActor('test')

describe('what is asked of the people of a case', () => {
  let ground: CasesGround
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  const inHours = (hours: number) => ground.services.clock.now().add({ hours })
  const by = (actor: Actor) => ground.as(actor)
  const tasksFor = async (actor: Actor, receiptNumber: string) => (await by(actor).read(caseFor, { receiptNumber }))?.tasks ?? []

  it('is read with the case, the nearest deadline first, and what has none last', async () => {
    const { account, caseId, receiptNumber } = await ground.openCase()
    const [late, soon, whenever] = [newId(), newId(), newId()]
    await by(officer).perform(open, { caseId, kind: 'read-notice', subject: whenever })
    await by(officer).perform(open, { caseId, kind: 'answer-request', subject: late, dueAt: inHours(900) })
    await by(worker).perform(open, { caseId, kind: 'appointment', subject: soon, startsAt: inHours(30) })
    const tasks = await tasksFor(account, receiptNumber)
    assert.deepEqual(tasks.map(({ subject }) => subject), [soon, late, whenever])
    assert.ok(tasks[1]?.dueAt?.equals(inHours(900)) && tasks[0]?.startsAt?.equals(inHours(30)))
    const listed = await by(account).read(listCasesOf, {})
    assert.deepEqual(listed?.own.map(({ tasks: own }) => own.length), [3])
  })

  it('is moved while it is open, ends once, and stays as it ended', async () => {
    const { account, caseId, receiptNumber } = await ground.openCase()
    const subject = newId()
    await by(account).perform(open, { caseId, kind: 'sign', subject, dueAt: inHours(10), startsAt: inHours(2) })
    await by(officer).perform(move, { subject, dueAt: inHours(20) })
    const [moved] = await tasksFor(account, receiptNumber)
    assert.ok(moved?.dueAt?.equals(inHours(20)) && moved.startsAt?.equals(inHours(2)))
    await Promise.all([by(account).perform(close, { subject, how: 'done' }), by(account).perform(close, { subject, how: 'done' })])
    await by(worker).perform(close, { subject, how: 'lapsed' })
    await by(officer).perform(move, { subject, dueAt: null })
    assert.deepEqual(await tasksFor(account, receiptNumber), [])
    const row = await ground.database.pools.owner?.selectFrom('cases.task').selectAll().where('subject', '=', subject).executeTakeFirst()
    assert.deepEqual([row?.ended_how, row?.due_at?.equals(inHours(20))], ['done', true])
  })

  it('is one for each subject: asked twice it is as asked last, asked anew after it ended it is open again, and of another case it fails', async () => {
    const { account, caseId, receiptNumber } = await ground.openCase()
    const other = await ground.openCase()
    const subject = newId()
    const task = { caseId, kind: 'prove-identity', subject } as const
    await by(officer).perform(open, task)
    await by(officer).perform(open, { ...task, dueAt: inHours(5) })
    assert.equal((await tasksFor(account, receiptNumber)).length, 1)
    await by(officer).perform(close, { subject, how: 'withdrawn' })
    await by(officer).perform(open, task)
    assert.deepEqual((await tasksFor(account, receiptNumber)).map(({ dueAt }) => dueAt), [null])
    await assert.rejects(by(officer).perform(open, { ...task, caseId: other.caseId }), /asks something else/)
    await assert.rejects(by(officer).perform(open, { ...task, kind: 'sign' }), /asks something else/)
  })

  it('is seen and written by nobody who is not on the case, nor by the office where the case is hidden from it', async () => {
    const { account, caseId, receiptNumber } = await ground.openCase({ isProtected: true })
    const subject = newId()
    await by(worker).perform(open, { caseId, kind: 'sign', subject, dueAt: inHours(5) })
    for (const actor of [accountActor(), visitor, staffActor('officer')]) {
      await assert.rejects(by(actor).perform(open, { caseId, kind: 'sign', subject: newId() }), /row-level security/)
      await by(actor).perform(close, { subject, how: 'withdrawn' })
      await by(actor).perform(move, { subject, dueAt: null })
      const pool = actor.kind === 'staff' ? ground.database.pools.office : ground.database.pools.portal
      assert.deepEqual(await asActor(pool, actor, {}, (tx) => tx.selectFrom('cases.task').select('id').where('subject', '=', subject).execute()), [])
    }
    assert.ok((await tasksFor(account, receiptNumber))[0]?.dueAt?.equals(inHours(5)))
  })

  it('is never given another subject, kind or case, and never deleted', async () => {
    const { account } = await ground.openCase()
    const { portal, office, worker: jobs } = ground.database.pools
    const attempts = [[portal, account], [office, officer], [jobs, worker]] as const
    for (const [pool, actor] of attempts) {
      for (const text of ['update cases.task set subject = gen_random_uuid()', "update cases.task set kind = 'sign'", 'update cases.task set "case" = gen_random_uuid()', 'delete from cases.task']) {
        await assert.rejects(asActor(pool, actor, {}, (tx) => sql.raw(text).execute(tx)), /permission denied/)
      }
    }
  })
})
