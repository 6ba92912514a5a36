import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { draftsOf, saveDraftPage } from '../index.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
})
after(() => ground.end())

async function hear() {
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain()
}

test('a draft that is being paid for says so and leads to its payment; so does the list of drafts', async () => {
  const { actor, draft, submission } = await ground.payable()
  const { html } = await ground.browser(actor).get(`/drafts/${draft}`)
  assert.match(html, /You signed this form and began to pay/)
  assert.match(html, new RegExp(`<a [^>]*href="/submissions/${submission}"[^>]*>Go on to pay</a>`))
  assert.doesNotMatch(html, /Review everything, then sign/)
  const listed = await ground.as(actor).read(draftsOf, {})
  assert.deepEqual(listed?.[0]?.underWay, { submission, stage: 'waiting' })
})

test('a draft whose payment was left is still signed and leads to pay; once an answer changes, to its review', async () => {
  const { actor, draft, url } = await ground.payable()
  await ground.leaveAt(url)
  await hear()
  const signed = await ground.browser(actor).get(`/drafts/${draft}`)
  assert.match(signed.html, new RegExp(`Your form is signed[\\s\\S]*href="/drafts/${draft}/pay"[^>]*>Go on to pay</a>`))
  assert.equal((await ground.as(actor).read(draftsOf, {}))?.[0]?.underWay, undefined)
  await ground.as(actor).perform(saveDraftPage, { draft, page: 'your-name', answers: { givenName: 'Marta' } })
  assert.doesNotMatch((await ground.browser(actor).get(`/drafts/${draft}`)).html, /Your form is signed/)
})
