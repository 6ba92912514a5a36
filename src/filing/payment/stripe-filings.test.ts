import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { startStripeVendor, type StripeVendor, stripeNumbers } from '../../../test/cast/stripe-vendor.ts'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { connectStripe } from '../../platform/pay/stripe/connect-stripe.ts'
import { cards } from '../../platform/pay/cashier-bench.ts'

let ground: SubmitGround
let vendor: StripeVendor
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
  vendor = await startStripeVendor()
  const { secretKey, webhookSecret, url: apiUrl } = vendor
  const pay = connectStripe({ secretKey, webhookSecret, apiUrl, now: () => ground.clock.now() })
  Object.assign(ground.services, { pay, formerPay: [ground.pay] })
  await vendor.webhook(`${ground.services.publicUrl}/payment-events`)
  await timeIs()
})
afterEach(async () => {
  const open = (await ground.ledger()).filter(({ balance_cents, under_way }) => balance_cents !== 0 && under_way === 0)
  assert.deepEqual(open, [], 'captured = fees of paid filings + refunds + what banks took back')
})
after(async () => {
  await vendor.end()
  await ground.end()
})

const timeIs = () => vendor.setClock(ground.clock.now().epochMilliseconds)
const only = async (draft: string) => (await ground.paymentsOf(draft))[0]
const receiptOf = async (draft: string) => (await ground.submissionOf(draft))?.receipt_number ?? null
const statusOf = async (draft: string) =>
  (await ground.rows<{ status: string }>(`select c.status from cases."case" c join filing.submission s on s."case" = c.id where s.draft = $1`, [draft]))[0]?.status

/** Everything Stripe has to say arrives, and is worked. */
async function hear(sending: Parameters<StripeVendor['send']>[0] = {}) {
  const delivered = await vendor.send(sending)
  await ground.drain()
  return delivered
}

/** No word comes: the poller asks instead. */
async function ask(time: Temporal.DurationLike) {
  await vendor.send({ dropEvery: 1 })
  ground.clock.advance(time)
  await timeIs()
  await ground.reconcile()
  await ground.drain()
}

async function paid(number: string) {
  const filing = await ground.payable()
  await vendor.payAt(filing.url, number)
  const session = (await only(filing.draft))?.provider_id ?? ''
  assert.match(session, /^cs_test_/)
  return { ...filing, session }
}

test('a card at Stripe: held, the filing received, captured, the fee receipt made; told twice and backwards, once', async () => {
  const { draft, actor, submission } = await paid(stripeNumbers.approved)
  const delivered = await hear({ times: 2, order: 'reversed' })
  assert.ok(delivered.length >= 2 && delivered.every(({ status }) => status === 200))
  await hear({ times: 3 })
  assert.deepEqual([(await only(draft))?.state, (await only(draft))?.captured_cents, (await only(draft))?.method], ['captured', 41_500, 'card'])
  assert.match((await receiptOf(draft)) ?? '', /^IOE/)
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /We received your form/)
  const captures = (await vendor.seen()).requests.filter(({ path }) => path.endsWith('/capture'))
  assert.equal(captures.length, 1)
})

test('a declined card at Stripe leaves the page open for another', async () => {
  const { draft, url } = await paid(stripeNumbers.declined)
  await hear()
  assert.equal((await only(draft))?.state, 'open')
  await vendor.payAt(url, stripeNumbers.approved)
  await hear()
  await hear()
  assert.equal((await only(draft))?.state, 'captured')
})

test('who leaves Stripe’s page is told that it stays open, and pays there after all', async () => {
  const { draft, url, actor, submission } = await ground.payable()
  const { html } = await ground.browser(actor).get(`/submissions/${submission}?back=left`)
  for (const words of [/You left the payment page/, /stays open for a day/, />Go to the payment page</]) assert.match(html, words)
  assert.equal((await ground.browser(actor).get(`/submissions/${submission}/pay`)).location, url)
  await vendor.payAt(url, stripeNumbers.approved)
  await hear()
  await hear()
  assert.equal((await only(draft))?.state, 'captured')
})

test('a page at Stripe that nobody pays on expires, and another is opened', async () => {
  const { draft, actor, submission } = await ground.payable()
  await ask({ hours: 25 })
  assert.equal((await only(draft))?.state, 'expired')
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /The payment page has expired/)
})

test('a bank debit at Stripe: received and marked, then paid, and the mark is gone', async () => {
  const { draft, session, actor, submission } = await paid(stripeNumbers.bank)
  await hear()
  assert.deepEqual([(await only(draft))?.state, await statusOf(draft)], ['processing', 'received-payment-pending'])
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /Your payment is on its way/)
  await vendor.settleDebit(session, true)
  await hear({ order: 'reversed' })
  assert.deepEqual([(await only(draft))?.state, await statusOf(draft)], ['captured', 'received'])
  assert.doesNotMatch((await ground.browser(actor).get(`/submissions/${submission}`)).html, /on its way/)
})

