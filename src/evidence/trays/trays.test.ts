import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { buffer } from 'node:stream/consumers'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { encryptedPdf, samplePdf, samplePhotograph } from '../../platform/preview/sample-files.ts'
import { paths } from '../../platform/paths.ts'
import { openStored } from '../stored-file.ts'
import { dropForgottenTrays } from './drop-trays.ts'
import { openTray } from './open-tray.ts'
import { openTrayOf } from './own-tray.ts'
import { sentFile, sentTraysOf } from './sent-files.ts'
import { submitTray } from './submit-tray.ts'
import { trayDays } from './tray.ts'

let ground: EvidenceGround
let maria: Actor
let caseId = ''
let receiptNumber = ''

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())
beforeEach(async () => {
  maria = await ground.newAccount()
  const opened = await ground.openCase({ account: String(maria.id) })
  caseId = opened.caseId
  receiptNumber = opened.receiptNumber
})

/** What pages do in operations of their own; these do nothing else. */
const open = operation({
  name: 'test.open-tray',
  allow: () => true,
  refusals: [],
  run: (context, { of, page, subject = null }: { of: string; page: string; subject?: string | null }) =>
    openTray(context, { caseId: of, purpose: 'additional', subject, page }),
})
const submit = operation({
  name: 'test.submit-tray',
  allow: () => true,
  refusals: ['not-sent'],
  async run(context, which: { tray: string; caseId: string }) {
    const sent = await submitTray(context, which)
    return typeof sent === 'string' ? { said: sent } : { said: `${sent.length} sent` }
  },
})
const sentOf = query({ name: 'test.sent', allow: () => true, run: (context, of: string) => sentTraysOf(context, of) })
const openOf = query({
  name: 'test.open-of',
  allow: () => true,
  run: (context, of: string) => openTrayOf(context, { caseId: of, purpose: 'additional', subject: null }),
})

const page = () => `/cases/${receiptNumber}/evidence`
async function opened(by = maria): Promise<string> {
  const result = await ground.as(by).perform(open, { of: caseId, page: page() })
  return result.ok ? result.output : assert.fail(result.refusal)
}
/** A tray in the place of a draft, for what posts forms. */
const asDraft = (tray: string, owner = maria): TestDraft => ({ id: tray, owner, documents: [], open: true })

async function upload(tray: string, file = samplePdf(), by = maria, fileName = 'letter.pdf') {
  const draft = ground.newDraft(by)
  const csrf = await ground.tokenOf(paths.draftEvidence({ draft: draft.id }), by)
  return ground.upload(asDraft(tray, by), { csrf, file, fileName, document: 'additional' }, by)
}
async function sent(tray: string, by = maria): Promise<string> {
  const result = await ground.as(by).perform(submit, { tray, caseId })
  return result.ok ? result.output.said : assert.fail(result.refusal)
}
const filesIn = async (by = maria) => (await ground.as(by).read(openOf, caseId))?.files ?? []

/** Another account on the same case. */
async function onCase(role: string): Promise<Actor> {
  const other = await ground.newAccount()
  await ground.rows(`insert into cases.party ("case", account, role, from_at) values ('${caseId}', '${other.id}', '${role}', now())`)
  return other
}

