import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it, type TestContext } from 'node:test'
import { startCashier } from '../../cashier/index.ts'
import { cards, type Delivery, shopWith, payWith } from './cashier-bench.ts'

const openShop = shopWith(startCashier)

const sentAt = (delivery: Delivery) =>
  Temporal.Instant.fromEpochMilliseconds(Number(delivery.headers['webhook-timestamp']) * 1000)

async function oneEvent(t: TestContext) {
  const shop = await openShop(t)
  const { providerId, url } = await shop.pay.open(shop.checkout(), randomUUID())
  await payWith(url, cards.approved)
  const [event] = await shop.merchant.count(1)
  assert.ok(event)
  return { ...shop, providerId, event }
}

it('a signed event is believed and says what happened to which checkout', async (t) => {
  const { pay, providerId, event } = await oneEvent(t)
  const expected = { eventId: event.eventId, providerId, kind: 'authorised' }
  assert.deepEqual(pay.verifyEvent(event.headers, event.body, sentAt(event)), expected)
  assert.deepEqual(pay.verifyEvent(event.headers, Buffer.from(event.body), sentAt(event)), expected)
})

it('an event tells four digits of the card and no more', async (t) => {
  const { event } = await oneEvent(t)
  assert.match(event.body, /"cardLast4":"4242"/)
  assert.doesNotMatch(event.body, /4242 ?4242|Maria|123"/)
})

it('a tampered body, id, time or signature is refused', async (t) => {
  const { pay, event } = await oneEvent(t)
  const now = sentAt(event)
  const with_ = (change: Record<string, string>) => ({ ...event.headers, ...change })
  assert.equal(pay.verifyEvent(event.headers, event.body.replace('authorised', 'captured'), now), null)
  assert.equal(pay.verifyEvent(with_({ 'webhook-id': 'ev_other' }), event.body, now), null)
  const later = String(Number(event.headers['webhook-timestamp']) + 1)
  assert.equal(pay.verifyEvent(with_({ 'webhook-timestamp': later }), event.body, now), null)
  for (const forged of ['', 'v1,', 'v1,AAAA', `v2,${String(event.headers['webhook-signature']).slice(3)}`]) {
    assert.equal(pay.verifyEvent(with_({ 'webhook-signature': forged }), event.body, now), null)
  }
  assert.equal(pay.verifyEvent({}, event.body, now), null)
})

it('an event older or newer than five minutes is refused', async (t) => {
  const { pay, event } = await oneEvent(t)
  const at = (seconds: number) => pay.verifyEvent(event.headers, event.body, sentAt(event).add({ seconds }))
  assert.ok(at(300))
  assert.ok(at(-300))
  assert.equal(at(301), null)
  assert.equal(at(-301), null)
})

it('an event is sent again under the same id until it is accepted', async (t) => {
  const { pay, merchant, checkout } = await openShop(t, {}, (count) => (count < 3 ? 500 : 204))
  const { url } = await pay.open(checkout(), randomUUID())
  await payWith(url, cards.approved)
  const tries = await merchant.count(3)
  assert.equal(new Set(tries.map((one) => one.eventId)).size, 1)
})

it('an event nobody accepts is given up, and the state can still be asked for', async (t) => {
  const { pay, merchant, checkout } = await openShop(t, {}, (count) => (count <= 4 ? 500 : 204))
  const first = await pay.open(checkout(), randomUUID())
  await payWith(first.url, cards.approved)
  await merchant.count(4)
  const second = await pay.open(checkout(), randomUUID())
  await payWith(second.url, cards.approved)
  const [, , , fourth, fifth] = await merchant.count(5)
  assert.notEqual(fourth?.eventId, fifth?.eventId)
  assert.equal((await pay.find(first.providerId)).status, 'authorised')
})

it('chaos: lost events never come, the state tells the truth, and the next event does come', async (t) => {
  const { pay, merchant, checkout } = await openShop(t, { chaos: { loseEvents: 1 } })
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  await payWith(url, cards.approved)
  assert.equal((await pay.find(providerId)).status, 'authorised')
  await pay.capture(providerId, randomUUID())
  assert.equal((await merchant.count(1))[0]?.type, 'checkout.captured')
})

it('chaos: every event doubled, under one id', async (t) => {
  const { pay, merchant, checkout } = await openShop(t, { chaos: { doubleEvents: true } })
  const { url } = await pay.open(checkout(), randomUUID())
  await payWith(url, cards.approved)
  const [one, other] = await merchant.count(2)
  assert.equal(one?.eventId, other?.eventId)
})

it('chaos: a held event comes after the one that followed it', async (t) => {
  let now = 1_800_000_000_000
  const chaos = { holdEveryOtherEventMs: 60_000 }
  const { pay, merchant, checkout } = await openShop(t, { clock: () => now, chaos })
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  await payWith(url, cards.approved)
  await pay.capture(providerId, randomUUID())
  assert.equal((await merchant.count(1))[0]?.type, 'checkout.captured')
  now += 60_000
  await pay.find(providerId)
  assert.equal((await merchant.count(2))[1]?.type, 'checkout.authorised')
})
