import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { PayFailure, type PayPort } from '../../platform/pay/index.ts'

let ground: SubmitGround
let real: PayPort
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
  real = { ...ground.services.pay }
})
afterEach(async () => {
  Object.assign(ground.services.pay, real)
  const balances = (await ground.ledger()).map(({ balance_cents }) => balance_cents)
  assert.deepEqual(
    balances,
    balances.map(() => 0),
    'captured = fees of paid filings + refunds',
  )
})
after(() => ground.end())

const approved = '4242 4242 4242 4242'
const only = async (draft: string) => (await ground.paymentsOf(draft))[0]
const chargesFor = async (providerId: string | null | undefined) =>
  (await ground.movements()).filter(({ checkoutId }) => checkoutId === providerId).length

/** The provider does what it was asked, and we die before we hear of it. */
function dieAfter(verb: 'open' | 'capture' | 'cancel') {
  const method = real[verb] as (...given: unknown[]) => Promise<unknown>
  Object.assign(ground.services.pay, {
    [verb]: async (...given: unknown[]) => {
      await method(...given)
      throw new Error('killed')
    },
  })
}

const unreachable = async () => {
  throw new PayFailure('unreachable')
}

const cameBack = () => Object.assign(ground.services.pay, real)

/** The news reaches us: the poller asks, and what is queued is worked. */
async function hear() {
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain()
}

async function again() {
  cameBack()
  await ground.retryNow()
  await ground.drain()
}

test('killed between opening the provider’s page and writing it down: the same page is found again', async () => {
  dieAfter('open')
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const pressed = await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  assert.equal((await only(draft))?.state, 'preparing')
  const shown = await ground.browser(actor).get(pressed.location.replace(/\/pay$/, ''))
  assert.match(shown.html, /We are preparing your payment/)
  assert.match(shown.html, new RegExp(`href="${pressed.location}"[^>]*>Continue<`))
  assert.equal(shown.headers.refresh, '2')
  await again()
  const payment = await only(draft)
  assert.equal(payment?.state, 'open')
  assert.deepEqual(
    (await real.findByReference(payment?.id ?? '')).map(({ providerId }) => providerId),
    [payment?.provider_id],
  )
})

test('killed between the authorisation and the receipt: nothing of it is there, then all of it, once', async () => {
  const { draft, url, submission } = await ground.payable()
  await ground.payAt(url, approved)
  await ground.rows("delete from platform.task_allowed where task = 'filing.capture-payment'")
  const casesBefore = (await ground.rows('select 1 from cases."case"')).length
  await hear()
  assert.equal((await only(draft))?.state, 'open')
  assert.equal((await ground.rows('select 1 from cases."case"')).length, casesBefore)
  assert.equal((await ground.submissionOf(draft))?.receipt_number, null)
  assert.equal((await ground.rows('select 1 from evidence.submitted_draft where draft = $1', [draft])).length, 0)
  await ground.rows("insert into platform.task_allowed (task) values ('filing.capture-payment')")
  await hear()
  assert.equal((await only(draft))?.state, 'captured')
  assert.equal((await ground.rows('select 1 from cases."case"')).length, casesBefore + 1)
  assert.equal((await ground.submissionOf(draft))?.id, submission)
})

test('killed between the capture and writing it down: asked again, the money is taken once', async () => {
  const { draft, url } = await ground.payable()
  await ground.payAt(url, approved)
  dieAfter('capture')
  await hear()
  assert.equal((await only(draft))?.state, 'authorised')
  assert.ok((await ground.submissionOf(draft))?.receipt_number)
  await again()
  const payment = await only(draft)
  assert.equal(payment?.state, 'captured')
  assert.equal(payment?.captured_cents, 41_500)
  assert.equal(await chargesFor(payment?.provider_id), 1)
})

test('a capture job that ran out of tries is queued anew by the poller', async () => {
  const { draft, url } = await ground.payable()
  await ground.payAt(url, approved)
  Object.assign(ground.services.pay, { capture: unreachable })
  await hear()
  assert.equal((await only(draft))?.state, 'authorised')
  await ground.rows('delete from graphile_worker._private_jobs')
  cameBack()
  ground.clock.advance({ minutes: 2 })
  await hear()
  assert.equal((await only(draft))?.state, 'captured')
})

test('while the provider is down the page says what is pending, and it goes on by itself when it is back', async () => {
  Object.assign(ground.services.pay, { open: unreachable })
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const { location } = await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  const left = await ground.browser(actor).get(location)
  assert.match((await ground.browser(actor).get(left.location)).html, /We are preparing your payment[\s\S]*This takes a moment/)
  ground.clock.advance({ minutes: 1 })
  const late = await ground.browser(actor).get(left.location)
  assert.match(late.html, /The payment provider does not answer at the moment\. Nothing was charged/)
  assert.equal(late.headers.refresh, '30')
  ground.clock.advance({ minutes: 10 })
  assert.equal((await ground.browser(actor).get(left.location)).headers.refresh, undefined)
  await again()
  assert.equal((await ground.browser(actor).get(location)).location, (await only(draft))?.provider_url)
})

test('a provider that refuses for good: the attempt ends in words, and another may be begun', async () => {
  Object.assign(ground.services.pay, {
    open: async () => {
      throw new PayFailure('rejected')
    },
  })
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const { location } = await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  assert.equal((await only(draft))?.state, 'failed')
  const shown = await ground.browser(actor).get(location.replace(/\/pay$/, ''))
  assert.match(shown.html, /We could not open the payment page/)
  cameBack()
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  assert.deepEqual(
    (await ground.paymentsOf(draft)).map(({ state }) => state),
    ['failed', 'open'],
  )
})

test('money that the provider let go before it was taken is written down as not captured', async () => {
  const { draft, url, actor, submission } = await ground.payable()
  await ground.payAt(url, approved)
  Object.assign(ground.services.pay, { capture: unreachable })
  await hear()
  cameBack()
  const payment = await only(draft)
  await real.cancel(payment?.provider_id ?? '', 'somebody-else')
  await again()
  assert.equal((await only(draft))?.state, 'not-captured')
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /You were not charged\. An officer looks at it/)
  const owing = (await ground.ledger()).filter(({ balance_cents }) => balance_cents !== 0)
  assert.deepEqual(
    owing.map(({ balance_cents }) => balance_cents),
    [-41_500],
  )
  // What is owing is a fault to be seen: for the checks of the other tests it is put right.
  await ground.rows('update filing.submission set fee_cents = 0 where draft = $1', [draft])
})

test('money of another amount than the filing costs is let go', async () => {
  const { draft, url } = await ground.payable()
  await ground.payAt(url, approved)
  Object.assign(ground.services.pay, {
    find: async (providerId: string) => ({ ...(await real.find(providerId)), amountCents: 100 }),
  })
  await hear()
  cameBack()
  await ground.drain()
  const payment = await only(draft)
  assert.deepEqual([payment?.state, payment?.reason], ['released', 'amount-differs'])
  assert.equal((await ground.submissionOf(draft))?.receipt_number, null)
})

test('killed while letting money go: asked again, it is let go once', async () => {
  const { draft, url, actor } = await ground.payable()
  await ground.payAt(url, approved)
  await ground.addFile(actor, draft, 'lost-card-copy')
  dieAfter('cancel')
  await hear()
  assert.equal((await only(draft))?.state, 'releasing')
  await again()
  const payment = await only(draft)
  assert.equal(payment?.state, 'released')
  assert.equal((await real.find(payment?.provider_id ?? '')).status, 'cancelled')
})