describe('a tray of a case', () => {
  it('is one for its person, case and purpose while it is open, and a new one after it was sent', async () => {
    const [one, same] = await Promise.all([opened(), opened()])
    assert.equal(one, same)
    const other = await ground.as(maria).perform(open, { of: caseId, page: page(), subject: newId() })
    assert.notEqual(other.ok && other.output, one)
    await upload(one)
    await ground.work()
    assert.equal(await sent(one), '1 sent')
    assert.notEqual(await opened(), one)
  })

  it('takes files as a draft does, leads back to its own page, and gives them back to who added them', async () => {
    const tray = await opened()
    const answer = await upload(tray)
    const back = `${paths.draftEvidence({ draft: tray })}?outcome=received&document=additional`
    assert.equal(answer.status, 303)
    assert.equal(new URL(answer.location ?? '', 'http://x').pathname, new URL(back, 'http://x').pathname)
    const led = await ground.send('GET', answer.location ?? '', maria)
    assert.deepEqual([led.status, led.location?.split('?')[0]], [303, page()])
    assert.match(led.location ?? '', /outcome=received/)
    await ground.work()
    const [file] = await filesIn()
    assert.equal(file?.state, 'clean')
    assert.equal((await ground.send('GET', paths.draftEvidenceFile({ draft: tray, file: file?.id ?? '' }), maria)).status, 200)
    assert.equal((await upload(tray, Buffer.from('#!/bin/sh'), maria, 'a.sh')).location?.includes('type-not-allowed'), true)
  })

  it('is nothing to anybody else: no upload, no file, no sending, also for others on the case before it was sent', async () => {
    const tray = await opened()
    await upload(tray)
    await ground.work()
    const [file] = await filesIn()
    for (const other of [await ground.newAccount(), await onCase('representative')]) {
      assert.equal((await upload(tray, samplePdf({ pages: 3 }), other)).status, 404)
      assert.equal((await ground.send('GET', paths.draftEvidenceFile({ draft: tray, file: file?.id ?? '' }), other)).status, 404)
      assert.equal((await ground.send('GET', paths.caseFile({ receiptNumber, file: file?.id ?? '' }), other)).status, 404)
      assert.equal(await sent(tray, other), 'no-such-tray')
      assert.deepEqual(await ground.as(other).read(sentOf, caseId), [])
    }
    assert.equal((await filesIn()).length, 1)
  })

  it('is opened by nobody who is not on the case: the database refuses it', async () => {
    const stranger = await ground.newAccount()
    await assert.rejects(ground.as(stranger).perform(open, { of: caseId, page: page() }))
  })

  it('is not sent while a file waits for its verdict or was refused, nor empty, nor twice', async () => {
    const tray = await opened()
    assert.equal(await sent(tray), 'no-files')
    await upload(tray)
    assert.equal(await sent(tray), 'files-not-ready')
    await ground.work()
    await upload(tray, encryptedPdf(''))
    await ground.work()
    assert.equal(await sent(tray), 'files-not-ready')
    const refused = (await filesIn()).find(({ state }) => state === 'refused')
    const draft = ground.newDraft(maria)
    await ground.press(paths.removeDraftEvidence({ draft: tray, file: refused?.id ?? '' }), maria, paths.draftEvidence({ draft: draft.id }))
    assert.deepEqual((await Promise.all([sent(tray), sent(tray)])).toSorted(), ['1 sent', 'submitted-before'])
  })

  it('takes and loses nothing after it was sent, and an upload then leads to its page', async () => {
    const tray = await opened()
    await upload(tray)
    await ground.work()
    const [file] = await filesIn()
    await sent(tray)
    assert.equal((await upload(tray, samplePdf({ pages: 2 }))).status, 404)
    const draft = ground.newDraft(maria)
    const answer = await ground.press(paths.removeDraftEvidence({ draft: tray, file: file?.id ?? '' }), maria, paths.draftEvidence({ draft: draft.id }))
    assert.match((await ground.send('GET', answer.location ?? '', maria)).location ?? '', new RegExp(`^${page()}\\?outcome=draft-closed`))
    assert.equal((await ground.as(maria).read(sentOf, caseId))?.[0]?.files.length, 1)
  })

  it('of two, one that is sent and one upload that comes in meanwhile, the upload is in it or refused, never half', async () => {
    const tray = await opened()
    await upload(tray)
    await ground.work()
    const [said] = await Promise.all([sent(tray), upload(tray, samplePdf({ pages: 4 }))])
    await ground.work()
    if (said === 'files-not-ready') assert.equal(await sent(tray), '2 sent')
    const { rows } = { rows: await ground.rows(`select state, submission from evidence.file where draft = '${tray}' and removed_at is null`) }
    assert.ok(rows.every(({ state, submission }) => state === 'clean' && submission === tray), JSON.stringify(rows))
  })
})

