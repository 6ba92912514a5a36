import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import type { LogLine } from '../../platform/log.ts'
import { accounts, cards } from '../../platform/pay/cashier-bench.ts'
import { noProvider } from '../../platform/pay/index.ts'
import { lookForTakenBackChore } from './look-for-taken-back.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
})
afterEach(async () => {
  const open = (await ground.ledger()).filter(({ balance_cents, under_way }) => balance_cents !== 0 && under_way === 0)
  assert.deepEqual(open, [], 'captured = fees of paid filings + refunds + what banks took back')
})
after(() => ground.end())

const only = async (draft: string) => (await ground.paymentsOf(draft))[0]
const statusesOf = async (draft: string) => {
  const rows = await ground.rows<{ status: string }>(
    `select c.status from cases.status_change c join filing.submission s on s."case" = c."case" where s.draft = $1 order by c.ordinal`,
    [draft],
  )
  return rows.map(({ status }) => status)
}

/** Time passes, the poller asks, and what is queued is worked. */
async function later(time: Temporal.DurationLike) {
  ground.clock.advance(time)
  await ground.reconcile()
  await ground.drain()
}

/** A filing whose fee is on its way from a bank account. */
async function onItsWay(account: string) {
  const filing = await ground.payable()
  assert.equal((await ground.debitAt(filing.url, account)).status, 303)
  await later({ seconds: 5 })
  assert.deepEqual([(await only(filing.draft))?.state, (await only(filing.draft))?.method], ['processing', 'bank-debit'])
  return filing
}

const newsMails = () => ground.rows("select 1 from mail.queued where kind = 'cases.news'")

const papersOf = async (draft: string) =>
  (await ground.rows<{ kind: string }>(
    `select d.kind from cases.document d join filing.submission s on s."case" = d."case" where s.draft = $1 order by 1`,
    [draft],
  )).map(({ kind }) => kind)

test('a bank debit on its way receives the filing, marks its case, and takes no money yet', async () => {
  const { actor, draft } = await onItsWay(accounts.sure)
  const submission = await ground.submissionOf(draft)
  assert.match(submission?.receipt_number ?? '', /^IOE\d{10}$/)
  assert.deepEqual(await statusesOf(draft), ['received-payment-pending'])
  assert.equal((await only(draft))?.captured_cents, 0)
  assert.deepEqual(await papersOf(draft), ['copy-of-record'])
  const { html } = await ground.browser(actor).get(`/submissions/${submission?.id}`)
  for (const words of [/We received your form/, /Your payment is on its way/, /Your form counts as received meanwhile/]) assert.match(html, words)
})

test('a debit that is sure takes the mark away and makes the fee receipt, once, however often it is heard of', async () => {
  const { draft } = await onItsWay(accounts.sure)
  await later({ minutes: 2 })
  await later({ minutes: 2 })
  assert.deepEqual([(await only(draft))?.state, (await only(draft))?.captured_cents], ['captured', 41_500])
  assert.deepEqual(await statusesOf(draft), ['received-payment-pending', 'received'])
  assert.deepEqual(await papersOf(draft), ['copy-of-record', 'fee-receipt'])
})

test('a case that the office moved on meanwhile keeps its status when the debit is sure', async () => {
  const { draft } = await onItsWay(accounts.sure)
  await ground.rows(`update cases."case" set status = 'withdrawn' where id = (select "case" from filing.submission where draft = $1)`, [draft])
  await later({ minutes: 2 })
  assert.equal((await only(draft))?.state, 'captured')
  assert.deepEqual(await statusesOf(draft), ['received-payment-pending'])
})

test('a debit that the bank sends back rejects the filing and tells its people; nothing was taken', async () => {
  const { draft } = await onItsWay(accounts.returned)
  const told = (await newsMails()).length
  await later({ minutes: 2 })
  assert.deepEqual([(await only(draft))?.state, (await only(draft))?.captured_cents], ['returned', 0])
  assert.deepEqual(await statusesOf(draft), ['received-payment-pending', 'rejected-payment-failed'])
  assert.equal((await newsMails()).length, told + 1)
  assert.deepEqual(await papersOf(draft), ['copy-of-record'])
})

