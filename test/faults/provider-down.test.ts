import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { connectCashier } from '../../src/platform/pay/index.ts'
import { type SubmitGround, submitGround } from '../cast/submit-ground.ts'
import { type Breakage, breakages, wayTo } from './broken-provider.ts'

let ground: SubmitGround
let way: Awaited<ReturnType<typeof wayTo>>
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
  way = await wayTo(ground.cashier.url)
  const { pageOrigin } = ground.services.pay
  Object.assign(ground.services.pay, connectCashier({ url: way.url, pageOrigin, ...ground.secrets, timeoutMs: 300 }))
})
afterEach(async () => {
  for (const { balance_cents } of await ground.ledger()) assert.equal(balance_cents, 0, 'captured = fees of paid filings + refunds')
})
after(async () => {
  await way.close()
  await ground.end()
})

const approved = '4242 4242 4242 4242'

/** The provider's news is asked for, and what is queued is worked. */
async function hear() {
  ground.clock.advance({ minutes: 3 })
  await ground.reconcile()
  await ground.drain()
}

type Begun = { actor: Parameters<SubmitGround['browser']>[0]; draft: string; submission: string; url: string }

async function pressed(): Promise<Begun> {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const answer = await ground.browser(actor).press(`/drafts/${draft}/pay`)
  assert.equal(answer.status, 303, 'a press never waits for the provider')
  return { actor, draft, submission: answer.location.split('/')[2] ?? '', url: '' }
}

async function opened(): Promise<Begun> {
  const { actor, draft, submission, url } = await ground.payable()
  return { actor, draft, submission, url }
}

async function paid(): Promise<Begun> {
  const begun = await opened()
  await ground.payAt(begun.url, approved)
  return begun
}

async function changed(): Promise<Begun> {
  const begun = await paid()
  await ground.addFile(begun.actor as never, begun.draft, 'lost-card-copy')
  return begun
}

type State = {
  /** Where the payment is while the provider is away, and what stands before it. */
  readonly stands: string
  readonly begin: () => Promise<Begun>
  /** Ways on while the provider is still there. */
  readonly first?: () => Promise<void>
  readonly says: RegExp
  readonly ends: readonly string[]
}

const states: readonly State[] = [
  { stands: 'preparing', begin: pressed, says: /We are preparing your payment[\s\S]*The payment provider does not answer/, ends: ['open'] },
  { stands: 'open', begin: paid, says: /Your payment is waiting/, ends: ['captured'] },
  { stands: 'authorised', begin: paid, first: settleOnly, says: /We received your form/, ends: ['captured'] },
  { stands: 'releasing', begin: changed, first: settleOnly, says: /Your form was not submitted/, ends: ['released'] },
]

/** What the provider says is heard, and the job that follows from it does not come to its turn. */
async function settleOnly() {
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
}

async function awayWhile({ stands, begin, first, says, ends }: State, how: Breakage) {
  const begun = await begin()
  await first?.()
  way.break(how)
  await ground.drain()
  await hear()
  await hear()
  const { state } = (await ground.paymentsOf(begun.draft))[0] ?? {}
  assert.equal(state, stands)
  const page = await ground.browser(begun.actor).get(`/submissions/${begun.submission}`)
  assert.equal(page.status, 200)
  assert.match(page.html, says)
  way.mend()
  await hear()
  await ground.retryNow()
  await hear()
  await hear()
  const after = await ground.paymentsOf(begun.draft)
  assert.deepEqual(after.map((payment) => payment.state), ends, 'it goes on by itself once the provider is back')
  if (ends[0] === 'captured') {
    const charges = (await ground.movements()).filter(({ checkoutId }) => checkoutId === after[0]?.provider_id)
    assert.equal(charges.length, 1, 'charged once')
    assert.ok((await ground.submissionOf(begun.draft))?.receipt_number)
  }
}

for (const state of states)
  for (const how of breakages)
    test(`while a payment stands at “${state.stands}” the provider is away (${how}): the page says what is pending, and it ends well by itself`, () =>
      awayWhile(state, how))
