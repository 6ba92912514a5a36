import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type RefundGround, refundGround } from '../../../test/cast/refund-ground.ts'
import { reportMoney } from '../../filing/index.ts'
import type { PayPort } from '../../platform/pay/index.ts'

let ground: RefundGround
before(async () => {
  ground = await refundGround()
})
after(() => ground.end())

const today = () => ground.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate()
const report = (pay: PayPort = ground.services.pay) => reportMoney(ground.asSystem(), pay, today())

async function staff(role: 'supervisor' | 'officer', number = 1) {
  ground.clock.advance({ seconds: 60 })
  return ground.office.signedIn(role, number)
}

test('the office sees each day, what differs of it with its case and what to do, and has it as a file', async () => {
  const supervisor = await staff('supervisor')
  assert.match((await supervisor.open('/money')).text, /No report yet/)
  assert.doesNotMatch((await supervisor.open('/queues')).text, /does not balance/)
  const { receiptNumber, payment } = await ground.paid()
  await report()
  const listed = await supervisor.open('/money')
  assert.match(listed.text, /cashier \$415\.00 \$0\.00 \$0\.00 Balances/)
  const address = `/money/${today()}/cashier`
  assert.match((await supervisor.open(address)).text, /This day balances to the cent\..*Nothing differs.*Taken \$415\.00 \(1\) \$415\.00 \(1\) \$0\.00/)

  const short: PayPort = {
    ...ground.services.pay,
    listMovements: async (from, until) => {
      const moved = await ground.services.pay.listMovements(from, until)
      return moved.map((one) => ({ ...one, amountCents: one.amountCents - 1 }))
    },
  }
  await report(short)
  const seen = await supervisor.open(address)
  assert.match(seen.text, /This day does not balance\. Our books hold \$0\.01 more than the provider\./)
  assert.match(seen.text, /Not the same amount Taken \$415\.00 \$414\.99 Look at the payment at the provider/)
  assert.ok(seen.html.includes(`href="/cases/${receiptNumber}"`) && seen.html.includes(payment))
  const file = await supervisor.open(`${address}/report.csv`)
  assert.match(file.text, new RegExp(`amount-differs captured,,415\\.00,,414\\.99,0\\.01,${payment},co_`))
  assert.match((await supervisor.open('/queues')).text, /The money of one day does not balance\. See what differs/)
})

test('an officer gets no word of it, and a day or provider without a report is a page that does not exist', async () => {
  const officer = await staff('officer', 2)
  assert.doesNotMatch((await officer.open('/queues')).text, /does not balance|Daily money/)
  const supervisor = await staff('supervisor', 2)
  for (const address of ['/money/2020-01-01/cashier', `/money/${today()}/stripe`, '/money/not-a-day/cashier', '/money/2026-02-30/cashier', '/money/2020-01-01/cashier/report.csv'])
    assert.equal((await supervisor.open(address)).status, 404, address)
})

test('money that two people gave back is in the day’s sums on both sides, and the day balances', async () => {
  ground.clock.advance({ hours: 24 })
  const { receiptNumber } = await ground.paid()
  await ground.agreed(receiptNumber, '15')
  await ground.drain()
  const { money, balances } = await report()
  assert.deepEqual([money.refunded, balances], [{ ours: { count: 1, cents: 1_500 }, theirs: { count: 1, cents: 1_500 } }, true])
})
