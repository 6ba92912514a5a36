import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { stripeGround, type StripeGround } from '../../../../test/cast/stripe-ground.ts'
import { PayFailure, type PayFailureReason } from '../pay-port.ts'
import { payContract } from '../pay-contract.ts'
import { stripeEventTypes } from './stripe-events.ts'

payContract('the Stripe driver', stripeGround)

const checkout = (reference = randomUUID()) => ({
  amountCents: 41_500,
  currency: 'USD',
  reference,
  lines: [{ label: 'Filing fee', amountCents: 41_500 }],
  returnUrl: 'http://127.0.0.1:9/paid',
  cancelUrl: 'http://127.0.0.1:9/left',
  webhookUrl: 'http://127.0.0.1:9/payment-events',
})
const failing = (reason: PayFailureReason) => (fault: unknown) => fault instanceof PayFailure && fault.reason === reason

describe('the Stripe driver beyond the contract', () => {
  let ground: StripeGround
  before(async () => {
    ground = await stripeGround()
  })
  after(() => ground.end())
  const opened = async () => {
    const { providerId, url } = await ground.pay.open(checkout(), randomUUID())
    return { providerId, url }
  }

  it('sends what is paid for and our reference, nothing of the person, no telemetry, and asks for both ways to pay', async () => {
    const reference = randomUUID()
    await ground.pay.open(checkout(reference), randomUUID())
    const { params, requests } = await ground.vendor.seen()
    assert.deepEqual(params.at(-1), {
      mode: 'payment',
      client_reference_id: reference,
      metadata: { reference },
      payment_intent_data: { metadata: { reference }, statement_descriptor_suffix: 'FILING FEE' },
      allowed_payment_method_types: { 0: 'card', 1: 'us_bank_account' },
      payment_method_options: { card: { capture_method: 'manual' } },
      line_items: { 0: { quantity: '1', price_data: { currency: 'usd', unit_amount: '41500', product_data: { name: 'Filing fee' } } } },
      success_url: 'http://127.0.0.1:9/paid',
      cancel_url: 'http://127.0.0.1:9/left',
    })
    assert.ok(requests.every(({ telemetry }) => !telemetry))
    assert.ok(requests.filter(({ method }) => method === 'POST').every(({ key }) => key && !key.startsWith('stripe-node-retry')))
  })

  it('tries nothing twice by itself: that is for our jobs', async () => {
    for (const [kind, reason] of [['before', 'overloaded'], ['busy', 'overloaded'], ['garbage', 'not-understood'], ['odd', 'not-understood']] as const) {
      const before = (await ground.vendor.seen()).requests.length
      await ground.vendor.failNext(kind)
      await assert.rejects(ground.pay.find('cs_test_any'), failing(reason), kind)
      assert.equal((await ground.vendor.seen()).requests.length, before + 1, kind)
    }
    await ground.vendor.failNext('hang')
    await assert.rejects(ground.payWith({ timeoutMs: 50 }).find('cs_test_any'), failing('timed-out'))
  })

  it('is not held up by a fault that Stripe repeats for a key, and still does it once', async () => {
    const { providerId, url } = await opened()
    await ground.payByCard(url, 'approved')
    await ground.pay.capture(providerId, randomUUID())
    const key = randomUUID()
    for (const fault of ['before', 'after'] as const) {
      // The reads before the write pass; the write meets the fault.
      await ground.vendor.failNext('pass', 'pass', fault)
      await assert.rejects(ground.pay.refund(providerId, 500, `${key}:${fault}`), failing('overloaded'))
      assert.equal((await ground.pay.refund(providerId, 500, `${key}:${fault}`)).refunds.filter((one) => one.key === `${key}:${fault}`).length, 1)
    }
    assert.equal((await ground.pay.find(providerId)).refundedCents, 1_000)
  })

  it('knows a refund that the payer’s bank would not take: the money is ours again', async () => {
    const { providerId, url } = await opened()
    await ground.payByBank(url, 'sure')
    await ground.bankStep(providerId)
    const key = randomUUID()
    const asked = await ground.pay.refund(providerId, 41_500, key)
    assert.deepEqual([asked.refundedCents, asked.refunds[0]?.status], [41_500, 'pending'])
    await ground.vendor.failRefunds(providerId)
    const failed = await ground.pay.find(providerId)
    assert.deepEqual([failed.refundedCents, failed.refunds[0]?.status], [0, 'failed'])
  })

  it('counts an inquiry as no dispute: it moves no money', async () => {
    const { providerId, url } = await opened()
    await ground.payByCard(url, 'approved')
    await ground.pay.capture(providerId, randomUUID())
    await ground.vendor.dispute(providerId, 'warning_needs_response')
    const { dispute, takenBackCents } = await ground.pay.find(providerId)
    assert.deepEqual([dispute, takenBackCents], [undefined, 0])
    await ground.vendor.dispute(providerId, 'won')
    assert.deepEqual((await ground.pay.find(providerId)).dispute?.status, 'won')
  })

  it('says of an event that it does not know that it is unrelated, and of a forged one nothing', async () => {
    const { url, providerId } = await opened()
    await ground.heard()
    await ground.payByBank(url, 'sure')
    await ground.bankStep(providerId)
    const deliveries = await ground.heard()
    const heard = deliveries.map(({ headers, body }) => ground.pay.verifyEvent(headers, body, ground.now()))
    assert.ok(heard.includes('unrelated'))
    assert.ok(heard.some((one) => one !== null && one !== 'unrelated' && one.kind === 'captured'))
    await opened().then(({ url: another }) => ground.payByCard(another, 'approved'))
    for (const { headers, body } of await ground.vendor.send({ forged: true })) assert.equal(ground.pay.verifyEvent(headers, body, ground.now()), null)
  })

  it('names its events as the operator subscribes to them', () => {
    for (const type of ['checkout.session.completed', 'checkout.session.async_payment_failed', 'charge.dispute.created', 'refund.failed'])
      assert.ok(stripeEventTypes.includes(type))
  })
})
