import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { type RefundGround, refundGround } from '../../../test/cast/refund-ground.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { performerFor } from '../../platform/operation.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { centsIn } from './money-page.tsx'
import { agreeRefund, askRefund } from './refund-acts.ts'

let ground: RefundGround
before(async () => {
  ground = await refundGround()
})
afterEach(async () => {
  assert.deepEqual(
    (await ground.ledger()).filter(({ balance_cents, under_way }) => balance_cents !== 0 && under_way === 0),
    [],
    'captured = fees of paid filings + refunds',
  )
})
after(() => ground.end())

const statesOf = async (caseId: string) => (await ground.refundsOf(caseId)).map(({ state }) => state)
const payment = async (draft: string) => (await ground.paymentsOf(draft))[0]
const newsMails = async () => (await ground.rows("select 1 from mail.queued where kind = 'cases.news'")).length

describe('a refund', () => {
  it('is asked for by one, agreed to by another, given back once, told of once, and has a receipt', async () => {
    const { actor, draft, receiptNumber, caseId } = await ground.paid()
    const told = await newsMails()
    const asked = await ground.ask(receiptNumber, '415.00')
    assert.match(asked.text, /You asked for the refund\. A supervisor is to agree before any money moves/)
    assert.match(asked.text, /Nothing is left to give back/)
    await ground.drain()
    assert.equal((await payment(draft))?.refunded_cents, 0, 'nothing moves before a second person agrees')
    const supervisor = await ground.at(receiptNumber, 'supervisor')
    assert.match(supervisor.seen.text, /\$415\.00, asked for by .* Waits for a supervisor .*We made a mistake\..*The officer asked for the wrong form\./)
    await supervisor.open('/refunds')
    assert.match(supervisor.seen.text, /\$415\.00 We made a mistake\./)
    await supervisor.open(`/cases/${receiptNumber}/refund`)
    assert.match((await supervisor.press('Agree: give back $415.00', { answer: 'Agreed.' })).text, /You agreed/)
    assert.match((await ground.browser(actor).get(`/cases/${receiptNumber}`)).html, /We are giving back \$415\.00/)
    await ground.drain({ twice: true })
    assert.deepEqual(await statesOf(caseId), ['done'])
    assert.deepEqual([(await payment(draft))?.state, (await payment(draft))?.refunded_cents], ['captured', 41_500])
    assert.equal((await ground.movements()).filter(({ kind, amountCents }) => kind === 'refund' && amountCents === 41_500).length, 1)
    assert.equal((await newsMails()) - told, 1)
    const { html } = await ground.browser(actor).get(`/cases/${receiptNumber}`)
    assert.match(html, /We gave back \$415\.00[\s\S]*We made a mistake\.[\s\S]*Receipt for money given back/)
    assert.doesNotMatch(html, /wrong form|Agreed\./)
    await supervisor.open('/refunds')
    assert.match(supervisor.seen.text, /No refund waits/)
  })

  it('is of a part, and then of the rest, and never of more than is left', async () => {
    const { draft, receiptNumber, caseId } = await ground.paid()
    await ground.agreed(receiptNumber, '15')
    await ground.drain()
    assert.match((await ground.ask(receiptNumber, '400.01')).text, /That is more than what is left of this payment/)
    await ground.agreed(receiptNumber, '400')
    await ground.drain()
    assert.deepEqual(await statesOf(caseId), ['done', 'done'])
    assert.equal((await payment(draft))?.refunded_cents, 41_500)
  })

  it('is asked for once however often one page is sent, and by two pages at once for no more than there is', async () => {
    const { draft, receiptNumber, caseId } = await ground.paid()
    const staff = await officer(receiptNumber)
    const asking = { receiptNumber, payment: (await payment(draft))?.id ?? '', reason: 'not-due', note: 'Why' }
    const key = newId()
    const same = await Promise.all([1, 2, 3].map(() => staff.perform(askRefund, { ...asking, key, amountCents: 10_000 })))
    assert.ok(same.every(({ ok }) => ok))
    assert.equal((await statesOf(caseId)).length, 1)
    const others = await Promise.all([1, 2, 3, 4].map(() => staff.perform(askRefund, { ...asking, key: newId(), amountCents: 20_000 })))
    assert.equal(others.filter(({ ok }) => ok).length, 1)
    assert.ok(others.every((each) => each.ok || each.refusal === 'too-much'))
  })

  it('is never agreed to by who asked, whatever they may: the page says so, the operation refuses, the database too', async () => {
    const { draft, receiptNumber, caseId } = await ground.paid()
    const one = await ground.at(receiptNumber, 'supervisor')
    await one.press('Ask for the refund', { payment: (await payment(draft))?.id ?? '', amount: '5', reason: 'not-due', note: 'Why' })
    assert.match(one.seen.text, /You asked for it: somebody else has to agree/)
    assert.doesNotMatch(one.seen.text, /Agree: give back/)
    const [refund] = await ground.refundsOf(caseId)
    const { hidden } = one.formOf('Take my request back')
    const own = await one.ask('POST', `/cases/${receiptNumber}/refund/${refund?.id}/agree`, { ...hidden, answer: '' })
    assert.match(own.location ?? '', /said=asked-by-you/)
    await assert.rejects(
      ground.rows("update filing.refund set state = 'agreed', decided_by = asked_by, decided_at = now(), next_check_at = now() where id = $1", [refund?.id]),
      /check constraint/,
    )
    assert.deepEqual(await statesOf(caseId), ['asked'])
  })

  it('is declined with an answer, or taken back by who asked, and nothing moves', async () => {
    const { draft, receiptNumber, caseId } = await ground.paid()
    await ground.ask(receiptNumber, '5')
    const supervisor = await ground.at(receiptNumber, 'supervisor')
    assert.match((await supervisor.press('Decline', { answer: ' ' })).text, /Say why you decline.*Waits for a supervisor/)
    const declined = await supervisor.press('Decline', { answer: 'The fee was due.' })
    assert.match(declined.text, /You declined the refund.*Declined.*The fee was due\./)
    await ground.ask(receiptNumber, '6')
    const officer = await ground.at(receiptNumber, 'officer')
    assert.match((await officer.press('Take my request back')).text, /You took your request back/)
    await ground.drain()
    assert.deepEqual([await statesOf(caseId), (await payment(draft))?.refunded_cents], [['declined', 'taken-back'], 0])
  })

  it('is decided once, by whoever of two comes first', async () => {
    const { receiptNumber, caseId } = await ground.paid()
    await ground.ask(receiptNumber, '5')
    const [one, other] = [await ground.at(receiptNumber, 'supervisor'), await ground.at(receiptNumber, 'supervisor', 2)]
    const [first, second] = await Promise.all([one.press('Agree: give back $5.00', { answer: '' }), other.press('Decline', { answer: 'The fee was due.' })])
    assert.equal([first, second].filter(({ url }) => /said=decided-already/.test(url)).length, 1)
    await ground.drain()
    assert.equal((await ground.refundsOf(caseId)).filter(({ decided_by }) => decided_by).length, 1)
  })

  it('is not agreed to once a bank took the money back', async () => {
    const { draft, receiptNumber, caseId } = await ground.paid()
    await ground.ask(receiptNumber, '400')
    await ground.rows(
      `update filing.payment set taken_back_cents = 41500, dispute = 'open', dispute_cents = 41500, disputed_at = now() where id = $1`,
      [(await payment(draft))?.id],
    )
    const supervisor = await ground.at(receiptNumber, 'supervisor')
    assert.match((await supervisor.press('Agree: give back $400.00', { answer: '' })).text, /So much is not left any more/)
    assert.deepEqual(await statesOf(caseId), ['asked'])
  })

  it('needs the file opened with a reason, and a page that is another’s case tells nothing', async () => {
    const { receiptNumber, caseId } = await ground.paid()
    const other = await ground.paid()
    await ground.ask(receiptNumber, '5')
    const [refund] = await ground.refundsOf(caseId)
    ground.clock.advance({ seconds: 60 })
    const supervisor = await ground.office.signedIn('supervisor')
    await supervisor.open(`/cases/${receiptNumber}/refund`)
    assert.equal(supervisor.seen.url, `/cases/${receiptNumber}`)
    assert.doesNotMatch(supervisor.seen.text, /\$5\.00/)
    const elsewhere = await ground.at(other.receiptNumber, 'supervisor')
    const { hidden } = elsewhere.formOf('Ask for the refund')
    const pressed = await elsewhere.ask('POST', `/cases/${other.receiptNumber}/refund/${refund?.id}/agree`, { ...hidden, answer: '' })
    assert.equal(pressed.status, 404)
    assert.deepEqual(await statesOf(caseId), ['asked'])
  })
})

