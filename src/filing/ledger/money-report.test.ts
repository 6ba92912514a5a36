import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import type { LogLine } from '../../platform/log.ts'
import { accounts, cards } from '../../platform/pay/cashier-bench.ts'
import { PayFailure, type PayMovement, type PayPort } from '../../platform/pay/index.ts'
import { reportMoney } from './make-report.ts'
import { isFault, moneyGroups, type MoneyReport } from './money-report.ts'
import { reportMoneyChore } from './report-chore.ts'
import { reportCsv } from './report-csv.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
})
after(() => ground.end())

const today = () => ground.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate()

async function later(time: Temporal.DurationLike) {
  ground.clock.advance(time)
  await ground.reconcile()
  await ground.drain()
}

/** Noon of the next day: what a test does then is alone on its day. */
async function nextDay() {
  const noon = today().add({ days: 1 }).toZonedDateTime({ timeZone: ground.services.agency.timeZone, plainTime: '12:00' })
  await later({ seconds: noon.toInstant().since(ground.clock.now()).total('seconds') })
}

async function paid(number: string = cards.approved) {
  const filing = await ground.payable()
  await ground.payAt(filing.url, number)
  await later({ seconds: 5 })
  return filing
}

const report = (day = today(), pay: PayPort = ground.services.pay) => reportMoney(ground.asSystem(), pay, day)
const faultsOf = ({ differences }: MoneyReport) => differences.filter(isFault).map(({ sort, payment, cents }) => [sort, payment, cents])

/** A provider that says something else of what moved. */
const saying = (change: (moved: PayMovement[]) => PayMovement[]): PayPort => ({
  ...ground.services.pay,
  listMovements: async (from, until) => change(await ground.services.pay.listMovements(from, until)),
})

test('a day of cards, debits, late returns, disputes and money let go balances to the cent on both sides', async () => {
  await nextDay()
  await paid()
  const debit = await ground.payable()
  await ground.debitAt(debit.url, accounts.returnedLate)
  await later({ seconds: 5 })
  const changed = await ground.payable()
  await ground.payAt(changed.url, cards.approved)
  await ground.addFile(changed.actor, changed.draft, 'lost-card-copy')
  await later({ seconds: 5 })
  await paid(cards.disputedWon)
  for (let hour = 0; hour < 9; hour++) await later({ minutes: 61 })
  const made = await report()
  assert.deepEqual(faultsOf(made), [])
  assert.equal(made.balances, true)
  for (const group of moneyGroups) assert.deepEqual(made.money[group].ours, made.money[group].theirs, group)
  const counted = Object.entries(made.activity).map(([what, { count }]) => [what, count])
  assert.deepEqual(counted, [['opened', 4], ['authorised', 4], ['let-go', 1], ['returned', 1], ['disputed', 1]])
  assert.deepEqual([made.money.captured.ours.cents, made.money['taken-back'].ours.cents, made.money['won-back'].ours.cents], [3 * 41_500, 2 * 41_500, 41_500])
})

test('each sum of a payment is the sum of its movements, and none changes without saying when', async () => {
  const wrong = await ground.rows(
    `select p.id from filing.payment p left join filing.money_movement m on m.payment = p.id group by p.id
     having p.captured_cents <> coalesce(sum(m.amount_cents) filter (where m.kind = 'captured'), 0)
       or p.refunded_cents <> coalesce(sum(case m.kind when 'refunded' then m.amount_cents when 'refund-failed' then -m.amount_cents end), 0)
       or p.taken_back_cents <> coalesce(sum(case when m.kind in ('returned', 'disputed') then m.amount_cents when m.kind = 'won-back' then -m.amount_cents end), 0)`,
  )
  assert.deepEqual(wrong, [])
  const [one] = await ground.rows<{ id: string }>("select id from filing.payment where state = 'captured' limit 1")
  await assert.rejects(
    ground.rows('update filing.payment set refunded_cents = 5, moved_at = null where id = $1', [one?.id]),
    /Money that moves says when/,
  )
})

test('money at the provider that is of no payment of ours is named with where to look for it there', async () => {
  await nextDay()
  const lines = [{ label: 'Of somebody else', amountCents: 700 }]
  const address = ground.services.publicUrl
  const checkout = { amountCents: 700, currency: 'USD', reference: 'of-nobody', lines, returnUrl: address, cancelUrl: address, webhookUrl: address }
  const { providerId, url } = await ground.services.pay.open(checkout, randomUUID())
  await ground.payAt(url, cards.approved)
  await ground.services.pay.capture(providerId, randomUUID())
  const made = await report()
  assert.deepEqual(faultsOf(made), [['unknown-money', null, -700]])
  assert.equal(made.differences[0]?.providerId, providerId)
  assert.deepEqual([made.balances, made.offByCents], [false, -700])
})