test('a bank debit that comes back rejects the filing, and the same answers are filed again with a card', async () => {
  const { draft, session, actor, submission } = await paid(stripeNumbers.bank)
  await hear()
  await vendor.settleDebit(session, false)
  await hear()
  assert.deepEqual([(await only(draft))?.state, await statusOf(draft)], ['returned', 'rejected-payment-failed'])
  const person = ground.browser(actor)
  const shown = await person.get(`/submissions/${submission}`)
  for (const words of [/Your bank sent the payment back/, /That day no longer counts/, />File again with these answers<\/button>/]) assert.match(shown.html, words)
  const again = await person.press(`/submissions/${submission}/file-again`, {}, shown)
  const twice = await person.press(`/submissions/${submission}/file-again`, {}, shown)
  assert.match(again.location, /^\/drafts\/[0-9a-f-]+$/)
  assert.equal(twice.location, again.location)
  const copy = again.location.split('/').at(-1) ?? ''
  await ground.addFile(actor, copy, 'lost-card-photo-id')
  assert.match((await ground.browser(actor).get(`/drafts/${copy}/review`)).html, /Example/)
})

test('a filing that is paid, and one of somebody else, are not filed again', async () => {
  const { draft, actor, submission } = await paid(stripeNumbers.approved)
  await hear()
  await hear()
  assert.equal((await only(draft))?.state, 'captured')
  const other = await ground.person()
  for (const who of [actor, other]) {
    const browser = ground.browser(who)
    const page = await browser.get('/file/i-90')
    assert.equal((await browser.press(`/submissions/${submission}/file-again`, {}, page)).status, 404)
  }
})

test('events that are all lost are made up for by asking: card, debit, late return, dispute', async () => {
  const card = await paid(stripeNumbers.approved)
  const debit = await paid(stripeNumbers.bank)
  await ask({ seconds: 5 })
  assert.equal((await only(card.draft))?.state, 'captured')
  assert.equal((await only(debit.draft))?.state, 'processing')
  await vendor.settleDebit(debit.session, true)
  await ask({ minutes: 61 })
  assert.equal((await only(debit.draft))?.state, 'captured')
  await vendor.dispute(debit.session, 'lost')
  await vendor.dispute(card.session, 'needs_response')
  await ask({ hours: 2 })
  assert.deepEqual([(await only(debit.draft))?.state, await statusOf(debit.draft)], ['returned', 'rejected-payment-failed'])
  assert.deepEqual([(await only(card.draft))?.state, (await only(card.draft))?.dispute], ['captured', 'open'])
  await vendor.dispute(card.session, 'won')
  await ask({ hours: 7 })
  assert.deepEqual([(await only(card.draft))?.dispute, (await only(card.draft))?.taken_back_cents], ['won', 0])
})

test('a dispute told by an event is on the page of the filing, and says whom to ask', async () => {
  const { draft, session, actor, submission } = await paid(stripeNumbers.approved)
  await hear()
  await hear()
  await vendor.dispute(session, 'needs_response')
  await hear({ times: 2 })
  assert.deepEqual([(await only(draft))?.dispute, (await only(draft))?.taken_back_cents], ['open', 41_500])
  const open = (await ground.browser(actor).get(`/submissions/${submission}`)).html
  for (const words of [/The payment of this fee is disputed/, /ask the bank that gave out the card/, /href="\/contact-support"/]) assert.match(open, words)
  await vendor.dispute(session, 'lost')
  await hear()
  assert.equal((await only(draft))?.dispute, 'lost')
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /The fee of this case is not paid/)
})

test('forged, late and foreign events at Stripe’s address change nothing', async () => {
  const { draft } = await paid(stripeNumbers.approved)
  for (const sending of [{ forged: true }, { lateSeconds: 600 }]) {
    const delivered = await hear(sending)
    assert.ok(delivered.every(({ status }) => status === 400))
    assert.equal((await only(draft))?.state, 'open')
    await vendor.payAt((await ground.payable()).url, stripeNumbers.approved)
  }
  await ask({ seconds: 5 })
  assert.equal((await only(draft))?.state, 'captured')
})

test('Stripe away while the page is prepared and while money is taken: nothing is lost, and nothing is done twice', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  await vendor.failNext('after')
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  assert.equal((await only(draft))?.state, 'preparing')
  await ground.retryNow()
  await ground.drain()
  const payment = await only(draft)
  assert.equal(payment?.state, 'open')
  await vendor.payAt(payment?.provider_url ?? '', stripeNumbers.approved)
  await vendor.send({ dropEvery: 1 })
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  // Received; the capture meets a fault after Stripe has done it.
  await vendor.failNext('pass', 'after')
  await ground.drain()
  await ground.retryNow()
  await ground.drain()
  assert.deepEqual([(await only(draft))?.state, (await only(draft))?.captured_cents], ['captured', 41_500])
})

test('a payment that was opened at another provider is followed there', async () => {
  const stripe = ground.services.pay
  Object.assign(ground.services, { pay: ground.pay, formerPay: [stripe] })
  const { draft, url } = await ground.payable()
  Object.assign(ground.services, { pay: stripe, formerPay: [ground.pay] })
  await ground.payAt(url, cards.approved)
  await ask({ seconds: 5 })
  await ask({ seconds: 5 })
  const [row] = await ground.rows<{ provider: string; state: string }>('select p.provider, p.state from filing.payment p join filing.submission s on s.id = p.submission where s.draft = $1', [draft])
  assert.deepEqual([row?.provider, row?.state], ['cashier', 'captured'])
})
