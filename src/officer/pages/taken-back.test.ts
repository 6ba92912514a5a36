import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { officeOver } from '../../../test/cast/office-ground.ts'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { paymentMarkOfCase } from '../../filing/index.ts'
import { accounts, cards } from '../../platform/pay/cashier-bench.ts'

let ground: SubmitGround
let office: Awaited<ReturnType<typeof officeOver>>
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
  office = await officeOver(ground)
  await office.enrol('officer')
})
after(() => ground.end())

async function later(time: Temporal.DurationLike) {
  ground.clock.advance(time)
  await ground.reconcile()
  await ground.drain()
}

async function filedWith(pay: (url: string) => Promise<unknown>) {
  const filing = await ground.payable()
  await pay(filing.url)
  await later({ seconds: 5 })
  await later({ seconds: 5 })
  const submission = await ground.submissionOf(filing.draft)
  return { ...filing, receiptNumber: submission?.receipt_number ?? '', caseId: submission?.case ?? '' }
}

test('the office sees what banks took back, newest first, and on the case what is the matter with its fee', async () => {
  const empty = await office.signedIn('officer')
  await empty.open('/payments-taken-back')
  assert.match(empty.seen.html, /No bank has taken a payment back/)
  const lost = await filedWith((url) => ground.payAt(url, cards.disputedLost))
  const paid = await filedWith((url) => ground.payAt(url, cards.approved))
  await later({ minutes: 61 })
  await later({ hours: 7 })
  const late = await filedWith((url) => ground.debitAt(url, accounts.returnedLate))
  await later({ minutes: 61 })
  await later({ minutes: 61 })
  const officer = await office.signedIn('officer')
  await officer.open('/queues')
  assert.match(officer.seen.html, /href="\/payments-taken-back"/)
  await officer.open('/payments-taken-back')
  assert.match(officer.seen.text, /Bank debit returned late.*\$415\.00.*Dispute lost.*\$415\.00/)
  const hrefs = [...officer.seen.html.matchAll(/href="\/cases\/(IOE\d{10})"/g)].map(([, number]) => number)
  assert.deepEqual(hrefs, [late.receiptNumber, lost.receiptNumber])
  assert.ok(!hrefs.includes(paid.receiptNumber))
  await officer.open(`/cases/${lost.receiptNumber}`)
  await officer.press('Open file', { reason: 'work-on-case', note: 'Unpaid' })
  assert.match(officer.seen.text, /The fee of this case is not paid/)
})

test('a person learns of the mark of their own case, and nobody else does', async () => {
  const { actor, caseId, submission } = await filedWith((url) => ground.debitAt(url, accounts.sure))
  assert.deepEqual(await ground.as(actor).read(paymentMarkOfCase, { caseId }), { mark: 'on-its-way', submission })
  assert.equal(await ground.as(await ground.person()).read(paymentMarkOfCase, { caseId }), null)
  await later({ minutes: 61 })
  assert.equal(await ground.as(actor).read(paymentMarkOfCase, { caseId }), null)
})
