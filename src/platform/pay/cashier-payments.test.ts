import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import { startCashier } from '../../cashier/index.ts'
import { cards, failsWith, shopWith, payWith, sendPayForm, tokenOn } from './cashier-bench.ts'

const openShop = shopWith(startCashier)

it('an approved card authorises, capture takes the whole amount, and the state says so', async (t) => {
  const { pay, merchant, checkout } = await openShop(t)
  const wanted = checkout()
  const { providerId, url } = await pay.open(wanted, randomUUID())
  assert.equal(new URL(url).origin, pay.pageOrigin)
  assert.equal((await pay.find(providerId)).status, 'open')
  const answer = await payWith(url, cards.approved)
  assert.deepEqual([answer.status, answer.location], [303, wanted.returnUrl])
  const held = await pay.find(providerId)
  assert.deepEqual([held.status, held.capturedCents, held.cardLast4], ['authorised', 0, '4242'])
  const taken = await pay.capture(providerId, randomUUID())
  assert.deepEqual([taken.status, taken.capturedCents, taken.reference], ['captured', 46_500, wanted.reference])
  const [first, second] = await merchant.count(2)
  assert.deepEqual([first?.type, second?.type], ['checkout.authorised', 'checkout.captured'])
})

it('a declined card stays open for another, is told in an event, and the page keeps no card number', async (t) => {
  const { pay, merchant, checkout } = await openShop(t)
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  const answer = await payWith(url, cards.declined)
  assert.equal(answer.status, 422)
  assert.match(answer.page, /This card was declined/)
  assert.doesNotMatch(answer.page, /value="4000/)
  assert.deepEqual(await pay.find(providerId).then(({ status, attempts }) => [status, attempts]), ['open', 1])
  assert.equal((await payWith(url, cards.approved)).status, 303)
  const events = await merchant.count(2)
  assert.deepEqual(events.map((one) => one.type).sort(), ['checkout.authorised', 'checkout.declined'])
})

it('ten declined cards close the checkout', async (t) => {
  const { pay, checkout } = await openShop(t)
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  const token = await tokenOn(url)
  for (let tries = 0; tries < 10; tries += 1) await payWith(url, cards.declined, token)
  assert.equal((await pay.find(providerId)).status, 'declined')
  assert.equal((await payWith(url, cards.approved, token)).status, 303)
  assert.deepEqual(await pay.find(providerId).then(({ status, attempts }) => [status, attempts]), ['declined', 10])
})

it('a slow card lets the payer go at once and authorises three seconds later, with an event', async (t) => {
  let now = 1_800_000_000_000
  const { pay, merchant, checkout } = await openShop(t, { clock: () => now, slowAnswerMs: 3_000 })
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  assert.equal((await payWith(url, cards.slow)).status, 303)
  assert.equal((await pay.find(providerId)).status, 'pending')
  const key = randomUUID()
  await assert.rejects(pay.capture(providerId, key), failsWith('not-allowed-now', false))
  now += 3_000
  await pay.find(providerId)
  assert.equal((await merchant.count(1))[0]?.type, 'checkout.authorised')
  assert.equal((await pay.find(providerId)).status, 'authorised')
  assert.equal((await pay.capture(providerId, key)).status, 'captured')
})

it('a checkout nobody pays expires after a day', async (t) => {
  let now = 1_800_000_000_000
  const { pay, merchant, checkout } = await openShop(t, { clock: () => now })
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  const token = await tokenOn(url)
  now += 24 * 3_600_000
  assert.equal((await payWith(url, cards.approved, token)).status, 303)
  assert.equal((await pay.find(providerId)).status, 'expired')
  assert.equal((await merchant.count(1))[0]?.type, 'checkout.expired')
})

it('the duplicate card sends its event twice under one id', async (t) => {
  const { pay, merchant, checkout } = await openShop(t)
  const { url } = await pay.open(checkout(), randomUUID())
  await payWith(url, cards.doubled)
  const events = await merchant.count(2)
  assert.equal(events[0]?.eventId, events[1]?.eventId)
  assert.equal(events[0]?.body, events[1]?.body)
})

it('Cancel closes the checkout, tells the merchant and goes to the cancel address', async (t) => {
  const { pay, merchant, checkout } = await openShop(t)
  const wanted = checkout()
  const { providerId, url } = await pay.open(wanted, randomUUID())
  const token = await tokenOn(url)
  const answer = await sendPayForm(url, { action: 'cancel' })
  assert.deepEqual([answer.status, answer.location], [303, wanted.cancelUrl])
  assert.equal((await pay.find(providerId)).status, 'cancelled')
  assert.equal((await merchant.count(1))[0]?.type, 'checkout.cancelled')
  assert.equal((await payWith(url, cards.approved, token)).location, wanted.returnUrl)
  assert.equal((await pay.find(providerId)).status, 'cancelled')
})

it('refunds are refused before capture and beyond what was captured, and counted once a key', async (t) => {
  const { pay, checkout } = await openShop(t)
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  await payWith(url, cards.approved)
  await assert.rejects(pay.refund(providerId, 100, randomUUID()), failsWith('not-allowed-now', false))
  await pay.capture(providerId, randomUUID())
  const key = randomUUID()
  await Promise.all(Array.from({ length: 20 }, () => pay.refund(providerId, 40_000, key)))
  assert.equal((await pay.find(providerId)).refundedCents, 40_000)
  await assert.rejects(pay.refund(providerId, 6_501, randomUUID()), failsWith('not-allowed-now', false))
  assert.equal((await pay.refund(providerId, 6_500, randomUUID())).refundedCents, 46_500)
  await assert.rejects(pay.cancel(providerId, randomUUID()), failsWith('not-allowed-now', false))
})

it('an authorisation that is let go cannot be captured', async (t) => {
  const { pay, checkout } = await openShop(t)
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  await payWith(url, cards.approved)
  assert.equal((await pay.cancel(providerId, randomUUID())).status, 'cancelled')
  assert.equal((await pay.cancel(providerId, randomUUID())).status, 'cancelled')
  await assert.rejects(pay.capture(providerId, randomUUID()), failsWith('not-allowed-now', false))
  assert.equal((await pay.find(providerId)).capturedCents, 0)
})

it('the reconciler finds every checkout of a reference and none of another', async (t) => {
  const { pay, checkout } = await openShop(t)
  const wanted = checkout()
  const one = await pay.open(wanted, randomUUID())
  const other = await pay.open(wanted, randomUUID())
  const found = await pay.findByReference(wanted.reference)
  assert.deepEqual(found.map((state) => state.providerId).sort(), [one.providerId, other.providerId].sort())
  assert.deepEqual(await pay.findByReference('nobody'), [])
})

it('fifty parallel openings with one key make one checkout', async (t) => {
  const { pay, checkout } = await openShop(t)
  const [wanted, key] = [checkout(), randomUUID()]
  const opened = await Promise.all(Array.from({ length: 50 }, () => pay.open(wanted, key)))
  assert.equal(new Set(opened.map((one) => one.providerId)).size, 1)
  assert.equal((await pay.findByReference(wanted.reference)).length, 1)
})

it('the same key with another body is refused', async (t) => {
  const { pay, checkout } = await openShop(t)
  const [wanted, key] = [checkout(), randomUUID()]
  await pay.open(wanted, key)
  const other = { ...wanted, reference: 'another' }
  await assert.rejects(pay.open(other, key), failsWith('key-used-otherwise', false))
  assert.deepEqual(await pay.findByReference('another'), [])
})

it('fifty parallel captures, with one key or with fifty, charge once and say it once', async (t) => {
  const { pay, merchant, checkout, cashier, keys } = await openShop(t)
  for (const keyOf of [() => 'one-key-for-all', () => randomUUID()]) {
    const { providerId, url } = await pay.open(checkout(), randomUUID())
    await payWith(url, cards.approved)
    const taken = await Promise.all(Array.from({ length: 50 }, () => pay.capture(providerId, keyOf())))
    assert.ok(taken.every((state) => state.capturedCents === 46_500))
  }
  const answer = await fetch(`${cashier.url}/v1/movements`, { headers: { authorization: `Bearer ${keys.apiKey}` } })
  const { movements } = (await answer.json()) as { movements: { amountCents: number }[] }
  assert.deepEqual(movements.map((one) => one.amountCents), [46_500, 46_500])
  await merchant.count(4)
  const { url } = await pay.open(checkout(), randomUUID())
  await payWith(url, cards.approved)
  assert.equal((await merchant.count(5)).filter((one) => one.type === 'checkout.captured').length, 2)
})

it('fifty parallel presses of Pay authorise once', async (t) => {
  const { pay, merchant, checkout } = await openShop(t)
  const { providerId, url } = await pay.open(checkout(), randomUUID())
  const token = await tokenOn(url)
  const pressed = await Promise.all(Array.from({ length: 50 }, () => payWith(url, cards.approved, token)))
  assert.equal(pressed.filter((answer) => answer.status === 303).length, 50)
  assert.equal((await pay.find(providerId)).attempts, 1)
  await pay.cancel(providerId, randomUUID())
  const types = (await merchant.count(2)).map((one) => one.type)
  assert.deepEqual(types.sort(), ['checkout.authorised', 'checkout.cancelled'])
})
