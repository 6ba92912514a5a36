import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { caseFor } from '../../cases/index.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { samplePdf } from '../../platform/preview/sample-files.ts'
import { correspondenceJobs } from '../index.ts'
import { ownAdditional } from './own-additional.ts'
import { gatherEvidence, sendEvidence } from './send-additional.ts'

let ground: EvidenceGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
beforeEach(async () => {
  maria = await ground.newAccount()
  const opened = await ground.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})

async function gathered(by = maria, file = samplePdf()): Promise<string> {
  const opened = await ground.as(by).perform(gatherEvidence, { receiptNumber })
  const tray = opened.ok ? opened.output.tray : assert.fail(opened.refusal)
  const csrf = await ground.tokenOf(paths.draftEvidence({ draft: ground.newDraft(by).id }), by)
  const inPlace: TestDraft = { id: tray, owner: by, documents: [], open: true }
  await ground.upload(inPlace, { csrf, file, fileName: 'passport.pdf', document: 'additional' }, by)
  await ground.work()
  return tray
}
const send = (tray: string, { by = maria, press = newId() } = {}) =>
  ground.as(by).perform(sendEvidence, { receiptNumber, tray, about: 'My new passport', press })
const own = (by = maria) => ground.as(by).read(ownAdditional, { receiptNumber })
const statusNow = async () => (await ground.as(maria).read(caseFor, { receiptNumber }))?.status
async function moved(to: string) {
  await ground.rows(`update cases."case" set status = '${to}' where receipt_number = '${receiptNumber}'`)
}

describe('evidence that nobody asked for', () => {
  it('is part of the case once it is sent: with what it is, in the course, and once however often it is pressed', async () => {
    const tray = await gathered()
    const press = newId()
    const [one, other] = await Promise.all([send(tray, { press }), send(tray, { press })])
    assert.ok(one.ok && other.ok, JSON.stringify([one, other]))
    const [sent, ...more] = (await own())?.sent ?? []
    assert.deepEqual([sent?.about, sent?.files.map(({ name }) => name), more.length], ['My new passport', ['passport.pdf'], 0])
    assert.equal(await statusNow(), 'correspondence-received')
    const text = JSON.stringify(await ground.rows(`select sealed::text from correspondence.additional_evidence`))
    assert.ok(!text.includes('passport'))
  })

  it('leaves the status where something is asked: it answers no request', async () => {
    await moved('evidence-requested')
    const result = await send(await gathered())
    assert.ok(result.ok)
    assert.equal(await statusNow(), 'evidence-requested')
    assert.equal((await own())?.sent.length, 1)
  })

  it('is refused on a case that is over, and on one that is somebody else’s', async () => {
    const tray = await gathered()
    const stranger = await ground.newAccount()
    const strange = await send(tray, { by: stranger })
    assert.equal(!strange.ok && strange.refusal, 'unknown-case')
    await moved('withdrawn')
    const over = await send(tray)
    assert.equal(!over.ok && over.refusal, 'case-is-over')
    assert.deepEqual((await own())?.sent, [])
  })

  it('of a decision and a sending at one moment comes first one or the other, never evidence after the end', async () => {
    const tray = await gathered()
    const [sent] = await Promise.all([send(tray), moved('closed')])
    const [row] = await ground.rows(`select (select max(at) from correspondence.additional_evidence where "case" = '${caseId}') as sent, status from cases."case" where id = '${caseId}'`)
    assert.equal(row.status, 'closed')
    if (!sent.ok) assert.equal(row.sent, null)
  })

  it('is told to the others on the case and not to who sent it', async () => {
    const attorney = await ground.newAccount()
    await ground.rows(`insert into cases.party ("case", account, role, from_at) values ('${caseId}', '${attorney.id}', 'representative', now())`)
    const press = newId()
    assert.ok((await send(await gathered(), { press })).ok)
    const queued = await ground.rows(`select tasks.identifier as task, jobs.payload from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id`)
    const told = queued.filter(({ task }) => task === 'correspondence.tell-others')
    assert.equal(told.length, 1)
    assert.ok(!JSON.stringify(told).includes(receiptNumber))
    const before = await ground.rows('select id from mail.queued')
    const context = { ...ground.context, ...ground.as(systemActor('test')) }
    for (const _run of [1, 2]) for (const job of correspondenceJobs) await job.run(context, told[0]?.payload)
    const mails = await ground.rows(`select person from mail.queued where id not in (${before.map(({ id }) => `'${id}'`).join(',') || `'${newId()}'`})`)
    assert.deepEqual(mails, [{ person: attorney.id }])
    assert.equal((await own(attorney))?.sent[0]?.files.length, 1)
  })
})
