import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

test('somebody helped by an interpreter and a preparer is filed for once both have signed, each over the filed document', async () => {
  const scenario = 'expired card with an interpreter and a preparer'
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, scenario)
  await ground.signAsHelpers(actor, draft)
  await ground.sign(actor, draft, scenario)
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  const [payment] = await ground.paymentsOf(draft)
  await ground.payAt(payment?.provider_url ?? '', '4242 4242 4242 4242')
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain()
  assert.match((await ground.submissionOf(draft))?.receipt_number ?? '', /^IOE\d{10}$/)
  const signed = await ground.rows<{ capacity: string }>(
    `select helper.capacity from filing.helper_signature helper
     join filing.signature own on own.draft = helper.draft and own.document_sha256 = helper.document_sha256
     where own.draft = $1 order by helper.capacity`,
    [draft],
  )
  assert.deepEqual(signed.map(({ capacity }) => capacity), ['interpreter', 'preparer'])
})