/** An officer in a session that opened this case. */
async function officer(receiptNumber: string) {
  await ground.at(receiptNumber, 'officer')
  const [session] = await ground.rows<{ id: string; staff: string }>(
    `select s.id, s.staff from officer.staff_session s join officer.file_opening o on o.session = s.id order by o.at desc limit 1`,
  )
  return performerFor(
    ground.office.parts,
    { kind: 'staff', id: session?.staff ?? '', roles: ['officer'], sessionId: session?.id ?? null } as never,
    testRequest,
  )
}

it('an amount is read as people write it, and nothing else is one', () => {
  for (const [typed, cents] of [['415', 41_500], ['415.00', 41_500], ['$1,240.50', 124_050], ['0.01', 1]] as const)
    assert.deepEqual(centsIn(typed), { value: cents })
  for (const typed of ['0', '-5', '415.5', '1e3', '12,34', '99999999', '4.155', 'all', '.50'])
    assert.deepEqual(centsIn(typed), { error: 'refund.ask.amount-wrong' }, typed)
})

describe('the walls of the database', () => {
  const staff = newId()
  const asOffice = <T>(work: Parameters<typeof asActor<T>>[3]) =>
    asActor(ground.database.pools.office, { kind: 'staff', id: staff, roles: ['supervisor'], sessionId: newId() } as never, {}, work)

  it('the portal reads what is agreed of its own, never a note, and writes nothing', async () => {
    const { actor, receiptNumber, caseId } = await ground.paid()
    await ground.ask(receiptNumber, '5')
    const asPerson = <T>(work: Parameters<typeof asActor<T>>[3]) => asActor(ground.database.pools.portal, actor, {}, work)
    const own = () => asPerson((tx) => tx.selectFrom('filing.refund').select(['id', 'state']).execute())
    assert.deepEqual(await own(), [])
    await assert.rejects(asPerson((tx) => tx.selectFrom('filing.refund').select('note_sealed').execute()), /permission denied/)
    await assert.rejects(asPerson((tx) => tx.updateTable('filing.refund').set({ state: 'done' }).execute()), /permission denied/)
    await assert.rejects(asPerson((tx) => tx.selectFrom('filing.refund').select('asked_by').execute()), /permission denied/)
    await ground.agreed(receiptNumber, '6')
    assert.equal((await own()).length, 1)
    assert.ok((await ground.refundsOf(caseId)).length > 1)
  })

  it('the office asks and decides in its own name alone, for no more than is there, and does not say what became of it', async () => {
    const { draft, receiptNumber, caseId, actor } = await ground.paid()
    const paidBy = (await payment(draft))?.id ?? ''
    const row = { id: newId(), payment: paidBy, account: actor.id ?? '', case: caseId, amount_cents: 100, reason: 'not-due', note_sealed: Buffer.from('x'),
      state: 'asked', asked_by: staff, asked_at: Temporal.Now.instant(), receipt_key: newId() }
    const insert = (change: object) => asOffice((tx) => tx.insertInto('filing.refund').values({ ...row, id: newId(), receipt_key: newId(), ...change }).execute())
    await assert.rejects(insert({ asked_by: newId() }), /row-level security/)
    await assert.rejects(insert({ amount_cents: 41_501 }), /No more is given back than was taken/)
    await assert.rejects(insert({ account: newId() }), /of a payment of its own case/)
    await ground.ask(receiptNumber, '5')
    const [refund] = await ground.refundsOf(caseId)
    const set = (change: object) => asOffice((tx) => tx.updateTable('filing.refund').set(change).where('id', '=', refund?.id ?? '').execute())
    await assert.rejects(set({ state: 'done' }), /row-level security|check constraint/)
    await assert.rejects(set({ amount_cents: 1 }), /permission denied/)
    await assert.rejects(set({ state: 'agreed', decided_by: newId(), decided_at: row.asked_at, next_check_at: row.asked_at }), /row-level security/)
    await assert.rejects(set({ state: 'taken-back', closed_at: row.asked_at }), /row-level security/)
  })
})

it('agreeing needs the role: an officer is refused', async () => {
  const { receiptNumber, caseId } = await ground.paid()
  await ground.ask(receiptNumber, '5')
  const [refund] = await ground.refundsOf(caseId)
  const pressed = await (await officer(receiptNumber)).perform(agreeRefund, { receiptNumber, refund: refund?.id ?? '', answer: '' })
  assert.deepEqual([pressed.ok, !pressed.ok && pressed.refusal], [false, 'not-allowed'])
})
