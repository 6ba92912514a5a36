import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { paidScenario } from '../../../test/cast/submit-ground.ts'
import { type WaiverGround, waiverGround } from '../../../test/cast/waiver-ground.ts'

let ground: WaiverGround
before(async () => {
  ground = await waiverGround()
})
after(() => ground.end())

test('sending a request and settling a payment of its form at the same moment never wait for each other', async () => {
  for (let round = 0; round < 4; round += 1) {
    const actor = await ground.person()
    const draft = await ground.filledDraft(actor)
    const request = await ground.begin(actor, draft)
    await ground.sign(actor, draft)
    await ground.browser(actor).press(`/drafts/${draft}/pay`)
    await ground.drain()
    await ground.payAndHear(draft)
    const [receipt] = await Promise.all([ground.send(actor, request), ground.drain()])
    assert.match(receipt, /^IOE/)
    assert.ok((await ground.submissionOf(draft))?.receipt_number)
  }
})

test('who pays meanwhile has filed, and nothing is decided any more', async () => {
  const { actor, draft, receiptNumber } = await ground.asked()
  await ground.sign(actor, draft)
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  await ground.payAndHear(draft)
  await ground.drain()
  assert.ok((await ground.submissionOf(draft))?.receipt_number)
  const browser = await ground.officerAt(receiptNumber)
  const page = await browser.open(`/cases/${receiptNumber}/fee-waiver`)
  assert.match(page.text, /paid for and filed before a decision/)
  assert.doesNotMatch(page.html, /Record the decision/)
})

test('waived while it is being paid: it is filed, nothing is charged and the money is let go', async () => {
  const { actor, draft, receiptNumber } = await ground.asked()
  await ground.sign(actor, draft, paidScenario)
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  const [payment] = await ground.paymentsOf(draft)
  await ground.decide(receiptNumber)
  const before = await ground.movements()
  await ground.payAndHear(draft)
  await ground.drain()
  assert.ok((await ground.submissionOf(draft))?.receipt_number)
  const [settled] = await ground.paymentsOf(draft)
  assert.deepEqual([settled?.state, settled?.reason, settled?.captured_cents], ['released', 'fee-waived', 0])
  assert.deepEqual(await ground.movements(), before)
  for (const { balance_cents } of await ground.ledger()) assert.equal(balance_cents, 0)
  const page = await ground.browser(actor).get(`/submissions/${payment?.submission}`)
  assert.match(page.html, /We received your form/)
})

test('a decision and a payment at the same moment: either is it waived and nothing charged, or paid and never decided', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { actor, draft, receiptNumber } = await ground.asked()
    await ground.sign(actor, draft)
    await ground.browser(actor).press(`/drafts/${draft}/pay`)
    await ground.drain()
    const officer = await ground.officerAt(receiptNumber)
    await officer.open(`/cases/${receiptNumber}/fee-waiver`)
    await ground.payAndHear(draft)
    const decide = () => officer.press('Record the decision', { decision: 'grant', note: 'shown' })
    const decided = () => ground.rows('select 1 from filing.fee_waiver_decision d join filing.fee_waiver w on w.id = d.waiver where w.draft = $1', [draft])
    // One after the other first, then at once, each begun first in turn.
    const both = round % 2 === 0 ? [decide, () => ground.drain()] : [() => ground.drain(), decide]
    if (round === 0) await decide()
    else if (round === 1) await ground.drain()
    else await Promise.all(both.map((work) => work()))
    if (round === 1) await decide()
    await ground.drain()
    const [settled] = await ground.paymentsOf(draft)
    const isWaived = (await decided()).length === 1
    if (round < 2) assert.equal(isWaived, round === 0, 'who comes first alone')
    assert.ok((await ground.submissionOf(draft))?.receipt_number)
    assert.equal(settled?.captured_cents, isWaived ? 0 : 41_500)
  }
})
