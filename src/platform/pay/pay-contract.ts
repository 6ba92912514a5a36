import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { type EventHeaders, PayFailure, type PayCheckout, type PayFailureReason, type PayPort } from './pay-port.ts'

export type SignedDelivery = { headers: EventHeaders; body: string }

/** A provider for the contract's tests: the driver, and the hands of the payer, their bank and time behind it. */
export type PayGround = {
  pay: PayPort
  /** A driver with this instead of what is right. */
  payWith(wrong: { key?: string; url?: string; timeoutMs?: number }): PayPort
  now: () => Temporal.Instant
  payByCard(url: string, outcome: 'approved' | 'declined' | 'disputed'): Promise<void>
  payByBank(url: string, outcome: 'sure' | 'returned' | 'returned-late'): Promise<void>
  /** The bank does what is next: pays a debit, sends it back, opens a dispute, decides it. */
  bankStep(providerId: string): Promise<void>
  passHours(hours: number): Promise<void>
  /** Events sent since the last call, as they were signed. */
  heard(): Promise<readonly SignedDelivery[]>
  end(): Promise<void>
}

const checkout = (more: Partial<PayCheckout> = {}): PayCheckout => ({
  amountCents: 46_500,
  currency: 'USD',
  reference: randomUUID(),
  lines: [
    { label: 'Filing fee', amountCents: 41_500 },
    { label: 'Card & print <fee>', amountCents: 5_000 },
  ],
  returnUrl: 'http://127.0.0.1:9/submissions/1?back=paid',
  cancelUrl: 'http://127.0.0.1:9/submissions/1?back=left',
  webhookUrl: 'http://127.0.0.1:9/payment-events',
  ...more,
})

const failing = (reason: PayFailureReason) => (fault: unknown) => fault instanceof PayFailure && fault.reason === reason

/** Tests that every driver of payments passes: call it in the driver's test file with a way to open its provider. */
export function payContract(name: string, open: () => Promise<PayGround>): void {
  let ground: PayGround
  const at = () => ground
  describe(`${name} follows the contract of payments`, () => {
    before(async () => {
      ground = await open()
    })
    after(() => ground.end())
    opensOnce(at)
    takesCards(at)
    takesBankDebits(at)
    givesAndLosesMoney(at)
    tellsWhatHappened(at)
    listsWhatMoved(at)
    failsInWords(at)
  })
}

type At = () => PayGround

const opened = async ({ pay }: PayGround, more: Partial<PayCheckout> = {}) => {
  const wanted = checkout(more)
  return { ...(await pay.open(wanted, randomUUID())), wanted }
}

async function captured(ground: PayGround, outcome: 'approved' | 'disputed' = 'approved') {
  const one = await opened(ground)
  await ground.payByCard(one.url, outcome)
  await ground.pay.capture(one.providerId, randomUUID())
  return one
}

function opensOnce(at: At) {
  it('opens one page for a key, however often, at its origin; the key is refused for anything else', async () => {
    const { pay } = at()
    const [key, wanted] = [randomUUID(), checkout()]
    const first = await pay.open(wanted, key)
    assert.deepEqual(await pay.open(wanted, key), first)
    assert.equal(new URL(first.url).origin, pay.pageOrigin)
    await assert.rejects(pay.open({ ...wanted, currency: 'EUR' }, key), failing('key-used-otherwise'))
    const { status, amountCents, currency, reference, attempts, url } = await pay.find(first.providerId)
    assert.deepEqual([status, amountCents, currency, reference, attempts, url], ['open', 46_500, 'USD', wanted.reference, 0, first.url])
  })

  it('finds all that was opened for a reference, oldest first, and nothing for another', async () => {
    const { pay } = at()
    const reference = randomUUID()
    const first = await opened(at(), { reference })
    const second = await opened(at(), { reference })
    const found = await pay.findByReference(reference)
    assert.deepEqual(found.map(({ providerId }) => providerId).sort(), [first.providerId, second.providerId].sort())
    assert.deepEqual(await pay.findByReference(randomUUID()), [])
  })

  it('expires where nobody came, and then takes nothing', async () => {
    const { pay, passHours } = at()
    const { providerId } = await opened(at())
    await passHours(25)
    assert.equal((await pay.find(providerId)).status, 'expired')
    await assert.rejects(pay.capture(providerId, randomUUID()), failing('not-allowed-now'))
  })
}