describe('what was sent in a tray', () => {
  it('the others on the case read as the copy for other eyes, its sender as it came in, and nobody who left the case', async () => {
    const [tray, photograph, attorney] = [await opened(), await samplePhotograph(), await onCase('representative')]
    await upload(tray, photograph, maria, 'card.jpg')
    await ground.work()
    await sent(tray)
    const [its] = (await ground.as(attorney).read(sentOf, caseId)) ?? []
    const file = its?.files[0]?.id ?? ''
    const bytes = async (by: Actor) => {
      const shown = await ground.as(by).read(sentFile, { caseId, file })
      return shown && (await buffer(await openStored(ground.services, shown.shown)))
    }
    assert.deepEqual(await bytes(maria), photograph)
    assert.ok(photograph.includes('PLACE-CANARY') && !(await bytes(attorney))?.includes('PLACE-CANARY'))
    const answer = await ground.send('GET', paths.caseFile({ receiptNumber, file }), attorney)
    assert.deepEqual([answer.status, /^attachment/.test(String(answer.headers['content-disposition']))], [200, true])
    assert.equal((await ground.send('GET', paths.draftEvidenceFile({ draft: tray, file }), attorney)).status, 404, 'the original is its sender’s')
    await ground.rows(`update cases.party set until_at = now() where account = '${attorney.id}'`)
    assert.equal(await bytes(attorney), null)
    assert.deepEqual(await ground.as(attorney).read(sentOf, caseId), [])
  })

  it('is the office’s to read, and of a case it may see; what was not sent is not', async () => {
    const tray = await opened()
    await upload(tray)
    await ground.work()
    const officer = staffActor('officer')
    const seen = () => asActor(ground.database.pools.office, officer, {}, async (tx) => [
      (await tx.selectFrom('evidence.tray').select('id').where('id', '=', tray).execute()).length,
      (await tx.selectFrom('evidence.file').select('id').where('draft', '=', tray).execute()).length,
    ])
    assert.deepEqual(await seen(), [0, 0])
    await sent(tray)
    assert.deepEqual(await seen(), [1, 1])
  })

  it('is under no other case', async () => {
    const tray = await opened()
    await upload(tray)
    await ground.work()
    const [file] = await filesIn()
    await sent(tray)
    const other = await ground.openCase({ account: String(maria.id) })
    assert.equal((await ground.send('GET', paths.caseFile({ receiptNumber: other.receiptNumber, file: file?.id ?? '' }), maria)).status, 404)
    assert.equal((await ground.send('GET', paths.caseFile({ receiptNumber, file: file?.id ?? '' }), maria)).status, 200)
  })
})

it('what was gathered and never sent goes with its files after its days, what was sent stays', async () => {
  const [kept, other] = [await opened(), await ground.as(maria).perform(open, { of: caseId, page: page(), subject: newId() })]
  await upload(kept)
  await ground.work()
  await sent(kept)
  const forgotten = other.ok ? other.output : ''
  await upload(forgotten, samplePdf({ pages: 2 }))
  await ground.work()
  const drop = () => ground.as(systemActor('test')).perform(dropForgottenTrays, {})
  assert.equal((await drop()).ok, false)
  ground.services.clock.advance({ hours: 24 * trayDays + 1 })
  assert.equal((await upload(forgotten, samplePdf({ pages: 3 }))).status, 404, 'it takes nothing any more')
  await drop()
  await ground.work()
  assert.deepEqual(await ground.rows(`select id from evidence.tray where account = '${maria.id}'`), [{ id: kept }])
  const left = await ground.rows(`select draft, bytes_gone_at is null as there from evidence.file where account = '${maria.id}' and draft in ('${kept}', '${forgotten}')`)
  assert.deepEqual(left.filter(({ there }) => there), [{ draft: kept, there: true }])
})
