import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { sendForTest, wordsAsk } from '../../../test/cast/requests-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { samplePdf } from '../../platform/preview/sample-files.ts'
import { beginFiles } from './begin-files.ts'
import { requestForOffice } from './for-office.ts'
import { ownRequest } from './own-requests.ts'
import { sendAnswer } from './send-answer.ts'

let ground: EvidenceGround
let maria: Actor
let receiptNumber = ''
let request = ''
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))

const officer = staffActor('officer')
beforeEach(async () => {
  maria = await ground.newAccount()
  const opened = await ground.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  const asks = [{ code: null, files: true, title: 'Your passport', words: 'Every page.' }, wordsAsk('Your trip')]
  const sent = await ground.as(officer).perform(sendForTest, { caseId: opened.caseId, receiptNumber, kind: 'additional', asks, isMailed: false })
  request = sent.ok ? sent.output.id : assert.fail(sent.refusal)
})

const own = () => ground.as(maria).read(ownRequest, { receiptNumber, request })
const send = (understands = true) => ground.as(maria).perform(sendAnswer, { receiptNumber, request, understands, press: newId() })
const refusalOf = (result: Awaited<ReturnType<typeof send>>) => (result.ok ? 'sent' : result.refusal)

/** A file for the first thing that is asked, as its page takes it. */
async function uploaded(by = maria): Promise<string> {
  const begun = await ground.as(by).perform(beginFiles, { receiptNumber, request, ask: String((await own())?.asks[0]?.id) })
  if (!begun.ok) return begun.refusal
  const csrf = await ground.tokenOf(paths.draftEvidence({ draft: ground.newDraft(by).id }), by)
  const tray: TestDraft = { id: begun.output.tray, owner: by, documents: [], open: true }
  await ground.upload(tray, { csrf, file: samplePdf(), fileName: 'passport.pdf', document: 'request' }, by)
  return begun.output.tray
}
const officeSees = () =>
  asActor(ground.database.pools.office, officer, {}, (tx) => requestForOffice({ tx, actor: officer, services: ground.services }, { request, receiptNumber }))

describe('the files of an answer', () => {
  it('are gathered for what is asked, wait for their verdict, and go with the one answer: the office reads them from then on', async () => {
    await uploaded()
    assert.deepEqual((await own())?.asks.map(({ isAnswered }) => isAnswered), [true, false])
    assert.equal(refusalOf(await send()), 'files-not-ready')
    assert.deepEqual((await officeSees())?.asks[0]?.sent, [], 'what is gathered is the person’s alone')
    await ground.work()
    assert.equal(refusalOf(await send(false)), 'part-not-understood')
    assert.equal(refusalOf(await send()), 'sent')
    assert.deepEqual((await own())?.asks.map(({ sent }) => sent.map(({ name }) => name)), [['passport.pdf'], []])
    const seen = await officeSees()
    assert.deepEqual([seen?.request.state, seen?.request.isPartial, seen?.asks[0]?.sent.map(({ name }) => name)], ['answered', true, ['passport.pdf']])
  })

  it('are taken for no request that was answered, and from nobody who is not on the case', async () => {
    assert.equal(await uploaded(await ground.newAccount()), 'unknown-request')
    await uploaded()
    await ground.work()
    assert.equal(refusalOf(await send()), 'sent')
    assert.equal(await uploaded(), 'unknown-request')
    assert.equal(refusalOf(await send()), 'answered-before')
  })
})
