import assert from 'node:assert/strict'
import type { Ground } from './ground.ts'
import type { Person } from './person.ts'
import type { Checkout } from './provider.ts'

type PaymentRow = { id: string; state: string; reason: string | null; provider_id: string | null; amount_cents: number; captured_cents: number; refunded_cents: number; taken_back_cents: number }
type Facts = {
  submission: { id: string; received: boolean; receipt_number: string | null; fee_cents: number } | null
  submissions: number
  cases: number
  payments: PaymentRow[]
  balance: number
}

const live = ['preparing', 'open', 'pending', 'authorised', 'processing', 'captured']
const taken = ['authorised', 'processing', 'captured', 'returned', 'not-captured']
const paidStatuses = ['authorised', 'processing', 'captured', 'returned']
const last = ['captured', 'returned', 'released', 'declined', 'cancelled', 'expired', 'failed', 'not-captured']

/** What the database holds about a person's one filing, in one look. */
async function factsOf({ rows }: Ground, { draft, actor }: Person): Promise<Facts> {
  const [row] = await rows<Facts>(
    `select
      (select json_build_object('id', s.id, 'received', s.received_at is not null, 'receipt_number', s.receipt_number, 'fee_cents', s.fee_cents)
        from filing.submission s where s.draft = $1) as submission,
      (select count(*)::int from filing.submission where account = $2) as submissions,
      (select count(*)::int from cases."case" c join cases.party p on p."case" = c.id where p.account = $2 and c.channel = 'online') as cases,
      (select coalesce(json_agg(p order by p.attempt), '[]') from filing.payment p join filing.submission s on s.id = p.submission where s.draft = $1) as payments,
      (select coalesce(sum(l.balance_cents), 0)::int from filing.ledger l join filing.submission s on s.id = l.submission where s.draft = $1) as balance`,
    [draft, actor.id],
  )
  return row as Facts
}

const sum = (cents: readonly number[]) => cents.reduce((all, one) => all + one, 0)

/** Money that is with the agency now: taken, less what went back. */
const kept = ({ capturedCents, refundedCents, takenBackCents }: Checkout) => capturedCents - refundedCents - takenBackCents

/** The checkouts of this person's payments, whether they were written down or not. */
function checkoutsOf({ provider }: Ground, payments: readonly PaymentRow[]): readonly Checkout[] {
  const ids = new Set(payments.map(({ id }) => id))
  return [...provider.checkouts.values()].filter(({ reference }) => ids.has(reference))
}

/** What holds after every single step. */
export async function checkStep(ground: Ground, person: Person): Promise<Facts> {
  const facts = await factsOf(ground, person)
  const { submission, payments } = facts
  assert.ok(payments.filter(({ state }) => live.includes(state)).length <= 1, 'never two live payments')
  const received = payments.filter(({ state }) => taken.includes(state))
  assert.ok(received.length <= 1, 'never a form paid twice')
  if (submission?.received) assert.ok(submission.fee_cents === 0 || received.length === 1, 'never a receipt without money')
  else assert.equal(received.length, 0, 'never money kept without a receipt')
  assert.equal(facts.cases, submission?.received ? 1 : 0, 'one case for one receipt')
  for (const receipt of person.told.receipts) assert.equal(submission?.receipt_number, receipt, 'a receipt that was shown is the receipt')
  for (const payment of received) {
    const at = ground.provider.checkouts.get(payment.provider_id ?? '')
    const isHeld = paidStatuses.includes(at?.status ?? '') || ground.provider.lapsed.has(at?.providerId ?? '')
    assert.ok(isHeld, `money is there, not only heard of: ${payment.state} here, ${at?.status} at the provider`)
    assert.equal(at?.amountCents, submission?.fee_cents, 'held or taken is what the form costs')
    assert.ok(payment.captured_cents <= (at?.capturedCents ?? 0), 'nothing is called taken that was not')
  }
  return facts
}

/** What holds once everything that follows has happened: to the cent, on both sides. */
export async function checkQuiet(ground: Ground, person: Person): Promise<Facts> {
  const facts = await checkStep(ground, person)
  const { submission, payments } = facts
  assert.deepEqual(payments.filter(({ state }) => !last.includes(state)), [], 'every payment is final')
  assert.deepEqual(await ground.waiting(), [], 'no work is left')
  if (submission?.received) assert.ok(await person.isAsSigned(), 'what was received is what was signed')
  const checkouts = checkoutsOf(ground, payments)
  assert.equal(new Set(checkouts.map(({ reference }) => reference)).size, checkouts.length, 'one page at the provider for one payment')
  const owing = sum(payments.filter(({ state }) => state === 'not-captured').map(({ amount_cents }) => amount_cents))
  assert.equal(facts.balance, 0 - owing, 'captured = fees of paid filings + refunds + what banks took back')
  for (const checkout of checkouts) {
    assert.ok(!['authorised', 'pending', 'processing'].includes(checkout.status), `nothing is held for nothing: ${checkout.status}`)
    const payment = payments.find(({ provider_id: id }) => id === checkout.providerId)
    const known = payment && [payment.captured_cents, payment.refunded_cents, payment.taken_back_cents]
    const real = [checkout.capturedCents, checkout.refundedCents, checkout.takenBackCents]
    assert.deepEqual(known ?? [0, 0, 0], real, 'what is written down is what moved at the provider')
  }
  const stays = sum(checkouts.map(kept))
  const paidBy = payments.find(({ state }) => taken.includes(state))
  const paid = paidBy && paidBy.state !== 'returned' ? paidBy.amount_cents - owing - paidBy.taken_back_cents : 0
  assert.equal(stays, submission?.received && submission.fee_cents > 0 ? paid : 0, 'the provider keeps for us what the form costs, and nothing else')
  const charged = payments.filter(({ state }) => state === 'captured')
  const [receipts] = await ground.rows<{ made: number }>(
    `select count(*)::int as made from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'filing.make-fee-receipt' and j.payload->>'submission' = $1`,
    [submission?.id ?? ''],
  )
  if (charged.length > 0) assert.equal(receipts?.made, 1, 'money taken has one receipt for the fee')
  return facts
}
