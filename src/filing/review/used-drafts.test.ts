import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import type { Context } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { usedDraftsOf } from './used-drafts.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

test('where a document was used is told of one’s own drafts and filings, with the receipt of what was received; of another’s nothing', async () => {
  const { actor, draft, url } = await ground.payable()
  const used = (by = actor) => usedDraftsOf(ground.as(by) as unknown as Context, [draft, newId()])
  assert.deepEqual([...(await used())].map(([id, { submission }]) => [id, submission]), [[draft, null]], 'not received while it is being paid for')
  await ground.payAt(url, '4242 4242 4242 4242')
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain()
  const submission = await ground.submissionOf(draft)
  const received = (await used()).get(draft)
  assert.equal(received?.form, 'i-90')
  assert.equal(received?.submission, submission?.id)
  assert.match(received?.receiptNumber ?? '', /^IOE\d{10}$/)
  assert.ok(received?.receivedOn)
  const stranger = (await ground.payable()).actor
  assert.deepEqual([...(await used(stranger))], [])
  assert.deepEqual([...(await usedDraftsOf(ground.as(actor) as unknown as Context, []))], [])
})