function takesCards(at: At) {
  it('holds a card first and takes the whole of it once, by whatever key', async () => {
    const { pay, payByCard } = at()
    const { providerId, url } = await opened(at())
    await assert.rejects(pay.capture(providerId, randomUUID()), failing('not-allowed-now'))
    await payByCard(url, 'approved')
    const held = await pay.find(providerId)
    assert.deepEqual([held.status, held.method, held.capturedCents], ['authorised', 'card', 0])
    const key = randomUUID()
    for (const each of [key, key, randomUUID()]) {
      const taken = await pay.capture(providerId, each)
      assert.deepEqual([taken.status, taken.capturedCents, taken.cardLast4?.length], ['captured', 46_500, 4])
    }
  })

  it('stays open after a declined card, for another', async () => {
    const { pay, payByCard } = at()
    const { providerId, url } = await opened(at())
    await payByCard(url, 'declined')
    const { status, attempts, capturedCents } = await pay.find(providerId)
    assert.deepEqual([status, attempts >= 1, capturedCents], ['open', true, 0])
    await payByCard(url, 'approved')
    assert.equal((await pay.find(providerId)).status, 'authorised')
  })

  it('lets go of what is open or held, once, and not of what is taken', async () => {
    const { pay, payByCard } = at()
    const left = await opened(at())
    const key = randomUUID()
    for (const each of [key, key, randomUUID()]) {
      assert.ok(['cancelled', 'expired'].includes((await pay.cancel(left.providerId, each)).status))
    }
    const held = await opened(at())
    await payByCard(held.url, 'approved')
    const { status, capturedCents } = await pay.cancel(held.providerId, randomUUID())
    assert.deepEqual([status, capturedCents], ['cancelled', 0])
    await assert.rejects(pay.capture(held.providerId, randomUUID()), failing('not-allowed-now'))
    const { providerId } = await captured(at())
    await assert.rejects(pay.cancel(providerId, randomUUID()), failing('not-allowed-now'))
  })
}

function takesBankDebits(at: At) {
  it('says of a debit that it is processing, cannot let go of it, and takes it when the bank pays', async () => {
    const { pay, payByBank, bankStep } = at()
    const { providerId, url } = await opened(at())
    await payByBank(url, 'sure')
    const { status, method, capturedCents } = await pay.find(providerId)
    assert.deepEqual([status, method, capturedCents], ['processing', 'bank-debit', 0])
    await assert.rejects(pay.cancel(providerId, randomUUID()), failing('not-allowed-now'))
    await bankStep(providerId)
    const sure = await pay.capture(providerId, randomUUID())
    assert.deepEqual([sure.status, sure.capturedCents, sure.takenBackCents], ['captured', 46_500, 0])
  })

  it('says returned of a debit that the bank sends back, before it was taken or after', async () => {
    const { pay, payByBank, bankStep, now } = at()
    const early = await opened(at())
    await payByBank(early.url, 'returned')
    await bankStep(early.providerId)
    const before = await pay.find(early.providerId)
    assert.deepEqual([before.status, before.capturedCents, before.takenBackCents], ['returned', 0, 0])
    const since = now()
    const late = await opened(at())
    await payByBank(late.url, 'returned-late')
    await bankStep(late.providerId)
    assert.equal((await pay.find(late.providerId)).status, 'captured')
    await bankStep(late.providerId)
    const back = await pay.find(late.providerId)
    assert.deepEqual([back.status, back.capturedCents, back.takenBackCents, back.dispute], ['returned', 46_500, 46_500, undefined])
    assert.ok((await pay.listTakenBack(since)).includes(late.providerId))
    assert.ok(!(await pay.listTakenBack(since)).includes(early.providerId))
  })
}

function givesAndLosesMoney(at: At) {
  it('gives back once for a key, up to what was taken, and lists each refund under its key', async () => {
    const { pay } = at()
    const { providerId } = await captured(at())
    const key = randomUUID()
    for (let time = 0; time < 2; time++) {
      const { refundedCents, refunds } = await pay.refund(providerId, 1_500, key)
      assert.deepEqual([refundedCents, refunds.map((one) => [one.key, one.amountCents, one.status])], [1_500, [[key, 1_500, 'done']]])
    }
    await assert.rejects(pay.refund(providerId, 1_600, key), failing('key-used-otherwise'))
    await assert.rejects(pay.refund(providerId, 45_001, randomUUID()), failing('not-allowed-now'))
    assert.equal((await pay.refund(providerId, 45_000, randomUUID())).refundedCents, 46_500)
    const unpaid = await opened(at())
    await assert.rejects(pay.refund(unpaid.providerId, 1, randomUUID()), failing('not-allowed-now'))
  })

  it('says what a dispute takes, gives nothing back meanwhile, and says how it ended', async () => {
    const { pay, bankStep, now } = at()
    const since = now()
    const { providerId } = await captured(at(), 'disputed')
    await bankStep(providerId)
    const open = await pay.find(providerId)
    assert.deepEqual([open.status, open.dispute, open.takenBackCents], ['captured', { status: 'open', amountCents: 46_500 }, 46_500])
    await assert.rejects(pay.refund(providerId, 100, randomUUID()), failing('not-allowed-now'))
    assert.ok((await pay.listTakenBack(since)).includes(providerId))
    await bankStep(providerId)
    const over = await pay.find(providerId)
    assert.equal(over.takenBackCents, over.dispute?.status === 'won' ? 0 : 46_500)
    assert.notEqual(over.dispute?.status, 'open')
  })
}

