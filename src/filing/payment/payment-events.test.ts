import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
})
after(() => ground.end())

const approved = '4242 4242 4242 4242'
const stateOf = async (draft: string) => (await ground.paymentsOf(draft))[0]?.state
const providerOf = async (draft: string) => (await ground.paymentsOf(draft))[0]?.provider_id ?? ''
const events = () => ground.rows('select 1 from filing.payment_event')
const chargesFor = async (providerId: string) =>
  (await ground.movements()).filter(({ checkoutId }) => checkoutId === providerId).length

test('a payment whose events are all lost is found by asking, and the filing is received', async () => {
  const { actor, draft, submission, url } = await ground.payable()
  await ground.payAt(url, approved)
  const waiting = await ground.browser(actor).get(`/submissions/${submission}?back=paid`)
  assert.match(waiting.html, /We are confirming your payment/)
  assert.match(waiting.html, />Check again</)
  assert.equal(waiting.headers.refresh, '3')
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain()
  assert.equal(await stateOf(draft), 'captured')
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /We received your form/)
})

test('an event that comes twice queues its work once', async () => {
  const { draft, url } = await ground.payable()
  const providerId = await providerOf(draft)
  await ground.payAt(url, approved)
  const before = (await events()).length
  const { id, status } = await ground.postEvent({ type: 'checkout.authorised', providerId })
  assert.equal(status, 200)
  assert.equal((await ground.postEvent({ id, type: 'checkout.authorised', providerId })).status, 200)
  assert.equal((await events()).length, before + 1)
  const jobs = await ground.rows("select 1 from graphile_worker.jobs where task_identifier = 'filing.settle-payment'")
  assert.equal(jobs.length, 1)
  await ground.drain()
  assert.equal(await stateOf(draft), 'captured')
})

test('events out of order and late change nothing: how it stands is asked, not believed', async () => {
  const { draft, url } = await ground.payable()
  const providerId = await providerOf(draft)
  for (const type of ['checkout.captured', 'checkout.authorised', 'checkout.cancelled', 'checkout.expired']) {
    await ground.postEvent({ type, providerId })
    await ground.drain()
    assert.equal(await stateOf(draft), 'open', type)
  }
  await ground.payAt(url, approved)
  await ground.postEvent({ type: 'checkout.declined', providerId })
  await ground.drain({ twice: true })
  assert.equal(await stateOf(draft), 'captured')
  for (const type of ['checkout.authorised', 'checkout.cancelled', 'checkout.declined', 'checkout.expired']) {
    await ground.postEvent({ type, providerId })
  }
  await ground.drain({ twice: true })
  assert.equal(await stateOf(draft), 'captured')
  assert.equal(await chargesFor(providerId), 1)
})

test('an event that the provider did not sign, signed long ago or about something else is refused and leaves nothing', async () => {
  const { draft, url } = await ground.payable()
  const providerId = await providerOf(draft)
  await ground.payAt(url, approved)
  const before = (await events()).length
  const type = 'checkout.authorised'
  const tenMinutesAgo = Math.floor(ground.clock.now().epochMilliseconds / 1000) - 600
  const forged = [
    { type, providerId, secret: randomBytes(32).toString('base64') },
    { type, providerId, at: tenMinutesAgo },
    { type, providerId, body: '{}' },
    { type, providerId, body: '' },
    { type: 'checkout.invented', providerId },
  ]
  for (const event of forged) assert.equal((await ground.postEvent(event)).status, 400, JSON.stringify(event))
  assert.equal((await events()).length, before)
  await ground.drain()
  assert.equal(await stateOf(draft), 'open')
})

test('an event about a payment that is not ours is kept and does nothing', async () => {
  assert.equal((await ground.postEvent({ type: 'checkout.authorised', providerId: 'co_unknown' })).status, 200)
  await ground.drain()
  const failed = await ground.rows('select 1 from graphile_worker.jobs where last_error is not null')
  assert.deepEqual(failed, [])
})

test('an event that comes before its payment was written down is made up for by asking', async () => {
  const { draft, url } = await ground.payable()
  const providerId = await providerOf(draft)
  const [payment] = await ground.paymentsOf(draft)
  await ground.rows(
    "update filing.payment set state = 'preparing', provider_id = null, provider_url = null where id = $1",
    [payment?.id],
  )
  await ground.payAt(url, approved)
  await ground.postEvent({ type: 'checkout.authorised', providerId })
  await ground.drain()
  assert.equal(await stateOf(draft), 'preparing')
  ground.clock.advance({ minutes: 1 })
  await ground.reconcile()
  await ground.drain()
  assert.equal(await providerOf(draft), providerId)
  ground.clock.advance({ minutes: 1 })
  await ground.reconcile()
  await ground.drain()
  assert.equal(await stateOf(draft), 'captured')
  assert.equal(await chargesFor(providerId), 1)
})

test('old events are forgotten, new ones are kept', async () => {
  await ground.postEvent({ type: 'checkout.authorised', providerId: 'co_old' })
  ground.clock.advance({ hours: 24 * 91 })
  await ground.postEvent({ type: 'checkout.authorised', providerId: 'co_new' })
  await ground.reconcile()
  const left = await ground.rows<{ provider_id: string }>('select provider_id from filing.payment_event')
  assert.deepEqual(left, [{ provider_id: 'co_new' }])
})
