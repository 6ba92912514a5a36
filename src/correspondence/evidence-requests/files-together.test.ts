import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { sendForTest, wordsAsk } from '../../../test/cast/requests-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { encryptedPdf, samplePdf } from '../../platform/preview/sample-files.ts'
import { beginFiles } from './begin-files.ts'
import { requestForOffice } from './for-office.ts'
import { ownRequest } from './own-requests.ts'
import { sendAnswer } from './send-answer.ts'

let ground: EvidenceGround
let maria: Actor
let attorney: Actor
let caseId = ''
let receiptNumber = ''
let request = ''
const officer = staffActor('officer')
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
beforeEach(async () => {
  maria = await ground.newAccount()
  attorney = await ground.newAccount()
  const opened = await ground.openCase({ account: String(maria.id) })
  caseId = opened.caseId
  receiptNumber = opened.receiptNumber
  await ground.rows(`insert into cases.party ("case", account, role, from_at) values ('${caseId}', '${attorney.id}', 'representative', now())`)
  const asks = [{ code: null, files: true, title: 'Your passport', words: 'Every page.' }, wordsAsk('Your trip')]
  const sent = await ground.as(officer).perform(sendForTest, { caseId, receiptNumber, kind: 'additional', asks, isMailed: false })
  request = sent.ok ? sent.output.id : assert.fail(sent.refusal)
})

const own = (by = maria) => ground.as(by).read(ownRequest, { receiptNumber, request })
const send = async (by = maria, press = newId()) => {
  const result = await ground.as(by).perform(sendAnswer, { receiptNumber, request, understands: true, press })
  return result.ok ? 'sent' : result.refusal
}
const tokenOf = (by: Actor) => ground.tokenOf(paths.draftEvidence({ draft: ground.newDraft(by).id }), by)
const first = async (by: Actor) => String((await own(by))?.asks[0]?.id)

async function added(by: Actor, fileName: string, file = samplePdf({ pages: fileName.length })): Promise<string> {
  const begun = await ground.as(by).perform(beginFiles, { receiptNumber, request, ask: await first(by) })
  if (!begun.ok) return begun.refusal
  const tray: TestDraft = { id: begun.output.tray, owner: by, documents: [], open: true }
  await ground.upload(tray, { csrf: await tokenOf(by), file, fileName, document: 'request' }, by)
  return begun.output.tray
}
async function removed(by: Actor, tray: string, file: string) {
  return ground.press(paths.removeDraftEvidence({ draft: tray, file }), by, paths.draftEvidence({ draft: ground.newDraft(by).id }))
}
const names = (files: readonly { name: string; isOwn: boolean; side?: string | null }[] | undefined) => files?.map(({ name, isOwn, side }) => [name, isOwn, side])
const gatheredBy = async (by: Actor) => (await own(by))?.asks[0]?.gathered?.files
const officeSees = () =>
  asActor(ground.database.pools.office, officer, {}, (tx) => requestForOffice({ tx, actor: officer, services: ground.services }, { request, receiptNumber }))

