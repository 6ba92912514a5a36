import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newSecret } from '../../platform/ids.ts'
import { deleteDraft } from './delete-draft.ts'
import { extendDraft } from './extend-draft.ts'
import { saveDraftPage } from './save-draft-page.ts'
import { startDraft } from './start-draft.ts'
import { warnOfEndingDrafts } from './warn-of-ending-drafts.ts'

let ground: CasesGround
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())

let people = 0

/** A person who has just begun a draft, and how many warnings they were sent. */
async function beginner(): Promise<{ person: Actor; draft: string; mails: () => Promise<number> }> {
  people += 1
  const email = `beginner-${people}@example.test`
  const person = await ground.newAccount(email)
  const begun = await ground.as(person).perform(startDraft, { form: 'i-90', language: 'en', startKey: newSecret(128) })
  assert.ok(begun.ok)
  const mails = async () => (await ground.mailsTo(email)).filter(({ kind }) => kind === 'filing.draft-ends').length
  return { person, draft: begun.output.draft, mails }
}

const pass = (days: number) => ground.services.clock.advance({ hours: 24 * days })
const run = () => ground.as(systemActor('test')).perform(warnOfEndingDrafts, {})

test('the owner of a draft is warned once after 21 days without work and once after 28', async () => {
  const { mails } = await beginner()
  pass(20)
  await run()
  assert.equal(await mails(), 0)
  pass(1)
  await Promise.all([run(), run(), run()])
  await run()
  assert.equal(await mails(), 1)
  pass(7)
  await run()
  await run()
  assert.equal(await mails(), 2)
})

test('work on a draft, or one press to keep it, makes the days count anew and the warnings too', async () => {
  const [worked, kept] = [await beginner(), await beginner()]
  pass(21)
  await run()
  const saved = { draft: worked.draft, page: 'your-status', answers: { status: 'commuter' } }
  await ground.as(worked.person).perform(saveDraftPage, saved)
  await ground.as(kept.person).perform(extendDraft, { draft: kept.draft })
  pass(7)
  await run()
  assert.deepEqual([await worked.mails(), await kept.mails()], [1, 1])
  pass(14)
  await run()
  assert.deepEqual([await worked.mails(), await kept.mails()], [2, 2])
})

test('who is reached late gets the last warning only; a deleted and an ended draft get none', async () => {
  const [late, deleted, ended] = [await beginner(), await beginner(), await beginner()]
  pass(29)
  await ground.as(deleted.person).perform(deleteDraft, { draft: deleted.draft })
  await run()
  assert.deepEqual([await late.mails(), await deleted.mails()], [1, 0])
  const before = await ended.mails()
  pass(2)
  await run()
  assert.equal(await ended.mails(), before)
})
