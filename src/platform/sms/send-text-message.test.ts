import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { demonstrationSentence, fictionalNumber, mariaId, type SmsGround, smsGround } from '../../../test/cast/sms-ground.ts'
import { oneTimeCode } from '../crypto/one-time-code.ts'
import { jobContext } from '../jobs/run-worker.ts'
import { noSms } from './outbox.ts'
import { sweepTextMessages } from './send-text-message-job.ts'
import { SmsFault, type SmsPort } from './text-message.ts'

let ground: SmsGround
before(async () => {
  ground = await smsGround()
})
after(() => ground.end())
beforeEach(() => void ground.sent.splice(0))

const failing = (fault: Error): SmsPort => ({ ...noSms, isOffered: true, send: () => Promise.reject(fault) })
const owner = () => {
  const { owner: pool } = ground.database.pools
  if (!pool) throw new Error('the test database has an owner')
  return pool
}
const code = () => oneTimeCode(ground.services.keys, { challengeId: 'c-1', sendNumber: 1 })

async function withPort<T>(port: SmsPort, work: () => Promise<T>): Promise<T> {
  const usual = ground.services.sms
  ground.services.sms = port
  return work().finally(() => {
    ground.services.sms = usual
  })
}

describe('a text message', () => {
  it('says who sends it, the code alone on a line, and the demonstration’s sentence', async () => {
    const id = await ground.queue()
    assert.deepEqual(await ground.standing(id), { state: 'queued', failure: null })
    await ground.run(id)
    const [message] = ground.sent
    assert.equal(message?.text, `Portolan: Your code is\n${code()}\n\n${demonstrationSentence}`)
    assert.deepEqual([message?.id, message?.to, message?.usefulForSeconds], [id, fictionalNumber, 600])
    assert.deepEqual(await ground.standing(id), { state: 'sent', failure: null })
  })

  it('leaves once however often its job runs, also at the same time', async () => {
    const id = await ground.queue()
    await Promise.all([ground.run(id), ground.run(id), ground.run(id)])
    await ground.run(id)
    assert.equal(ground.sent.length, 1)
  })

  it('is queued for a number in E.164 alone', async () => {
    for (const to of ['202-555-0143', '', '+1', '+02025550143', '+12025550143,+12025550144', '+1２０２５５５０１４３'])
      await assert.rejects(ground.queue({ to }), /E\.164/, to)
  })

  it('that has nothing to say after all counts as sent, so that nobody can tell', async () => {
    const id = await ground.queue({ kind: 'test.nothing' })
    await ground.run(id)
    assert.deepEqual([ground.sent.length, await ground.standing(id)], [0, { state: 'sent', failure: null }])
  })

  it('whose code has expired is no longer sent, and the page can say so', async () => {
    const id = await ground.queue()
    const queuedAt = ground.services.clock.now()
    ground.services.clock.advance({ seconds: 600 })
    await ground.run(id)
    assert.deepEqual(await ground.standing(id), { state: 'failed', failure: 'too-late' })
    assert.equal(ground.sent.length, 0)
    ground.services.clock.set(queuedAt)
  })

  it('that cannot be taken is marked with a code that may be shown, and is not tried again', async () => {
    const id = await ground.queue()
    await withPort(failing(SmsFault.forGood('stopped', 21610)), () => ground.run(id))
    assert.deepEqual(await ground.standing(id), { state: 'failed', failure: 'stopped' })
    await ground.run(id)
    assert.equal(ground.sent.length, 0)
    assert.match(ground.logged.at(-1) ?? '', /"text-message-failed".*"reason":"stopped"/)
  })

  it('that is refused for now stays queued, throws, and leaves later', async () => {
    const id = await ground.queue()
    await withPort(failing(SmsFault.forNow('busy', 20429)), () => assert.rejects(ground.run(id), SmsFault))
    assert.deepEqual(await ground.standing(id), { state: 'queued', failure: null })
    await ground.run(id)
    assert.equal(ground.sent.length, 1)
  })

  it('fails at once where no provider is set up', async () => {
    const id = await ground.queue()
    await withPort(noSms, () => ground.run(id))
    assert.deepEqual(await ground.standing(id), { state: 'failed', failure: 'not-offered' })
  })

  it('of which nobody knows has no standing', async () => {
    assert.equal(await ground.standing('01890000-0000-7000-8000-00000000ffff'), null)
  })
})

describe('what is stored of a text message', () => {
  it('is neither number nor code: not in its row, its job, its log lines', async () => {
    const id = await ground.queue()
    await withPort(failing(SmsFault.forNow('too-slow')), () => assert.rejects(ground.run(id)))
    await ground.run(id)
    const rows = await sql<{ row: string }>`select q::text as row from sms.queued q`.execute(owner())
    const jobs = await sql<{ row: string }>`select j::text as row from graphile_worker._private_jobs j`.execute(owner())
    assert.ok(jobs.rows.some(({ row }) => row.includes(id)))
    const kept = JSON.stringify([rows.rows, jobs.rows, ground.logged])
    for (const secret of [fictionalNumber, '2025550143', Buffer.from(fictionalNumber).toString('hex'), code(), Buffer.from(code()).toString('hex')])
      assert.ok(!kept.includes(secret), secret)
  })

  it('is shown to no role but the worker; portal, office and gate may only queue', async () => {
    const { portal, office } = ground.database.pools
    for (const pool of [portal, office]) {
      await assert.rejects(pool.selectFrom('sms.queued').selectAll().execute(), /permission denied/)
      await assert.rejects(pool.updateTable('sms.queued').set({ state: 'delivered' }).execute(), /permission denied/)
      await assert.rejects(sql`select sms.note_receipt(null, 'x', 'sent', null, now())`.execute(pool), /permission denied/)
    }
    const now = ground.services.clock.now()
    const row = { id: mariaId, kind: 'k', person: 'p', language: 'en', queued_at: now, state_at: now }
    const forged = { ...row, to_sealed: Buffer.alloc(1), values_sealed: Buffer.alloc(1), state: 'delivered' }
    await assert.rejects(portal.insertInto('sms.queued').values(forged).execute(), /row-level security/)
  })

  it('is deleted after thirty days, sent or not, and not before', async () => {
    const id = await ground.queue()
    const context = jobContext({ pool: ground.database.pools.worker, services: ground.services, record: async () => undefined, log: ground.log }, 'sms.sweep')
    ground.services.clock.advance({ hours: 24 * 30 - 1 })
    await sweepTextMessages.run(context)
    assert.notEqual(await ground.standing(id), null)
    ground.services.clock.advance({ hours: 1, seconds: 1 })
    await sweepTextMessages.run(context)
    assert.equal(await ground.standing(id), null)
  })
})