describe('the files of an answer that two gather', () => {
  it('are seen by both, marked by whom, and go with the one answer whoever sends it', async () => {
    await added(attorney, 'brief.pdf')
    await added(maria, 'passport.pdf')
    await ground.work()
    assert.deepEqual(names(await gatheredBy(maria)), [['passport.pdf', true, 'person'], ['brief.pdf', false, 'representative']])
    assert.deepEqual(names(await gatheredBy(attorney)), [['brief.pdf', true, 'representative'], ['passport.pdf', false, 'person']])
    const theirs = (await gatheredBy(maria))?.[1]?.id ?? ''
    assert.equal((await ground.send('GET', paths.caseFile({ receiptNumber, file: theirs }), maria)).status, 200)
    assert.equal(await send(), 'sent')
    assert.deepEqual(names((await own())?.asks[0]?.sent)?.toSorted(), [['brief.pdf', false, 'representative'], ['passport.pdf', true, 'person']])
    assert.deepEqual((await officeSees())?.asks[0]?.sent.map(({ name, side }) => [name, side]).toSorted(), [['brief.pdf', 'representative'], ['passport.pdf', 'person']])
    assert.equal(await added(attorney, 'late.pdf'), 'unknown-request')
  })

  it('wait for the verdict on the other’s too; what was refused of the other’s is left behind', async () => {
    await added(maria, 'passport.pdf')
    await ground.work()
    await added(attorney, 'brief.pdf')
    assert.equal(await send(), 'others-files-not-ready')
    await ground.work()
    await added(attorney, 'locked.pdf', encryptedPdf(''))
    await ground.work()
    assert.deepEqual((await gatheredBy(maria))?.map(({ state }) => state), ['clean', 'clean', 'refused'])
    assert.equal(await send(attorney), 'files-not-ready', 'who added it takes it away')
    assert.equal(await send(), 'sent')
    assert.deepEqual((await own())?.asks[0]?.sent.map(({ name }) => name).toSorted(), ['brief.pdf', 'passport.pdf'])
  })

  it('are removed only by who added them, and nobody who is not on the case now sees them', async () => {
    const tray = await added(attorney, 'brief.pdf')
    await ground.work()
    const [file] = (await gatheredBy(maria)) ?? []
    assert.equal((await removed(maria, tray, file?.id ?? '')).status, 404)
    assert.equal((await ground.send('GET', paths.draftEvidenceFile({ draft: tray, file: file?.id ?? '' }), maria)).status, 404, 'the original is who added it’s')
    const stranger = await ground.newAccount()
    assert.equal(await own(stranger), null)
    const seen = (by: Actor) => asActor(ground.database.pools.portal, by, {}, async (tx) => [
      (await tx.selectFrom('evidence.tray').select('id').where('id', '=', tray).execute()).length,
      (await tx.selectFrom('evidence.file').select('id').where('draft', '=', tray).execute()).length,
    ])
    assert.deepEqual([await seen(maria), await seen(stranger)], [[1, 1], [0, 0]])
    await ground.rows(`update evidence.tray set purpose = 'additional' where id = '${tray}'`)
    assert.deepEqual(await seen(maria), [0, 0], 'of other purposes the database shows nothing')
    await ground.rows(`update evidence.tray set purpose = 'request' where id = '${tray}'`)
    await removed(attorney, tray, file?.id ?? '')
    assert.deepEqual(await gatheredBy(maria), [])
  })

  it('of a representative whose representation ended do not go along', async () => {
    const tray = await added(attorney, 'brief.pdf')
    await added(maria, 'passport.pdf')
    await ground.work()
    await ground.rows(`update cases.party set until_at = now() where account = '${attorney.id}'`)
    assert.deepEqual((await gatheredBy(maria))?.map(({ name }) => name), ['passport.pdf'])
    assert.equal(await send(), 'sent')
    assert.deepEqual((await officeSees())?.asks[0]?.sent.map(({ name }) => name), ['passport.pdf'])
    assert.deepEqual(await ground.rows(`select submitted_at from evidence.tray where id = '${tray}'`), [{ submitted_at: null }])
  })

  it('go once where both send at once, and one that is removed in the same moment is in the answer or is not, never half', async () => {
    const tray = await added(attorney, 'brief.pdf')
    await added(maria, 'passport.pdf')
    await ground.work()
    const file = (await gatheredBy(attorney))?.[0]?.id ?? ''
    const [one, other] = await Promise.all([send(maria), send(attorney), removed(attorney, tray, file), added(attorney, 'later.pdf')])
    await ground.work()
    if (![one, other].includes('sent')) assert.equal(await send(), 'sent')
    const rows = await ground.rows(`select f.state, f.removed_at is null as there, f.submission from evidence.file f join evidence.tray t on t.id = f.draft where t."case" = '${caseId}' and f.submission is not null`)
    assert.ok(rows.length >= 1 && rows.every(({ state, there }) => state === 'clean' && there), JSON.stringify(rows))
    assert.ok([one, other].filter((each) => each === 'sent').length <= 1)
    assert.equal((await own())?.request.state, 'answered')
  })

  it('are sent by the database for who has answered the request, and for nobody else', async () => {
    const tray = await added(attorney, 'brief.pdf')
    await ground.work()
    const now = ground.services.clock.now().toString()
    const pressed = (by: Actor) => asActor(ground.database.pools.portal, by, {}, async (tx) =>
      (await sql<{ sent: number }>`select correspondence.send_gathered(${request}, ${now}) as sent`.execute(tx)).rows[0]?.sent,
    )
    assert.deepEqual([await pressed(maria), await pressed(await ground.newAccount())], [0, 0])
    assert.deepEqual(await ground.rows(`select submitted_at from evidence.tray where id = '${tray}'`), [{ submitted_at: null }])
  })
})
