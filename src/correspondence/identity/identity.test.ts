import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type EvidenceGround, evidenceGround } from '../../../test/cast/evidence-ground.ts'
import { caseFor } from '../../cases/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { samplePdf } from '../../platform/preview/sample-files.ts'
import { askIdentity, decideIdentity, identityChecksOfCase } from './office-identity.ts'
import { gatherIdentity, ownIdentityCheck, sendIdentity } from './prove-identity.ts'

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

const officer = staffActor('officer')
/** What the office does once its officer has opened the file: that it asks for a reason is tested there. */
const asOfficer = <T>(act: (context: Parameters<typeof askIdentity>[0]) => Promise<T>): Promise<T> =>
  asActor(ground.database.pools.office, officer, {}, (tx) => act({ tx, actor: officer, now: ground.services.clock.now(), services: ground.services, enqueue: async () => {} }))
async function asked(press = newId()): Promise<string> {
  assert.equal(await asOfficer((context) => askIdentity(context, { caseId, receiptNumber, reason: 'names-differ', press })), null)
  return press
}
const decide = (id: string, outcome = 'confirmed', inPerson = false) => asOfficer((context) => decideIdentity(context, { id, caseId, outcome, inPerson, note: 'The picture fits' }))
const tasks = async () => (await ground.as(maria).read(caseFor, { receiptNumber }))?.tasks.map(({ kind, subject }) => [kind, subject])

async function sent(check: string, by = maria) {
  const gathered = await ground.as(by).perform(gatherIdentity, { receiptNumber, check })
  if (!gathered.ok) return gathered.refusal
  const own = await ground.as(by).read(ownIdentityCheck, { receiptNumber, check })
  const tray = own?.filled?.tray.id ?? ''
  const csrf = await ground.tokenOf(paths.draftEvidence({ draft: ground.newDraft(by).id }), by)
  await ground.upload({ id: tray, owner: by, documents: [], open: true }, { csrf, file: samplePdf(), fileName: 'front.pdf', document: 'front' }, by)
  await ground.work()
  const result = await ground.as(by).perform(sendIdentity, { receiptNumber, check, tray })
  return result.ok ? 'sent' : result.refusal
}

describe('a proof of identity', () => {
  it('is asked of the person of a case, once at a time: it stands among what they have to do', async () => {
    const check = await asked()
    assert.deepEqual(await tasks(), [['prove-identity', check]])
    assert.equal(await asOfficer((context) => askIdentity(context, { caseId, receiptNumber, reason: 'names-differ', press: newId() })), 'asked-already')
    assert.equal(await asOfficer((context) => askIdentity(context, { caseId, receiptNumber, reason: 'names-differ', press: check })), 'asked-before')
    assert.equal(await asOfficer((context) => askIdentity(context, { caseId, receiptNumber, reason: 'because', press: newId() })), 'unknown-reason')
  })

  it('is not asked on a case that is decided, withdrawn or closed: nothing is asked and nobody is told', async () => {
    for (const status of ['approved', 'denied', 'withdrawn', 'closed', 'card-mailed']) {
      await ground.rows(`update cases."case" set status = '${status}' where id = '${caseId}'`)
      assert.equal(await asOfficer((context) => askIdentity(context, { caseId, receiptNumber, reason: 'names-differ', press: newId() })), 'case-is-over', status)
    }
    assert.deepEqual(await tasks(), [])
    assert.deepEqual(await ground.rows(`select id from correspondence.notice where "case" = '${caseId}'`), [])
    await ground.rows(`update cases."case" set status = 'reopened' where id = '${caseId}'`)
    await asked()
  })

  it('is sent once, then compared by an officer, and the person sees what came of it and not what was noted', async () => {
    const check = await asked()
    assert.equal(await decide(check), 'nothing-sent')
    assert.equal(await sent(check), 'sent')
    assert.deepEqual(await tasks(), [])
    assert.equal(await sent(check), 'not-open')
    const [seen] = await asOfficer((context) => identityChecksOfCase(context, caseId))
    assert.deepEqual(seen?.files.map(({ document }) => document), ['front'])
    assert.deepEqual((await Promise.all([decide(check), decide(check, 'not-confirmed')])).filter((each) => each === null).length, 1)
    const own = await ground.as(maria).read(ownIdentityCheck, { receiptNumber, check })
    assert.ok(['confirmed', 'not-confirmed'].includes(own?.check.outcome ?? ''))
    assert.ok(!JSON.stringify(own).includes('picture fits'))
  })

  it('is nobody else’s: not a representative’s, a stranger’s, or of another case', async () => {
    const check = await asked()
    const attorney = await ground.newAccount()
    await ground.rows(`insert into cases.party ("case", account, role, from_at) values ('${caseId}', '${attorney.id}', 'representative', now())`)
    assert.equal(await sent(check, attorney), 'unknown-check')
    assert.equal(await sent(check, await ground.newAccount()), 'unknown-check')
    assert.equal(await sent(newId()), 'unknown-check')
  })

  it('that was shown in person to an officer is settled though nothing was sent, and its person is told', async () => {
    const check = await asked()
    const told = async () => (await ground.rows('select id from mail.queued')).length
    const before = await told()
    assert.equal(await decide(check), 'nothing-sent')
    assert.equal(await decide(check, 'confirmed', true), null)
    assert.deepEqual(await tasks(), [])
    const own = await ground.as(maria).read(ownIdentityCheck, { receiptNumber, check })
    assert.deepEqual([own?.check.outcome, own?.check.sentAt, await told()], ['confirmed', null, before + 1])
    assert.deepEqual([await sent(check), await decide(check, 'not-confirmed', true)], ['not-open', 'decided-before'])
  })

  it('that is not asked any longer is gone from what they have to do, and takes nothing', async () => {
    const check = await asked()
    assert.equal(await decide(check, 'withdrawn'), null)
    assert.deepEqual(await tasks(), [])
    assert.equal(await sent(check), 'not-open')
    await asked()
  })
})
