import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freeScenario, submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { settlePayment } from './settle-payment.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

const fifty = Array.from({ length: 50 })

test('50 presses of Submit at once give one receipt, and every one of them leads to it', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, freeScenario)
  const browser = ground.browser(actor)
  const page = await browser.get(`/drafts/${draft}/sign`)
  const name = { fullLegalName: ground.nameOf(freeScenario) }
  const presses = await Promise.all(fifty.map(() => browser.press(`/drafts/${draft}/sign`, name, page)))
  const submission = await ground.submissionOf(draft)
  assert.deepEqual(
    new Set(presses.map(({ status, location }) => `${status} ${location}`)),
    new Set([`303 /submissions/${submission?.id}`]),
  )
  assert.equal((await ground.rows('select 1 from cases."case"')).length, 1)
  assert.equal((await ground.rows('select 1 from filing.signature where draft = $1', [draft])).length, 1)
})

test('50 presses of Pay and submit at once give one intent, one page to pay on and one charge', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const browser = ground.browser(actor)
  const page = await browser.get(`/drafts/${draft}/pay`)
  const presses = await Promise.all(fifty.map(() => browser.press(`/drafts/${draft}/pay`, {}, page)))
  const submission = await ground.submissionOf(draft)
  assert.deepEqual(
    new Set(presses.map(({ status, location }) => `${status} ${location}`)),
    new Set([`303 /submissions/${submission?.id}/pay`]),
  )
  await ground.drain({ twice: true })
  const payments = await ground.paymentsOf(draft)
  assert.equal(payments.length, 1)
  const opened = await ground.pay.findByReference(payments[0]?.id ?? '')
  assert.equal(opened.length, 1)
  const url = payments[0]?.provider_url ?? ''
  await Promise.all(fifty.slice(0, 10).map(() => ground.payAt(url, '4242 4242 4242 4242')))
  await ground.postEvent({ type: 'checkout.authorised', providerId: payments[0]?.provider_id ?? '' })
  await ground.drain({ twice: true })
  const again = await browser.press(`/drafts/${draft}/pay`, {}, page)
  assert.equal(again.location, `/submissions/${submission?.id}`)
  await ground.drain({ twice: true })
  assert.equal((await ground.movements()).length, 1)
  assert.equal((await ground.rows('select 1 from cases."case"')).length, 2)
  assert.deepEqual(
    (await ground.ledger()).map(({ balance_cents }) => balance_cents),
    [0, 0],
  )
})

test('20 settlements of one payment at once receive the filing once and let no money go', async () => {
  const { draft, payment, url } = await ground.payable()
  await ground.payAt(url, '4242 4242 4242 4242')
  const [opened] = await ground.pay.findByReference(payment)
  assert.ok(opened)
  const before = (await ground.rows('select 1 from cases."case"')).length
  const settle = () => ground.asSystem().perform(settlePayment, { payment, found: opened })
  await Promise.all(fifty.slice(0, 20).map(settle))
  await settle()
  assert.equal((await ground.paymentsOf(draft))[0]?.state, 'authorised')
  assert.equal((await ground.rows('select 1 from cases."case"')).length, before + 1)
  await ground.drain()
  await settle()
  assert.equal((await ground.paymentsOf(draft))[0]?.state, 'captured')
})
