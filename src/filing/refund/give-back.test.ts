import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type RefundGround, refundGround } from '../../../test/cast/refund-ground.ts'
import { PayFailure, type PayPort, type PayRefund } from '../../platform/pay/index.ts'

let ground: RefundGround
let real: PayPort
before(async () => {
  ground = await refundGround()
  real = { ...ground.services.pay }
})
afterEach(async () => {
  Object.assign(ground.services.pay, real)
  const faults = (await ground.ledger()).filter(({ balance_cents, under_way }) => balance_cents !== 0 && under_way === 0)
  assert.deepEqual(faults, [], 'captured = fees of paid filings + refunds')
})
after(() => ground.end())

const stateOf = async (caseId: string) => (await ground.refundsOf(caseId))[0]?.state
const refundedCents = async (draft: string) => (await ground.paymentsOf(draft))[0]?.refunded_cents
const newsMails = async () => (await ground.rows("select 1 from mail.queued where kind = 'cases.news'")).length
const movedBack = async (draft: string) => {
  const [payment] = await ground.paymentsOf(draft)
  return (await ground.movements()).filter(({ kind, checkoutId }) => kind === 'refund' && checkoutId === payment?.provider_id).length
}

/** What the provider answers from now on. */
const provider = (methods: Partial<PayPort>) => Object.assign(ground.services.pay, methods)

/** The provider says this of every refund, whatever was asked. */
const said = (status: PayRefund['status']): Pick<PayPort, 'refund' | 'find'> => {
  const told = (state: Awaited<ReturnType<PayPort['find']>>) => ({ ...state, refunds: state.refunds.map((each) => ({ ...each, status })) })
  return { refund: async (...given) => told(await real.refund(...given)), find: async (id) => told(await real.find(id)) }
}

async function later(time: Temporal.DurationLike) {
  ground.clock.advance(time)
  await ground.reconcile()
  await ground.drain()
}

test('killed between the provider’s giving back and writing it down: asked again, the money moves once', async () => {
  const { draft, receiptNumber, caseId } = await ground.paid()
  await ground.agreed(receiptNumber, '100')
  provider({
    refund: async (...given) => {
      await real.refund(...given)
      throw new Error('killed')
    },
  })
  await ground.drain()
  assert.equal(await stateOf(caseId), 'agreed')
  provider(real)
  await ground.retryNow()
  await ground.drain()
  assert.deepEqual([await stateOf(caseId), await refundedCents(draft), await movedBack(draft)], ['done', 10_000, 1])
})

test('a provider that is away is asked again until it is back, and a job that was lost is queued anew', async () => {
  const { draft, receiptNumber, caseId } = await ground.paid()
  await ground.agreed(receiptNumber, '100')
  provider({
    refund: async () => {
      throw new PayFailure('unreachable')
    },
  })
  await ground.drain()
  assert.equal(await stateOf(caseId), 'agreed')
  await ground.rows('delete from graphile_worker._private_jobs')
  provider(real)
  await later({ minutes: 3 })
  assert.deepEqual([await stateOf(caseId), await refundedCents(draft)], ['done', 10_000])
})

test('one that takes days is told of when it begins, followed until it is done, and counted once', async () => {
  const { draft, receiptNumber, caseId } = await ground.paid()
  await ground.agreed(receiptNumber, '100')
  const told = await newsMails()
  provider(said('pending'))
  await ground.drain()
  assert.deepEqual([await stateOf(caseId), await refundedCents(draft)], ['on-its-way', 10_000])
  await later({ minutes: 11 })
  assert.equal(await stateOf(caseId), 'on-its-way')
  provider(real)
  await later({ minutes: 11 })
  assert.deepEqual([await stateOf(caseId), await refundedCents(draft), await movedBack(draft)], ['done', 10_000, 1])
  assert.equal((await newsMails()) - told, 1)
})

test('one that the bank does not take is money of ours again: the person is told, the office sees why, and it can be asked for anew', async () => {
  const { actor, draft, receiptNumber, caseId } = await ground.paid()
  await ground.agreed(receiptNumber, '415')
  provider(said('pending'))
  await ground.drain()
  const told = await newsMails()
  provider(said('failed'))
  await later({ minutes: 11 })
  assert.deepEqual([await stateOf(caseId), await refundedCents(draft)], ['failed', 0])
  assert.equal((await newsMails()) - told, 1)
  assert.match((await ground.browser(actor).get(`/cases/${receiptNumber}`)).html, /did not take \$415\.00 back/)
  const officer = await ground.at(receiptNumber, 'officer')
  assert.match(officer.seen.text, /Could not be given back.*The person’s bank did not take it.*\$415\.00 is left of the \$415\.00/)
  const supervisor = await ground.at(receiptNumber, 'supervisor')
  assert.match((await supervisor.open('/refunds')).text, /Could not be given back/)
  await ground.ask(receiptNumber, '10')
  assert.doesNotMatch((await supervisor.open('/refunds')).text, /Could not be given back/)
})

test('one that was done and comes back later is found by the provider’s event', async () => {
  const { draft, receiptNumber, caseId } = await ground.paid()
  await ground.agreed(receiptNumber, '100')
  await ground.drain()
  assert.equal(await stateOf(caseId), 'done')
  provider(said('failed'))
  const [payment] = await ground.paymentsOf(draft)
  await ground.postEvent({ type: 'checkout.refunded', providerId: payment?.provider_id ?? '' })
  await ground.drain()
  assert.deepEqual([await stateOf(caseId), await refundedCents(draft)], ['failed', 0])
})

test('a provider that refuses for good ends it: nothing was given back, and the office reads what to do', async () => {
  const { draft, receiptNumber, caseId } = await ground.paid()
  await ground.agreed(receiptNumber, '100')
  provider({
    refund: async () => {
      throw new PayFailure('not-allowed-now', 'charge_disputed')
    },
  })
  await ground.drain()
  assert.deepEqual([await stateOf(caseId), await refundedCents(draft)], ['failed', 0])
  const officer = await ground.at(receiptNumber, 'officer')
  assert.match(officer.seen.text, /The payment provider refused\./)
})