test('a debit sent back after it was sure rejects the filing too, and the ledger still balances', async () => {
  const { draft } = await onItsWay(accounts.returnedLate)
  await later({ minutes: 2 })
  assert.equal((await only(draft))?.state, 'captured')
  await later({ minutes: 70 })
  const payment = await only(draft)
  assert.deepEqual([payment?.state, payment?.captured_cents, payment?.taken_back_cents], ['returned', 41_500, 41_500])
  assert.deepEqual(await statusesOf(draft), ['received-payment-pending', 'received', 'rejected-payment-failed'])
})

test('a debit sent back late does not undo what the office decided meanwhile', async () => {
  const { draft } = await onItsWay(accounts.returnedLate)
  await later({ minutes: 2 })
  await ground.rows(`update cases."case" set status = 'approved' where id = (select "case" from filing.submission where draft = $1)`, [draft])
  await later({ minutes: 70 })
  assert.equal((await only(draft))?.state, 'returned')
  assert.deepEqual(await statusesOf(draft), ['received-payment-pending', 'received'])
})

test('a debit that was sent back before we heard of it receives nothing, and another way to pay is open', async () => {
  const { draft, url, submission, actor } = await ground.payable()
  await ground.debitAt(url, accounts.returned)
  ground.clock.advance({ minutes: 2 })
  await later({ seconds: 5 })
  assert.deepEqual([(await only(draft))?.state, (await only(draft))?.reason], ['declined', 'returned'])
  assert.equal((await ground.submissionOf(draft))?.receipt_number, null)
  const { html } = await ground.browser(actor).get(`/submissions/${submission}`)
  for (const words of [/Your bank sent the payment back\. Nothing was charged/, /Pay again/]) assert.match(html, words)
})

test('a debit of a draft that changed after it was signed is given back once it is sure, and not before', async () => {
  const { draft, url, actor } = await ground.payable()
  await ground.debitAt(url, accounts.sure)
  await ground.addFile(actor, draft, 'lost-card-copy')
  await later({ seconds: 5 })
  assert.equal((await only(draft))?.state, 'releasing')
  await later({ minutes: 3 })
  await later({ minutes: 3 })
  const given = await only(draft)
  assert.deepEqual([given?.state, given?.captured_cents, given?.refunded_cents], ['released', 41_500, 41_500])
})

test('a disputed charge is marked, changes no status, and counts as paid again when it is won', async () => {
  for (const [card, end, takenBack] of [
    [cards.disputedWon, 'won', 0],
    [cards.disputedLost, 'lost', 41_500],
  ] as const) {
    const { draft, url } = await ground.payable()
    await ground.payAt(url, card)
    await later({ seconds: 5 })
    assert.equal((await only(draft))?.state, 'captured')
    // The event is lost: the hourly look finds the dispute, and the poller what became of it.
    await later({ seconds: 70 })
    assert.deepEqual([(await only(draft))?.dispute, (await only(draft))?.taken_back_cents], ['open', 41_500])
    await later({ hours: 7 })
    assert.deepEqual([(await only(draft))?.dispute, (await only(draft))?.taken_back_cents], [end, takenBack])
    assert.deepEqual(await statusesOf(draft), ['received'])
  }
})

test('where no provider is set up, nobody is asked what was taken back: the hourly look is no fault of the log', async () => {
  const lines: LogLine[] = []
  const { services, ...rest } = ground.asSystem()
  const log = { line: () => undefined, fault: (line: LogLine) => void lines.push(line) }
  await lookForTakenBackChore.run({ ...rest, log, services: { ...services, pay: noProvider('https://portal.test') } })
  assert.deepEqual(lines, [])
})