test('what we took for captured and the provider does not know, or knows a cent less of, is named with its payment', async () => {
  await nextDay()
  const [lost, less] = [await paid(), await paid()]
  const made = await report(
    today(),
    saying((moved) =>
      moved.flatMap((one) => {
        if (one.reference === lost.payment) return []
        return one.reference === less.payment ? [{ ...one, amountCents: one.amountCents - 1 }] : [one]
      }),
    ),
  )
  assert.deepEqual(faultsOf(made).toSorted(), [['amount-differs', less.payment, 1], ['not-at-provider', lost.payment, 41_500]])
  assert.equal(made.offByCents, 41_501)
})

test('a refund at the provider that never reached our books is named', async () => {
  await nextDay()
  const { draft, payment } = await paid()
  const [row] = await ground.paymentsOf(draft)
  await ground.services.pay.refund(String(row?.provider_id), 1_500, randomUUID())
  const made = await report()
  assert.deepEqual(faultsOf(made), [['not-written-down', payment, -1_500]])
  assert.equal(made.offByCents, 1_500)
})

test('taken a moment before midnight and written down after it, money is late on two days and missing on none', async () => {
  await nextDay()
  const filing = await ground.payable()
  const day = today()
  await ground.payAt(filing.url, cards.approved)
  const midnight = day.add({ days: 1 }).toZonedDateTime(ground.services.agency.timeZone).toInstant()
  ground.clock.advance({ seconds: midnight.since(ground.clock.now()).total('seconds') - 1 })
  const [row] = await ground.paymentsOf(filing.draft)
  await ground.services.pay.capture(String(row?.provider_id), `${filing.payment}:capture`)
  await later({ seconds: 5 })
  const [before, on] = [await report(day), await report(day.add({ days: 1 }))]
  assert.deepEqual([before.balances, on.balances], [true, true])
  assert.deepEqual(before.differences.map(({ sort, cents }) => [sort, cents]), [['other-day', -41_500]])
  assert.deepEqual(on.differences.map(({ sort, cents }) => [sort, cents]), [['other-day', 41_500]])
})

test('a report is made by itself once the day is over, calls the alarm while it does not balance, and is made anew until it does', async () => {
  await nextDay()
  const day = today()
  const filing = await paid()
  const lines: LogLine[] = []
  const context = () => ({ ...ground.asSystem(), log: { line: () => undefined, fault: (line: LogLine) => void lines.push(line) } })
  const run = async (pay: PayPort) => {
    const { services, ...rest } = context()
    await reportMoneyChore.run({ ...rest, services: { ...services, pay } })
  }
  const alarms = () => lines.filter(({ event }) => event === 'money-does-not-balance').length
  const kept = async () => (await ground.rows<{ balances: boolean }>('select balances from filing.money_report where day = $1', [day.toString()]))[0]
  const right = ground.services.pay
  const wrong = saying((moved) => moved.filter(({ reference }) => reference !== filing.payment))

  await run(right)
  assert.equal(await kept(), undefined, 'the day is not over')
  ground.clock.advance({ hours: 13, minutes: 1 })
  await run({ ...right, listMovements: () => Promise.reject(new PayFailure('unreachable')) })
  assert.equal(await kept(), undefined, 'the provider does not answer')
  assert.ok(lines.some(({ event }) => event === 'money-not-reported'))
  lines.length = 0
  await run(wrong)
  const first = alarms()
  assert.deepEqual([(await kept())?.balances, first > 0], [false, true])
  await run(wrong)
  assert.equal(alarms(), first, 'not again within the hour')
  ground.clock.advance({ minutes: 60 })
  await run(right)
  assert.equal((await kept())?.balances, true)
})

test('the portal’s role sees and writes no report and no movement, and the office’s role writes none', async () => {
  const { portal, office } = ground.database.urls
  const { Client } = await import('pg')
  for (const [url, text] of [
    [portal, 'select from filing.money_report'],
    [portal, 'select from filing.money_movement'],
    [office, 'update filing.money_report set balances = true'],
    [office, 'select from filing.money_movement'],
  ] as const) {
    const client = new Client({ connectionString: url })
    await client.connect()
    await assert.rejects(client.query(text), /permission denied/, text)
    await client.end()
  }
})

test('the file has every sum and difference, whole amounts with two places, and nothing that a spreadsheet runs', async () => {
  const made = await report(today().subtract({ days: 1 }), saying((moved) => [
    ...moved,
    { kind: 'captured', amountCents: 5, at: ground.clock.now().subtract({ hours: 24 }), reference: '', providerId: '=HYPERLINK("x")' },
  ]))
  const rows = reportCsv(made).trimEnd().split('\r\n')
  assert.equal(rows.length, 1 + 5 + 5 + made.differences.length + made.unbalanced.length + 1)
  assert.ok(rows.some((row) => row.endsWith(`unknown-money captured,,0.00,,0.05,-0.05,,"'=HYPERLINK(""x"")"`)), rows.join('\n'))
  assert.match(rows.at(-1) ?? '', /^result,.*,does not balance,,,,,-?\d+\.\d\d,,$/)
})
