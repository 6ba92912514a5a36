import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freeScenario, submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { ownAccount } from '../../accounts/index.ts'
import { caseFor, listCasesOf } from '../../cases/index.ts'
import { beginUpload } from '../../evidence/begin-upload.ts'
import { draftsOf } from '../../filing/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

/** Makes two accounts one, as the last button of a merge does; the kept one as its next visit finds it. */
async function merged(kept: Actor, other: Actor): Promise<Actor> {
  const at = ground.clock.now().toString()
  const { id, sessionId } = other
  await ground.rows(
    `insert into accounts.merge_attempt (id, kept, other, other_session, begun_at, proven_at, done_at)
     values ($1, $2, $3, $4, $5, $5, $5)`,
    [newId(), kept.id, id, sessionId, at],
  )
  await ground.rows(`select accounts.retire_account($1, $2, 'merged', $3)`, [id, kept.id, at])
  return { ...kept, merged: [id as string] }
}

test('what was begun under a merged account is signed and submitted from the kept one, and its case is seen there', async () => {
  const [keptAlone, other] = [await ground.person(), await ground.person()]
  const draft = await ground.filledDraft(other, freeScenario)
  const kept = await merged(keptAlone, other)
  const listed = await ground.as(kept).read(draftsOf, {})
  assert.deepEqual(listed?.map(({ id }) => id), [draft])
  await ground.sign(kept, draft, freeScenario)
  const submission = await ground.submissionOf(draft)
  const receiptNumber = submission?.receipt_number ?? ''
  assert.match(receiptNumber, /^IOE\d{10}$/)
  assert.equal((await ground.as(kept).read(listCasesOf, {}))?.own.length, 1)
  assert.equal((await ground.as(kept).read(caseFor, { receiptNumber }))?.receiptNumber, receiptNumber)
})

test('a fee of a draft begun under a merged account is paid from the kept one', async () => {
  const [keptAlone, other] = [await ground.person(), await ground.person()]
  const draft = await ground.filledDraft(other)
  const kept = await merged(keptAlone, other)
  await ground.sign(kept, draft)
  assert.match((await ground.browser(kept).press(`/drafts/${draft}/pay`)).location, /^\/submissions\/.+\/pay$/)
  assert.deepEqual((await ground.paymentsOf(draft)).map(({ state }) => state), ['preparing'])
})

test('the mail of a merged account’s case goes to the kept account’s mailbox', async () => {
  const [keptAlone, other] = [await ground.person(), await ground.person()]
  const draft = await ground.filledDraft(other, freeScenario)
  const kept = await merged(keptAlone, other)
  await ground.sign(kept, draft, freeScenario)
  const mailsTo = async (actor: Actor) => ground.mailsTo((await ground.as(actor).read(ownAccount, undefined))?.email ?? '')
  assert.equal((await mailsTo(kept)).length, 1)
  assert.equal((await mailsTo(other)).length, 0)
})

test('a file for a merged account’s draft is stored under that account, with the others of the draft', async () => {
  const [keptAlone, other, stranger] = [await ground.person(), await ground.person(), await ground.person()]
  const draft = await ground.filledDraft(other)
  const kept = await merged(keptAlone, other)
  const target = { draft, document: 'lost-card-copy', filesMost: 5, account: other.id as string }
  const begun = await ground.as(kept).perform(beginUpload, target)
  assert.ok(begun.ok)
  const stored = await ground.rows<{ account: string }>('select account from evidence.begun_upload where id = $1', [begun.output.upload])
  assert.equal(stored[0]?.account, other.id)
  // Naming an account is no right to it.
  const tried = await ground.as(stranger).perform(beginUpload, target)
  assert.ok(tried.ok)
  const own = await ground.rows<{ account: string }>('select account from evidence.begun_upload where id = $1', [tried.output.upload])
  assert.equal(own[0]?.account, stranger.id)
})

test('another account, merged or not, sees nothing of it', async () => {
  const [keptAlone, other, stranger] = [await ground.person(), await ground.person(), await ground.person()]
  const draft = await ground.filledDraft(other)
  await merged(keptAlone, other)
  assert.equal((await ground.browser(stranger).get(`/drafts/${draft}`)).status, 404)
  assert.equal((await ground.browser({ ...stranger, merged: [] }).get(`/drafts/${draft}`)).status, 404)
})