function tellsWhatHappened(at: At) {
  it('tells of a checkout in signed events that lead to it, and believes no other', async () => {
    const { pay, heard, now, payByCard } = at()
    await heard()
    const { providerId, url } = await opened(at())
    await payByCard(url, 'declined')
    await payByCard(url, 'approved')
    await pay.capture(providerId, randomUUID())
    await pay.refund(providerId, 100, randomUUID())
    const kinds = new Set<string>()
    for (const { headers, body } of await heard()) {
      const event = pay.verifyEvent(headers, body, now())
      assert.deepEqual(pay.verifyEvent(headers, Buffer.from(body), now()), event)
      assert.ok(event, body)
      if (event === 'unrelated') continue
      assert.equal((await pay.find(event.providerId)).providerId, providerId)
      kinds.add(event.kind)
      assert.equal(pay.verifyEvent(headers, `${body} `, now()), null)
      assert.equal(pay.verifyEvent(headers, body, now().add({ seconds: 302 })), null)
      assert.equal(pay.verifyEvent(headers, body, now().subtract({ seconds: 302 })), null)
      assert.equal(pay.verifyEvent({}, body, now()), null)
    }
    for (const kind of ['declined', 'authorised', 'captured', 'refunded']) assert.ok(kinds.has(kind), kind)
  })
}

function listsWhatMoved(at: At) {
  const movedOf = async (since: Temporal.Instant, until: Temporal.Instant, providerId: string) => {
    const { pay } = at()
    const { reference } = await pay.find(providerId)
    const own = (await pay.listMovements(since, until)).filter((one) => one.reference === reference)
    return own.map(({ kind, amountCents }) => [kind, amountCents])
  }

  it('lists every movement of money by our reference and its instant: from the first moment on, before the last', async () => {
    const { pay, payByBank, bankStep, passHours, now } = at()
    await passHours(1)
    const from = now()
    const debit = await opened(at())
    await payByBank(debit.url, 'sure')
    await bankStep(debit.providerId)
    await pay.find(debit.providerId)
    await passHours(1)
    const between = now()
    await pay.refund(debit.providerId, 1_500, randomUUID())
    const until = now().add({ seconds: 1 })
    assert.deepEqual(await movedOf(from, between, debit.providerId), [['captured', 46_500]])
    assert.deepEqual(await movedOf(between, until, debit.providerId), [['refunded', 1_500]])
    assert.deepEqual(await movedOf(from, until, debit.providerId), [['captured', 46_500], ['refunded', 1_500]])
    assert.deepEqual(await movedOf(until, until.add({ hours: 24 }), debit.providerId), [])
  })

  it('lists what a dispute takes at the moment it is opened, and what comes back when it is won', async () => {
    const { pay, bankStep, passHours, now } = at()
    await passHours(1)
    const from = now()
    const { providerId } = await captured(at(), 'disputed')
    const look = async () => movedOf(from, now().add({ seconds: 1 }), providerId)
    assert.deepEqual(await look(), [['captured', 46_500]])
    await bankStep(providerId)
    assert.deepEqual(await look(), [['captured', 46_500], ['disputed', 46_500]])
    await bankStep(providerId)
    const { dispute } = await pay.find(providerId)
    assert.deepEqual((await look()).slice(2), dispute?.status === 'won' ? [['won-back', 46_500]] : [])
  })
}

function failsInWords(at: At) {
  it('knows no checkout that was never opened', async () => {
    const { pay } = at()
    for (const asked of [pay.find('unknown'), pay.capture('unknown', randomUUID()), pay.refund('unknown', 1, randomUUID())])
      await assert.rejects(asked, failing('no-such-checkout'))
  })

  it('says that it is not let in, that nobody is there, and that it took too long', async () => {
    const { payWith } = at()
    await assert.rejects(payWith({ key: 'sk_test_of_nobody_at_all' }).find('unknown'), failing('not-authenticated'))
    await assert.rejects(payWith({ url: 'http://127.0.0.1:9' }).open(checkout(), randomUUID()), failing('unreachable'))
    const silent = createServer(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
    await assert.rejects(payWith({ url, timeoutMs: 100 }).open(checkout(), randomUUID()), failing('timed-out'))
    silent.close()
    silent.closeAllConnections()
  })
}
