import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import { startCashier } from '../../cashier/index.ts'
import { cashierGround } from './cashier-ground.ts'
import { payContract } from './pay-contract.ts'
import { accounts, cards, debitWith, failsWith, payWith, shopWith } from './cashier-bench.ts'

payContract('the cashier’s driver', () => cashierGround(startCashier))

const openShop = shopWith(startCashier)
const step = 60_000

/** A shop whose bank takes a step each minute of a clock that the test moves. */
async function shopWithBank(t: Parameters<typeof openShop>[0]) {
  let now = 1_800_000_000_000
  const shop = await openShop(t, { clock: () => now, bankStepMs: step })
  const { providerId, url } = await shop.pay.open(shop.checkout(), randomUUID())
  const pass = async (steps = 1) => {
    for (let taken = 0; taken < steps; taken++) {
      now += step
      await shop.pay.find(providerId)
    }
    return shop.pay.find(providerId)
  }
  return { ...shop, providerId, url, pass, since: Temporal.Instant.fromEpochMilliseconds(now) }
}

it('an account that pays is processing first, takes the whole amount later, and tells both', async (t) => {
  const { pay, providerId, url, pass, merchant } = await shopWithBank(t)
  assert.equal((await debitWith(url, accounts.sure)).status, 303)
  const held = await pay.find(providerId)
  assert.deepEqual([held.status, held.method, held.capturedCents, held.cardLast4], ['processing', 'bank-debit', 0, undefined])
  await assert.rejects(pay.cancel(providerId, randomUUID()), failsWith('not-allowed-now', false))
  const sure = await pass()
  assert.deepEqual([sure.status, sure.capturedCents, sure.takenBackCents], ['captured', 46_500, 0])
  assert.equal((await pay.capture(providerId, randomUUID())).capturedCents, 46_500)
  assert.deepEqual((await merchant.count(2)).map(({ type }) => type), ['checkout.processing', 'checkout.captured'])
})

it('a debit comes back before it is sure with nothing taken, or after with all of it taken back', async (t) => {
  const early = await shopWithBank(t)
  await debitWith(early.url, accounts.returned)
  const { status, capturedCents, takenBackCents } = await early.pass()
  assert.deepEqual([status, capturedCents, takenBackCents], ['returned', 0, 0])
  assert.deepEqual(await early.pay.listTakenBack(early.since), [])
  const late = await shopWithBank(t)
  await debitWith(late.url, accounts.returnedLate)
  const back = await late.pass(2)
  assert.deepEqual([back.status, back.capturedCents, back.takenBackCents], ['returned', 46_500, 46_500])
  assert.deepEqual(await late.pay.listTakenBack(late.since), [late.providerId])
  await assert.rejects(late.pay.refund(late.providerId, 100, randomUUID()), failsWith('not-allowed-now', false))
})

it('a disputed charge is taken back while it is open, and returned when it is won', async (t) => {
  for (const [card, end, takenBack] of [
    [cards.disputedWon, 'won', 0],
    [cards.disputedLost, 'lost', 46_500],
  ] as const) {
    const { pay, providerId, url, pass } = await shopWithBank(t)
    await payWith(url, card)
    assert.equal((await pay.capture(providerId, randomUUID())).dispute, undefined)
    const open = await pass()
    assert.deepEqual([open.status, open.dispute, open.takenBackCents], ['captured', { status: 'open', amountCents: 46_500 }, 46_500])
    await assert.rejects(pay.refund(providerId, 100, randomUUID()), failsWith('not-allowed-now', false))
    const over = await pass()
    assert.deepEqual([over.dispute?.status, over.takenBackCents], [end, takenBack])
  }
})

it('a refund is listed under its key, and told', async (t) => {
  const { pay, providerId, url, merchant } = await shopWithBank(t)
  await payWith(url, cards.approved)
  await pay.capture(providerId, randomUUID())
  const key = randomUUID()
  await pay.refund(providerId, 500, key)
  const { refunds, refundedCents } = await pay.refund(providerId, 500, key)
  assert.deepEqual([refunds, refundedCents], [[{ key, amountCents: 500, status: 'done' }], 500])
  assert.equal((await merchant.count(3))[2]?.type, 'checkout.refunded')
})

it('what is wrong with an account is said beside it, the way to it stays open, and its number is not shown again', async (t) => {
  const { pay, providerId, url } = await shopWithBank(t)
  const answer = await debitWith(url, '1234', { routingNumber: '110000001', accountName: ' ' })
  assert.equal(answer.status, 422)
  assert.match(answer.page, /<details open>/)
  for (const words of [/Check the routing number/, /Use one of the test accounts/, /Enter the name on the account/]) assert.match(answer.page, words)
  assert.doesNotMatch(answer.page, /value="1234"/)
  assert.equal((await pay.find(providerId)).status, 'open')
})
