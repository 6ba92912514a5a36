import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freeScenario } from '../../../test/cast/submit-ground.ts'
import { type WaiverGround, waiverGround } from '../../../test/cast/waiver-ground.ts'
import { draftsOf } from '../draft/drafts-of.ts'
import { restoreDraft } from '../draft/restore-draft.ts'
import { saveDraftPage } from '../draft/save-draft-page.ts'
import { startDraft } from '../draft/start-draft.ts'
import { newId } from '../../platform/ids.ts'
import { requestWaiver } from './request-waiver.ts'

let ground: WaiverGround
before(async () => {
  ground = await waiverGround()
})
after(() => ground.end())

const expiryOf = async (draft: string) => {
  const [row] = await ground.rows<{ expires_at: Date }>('select expires_at from filing.draft where id = $1', [draft])
  return Temporal.Instant.from(row?.expires_at.toISOString() ?? '')
}
const daysLeft = async (draft: string) =>
  Math.round(ground.clock.now().until(await expiryOf(draft)).total({ unit: 'hours' }) / 24)

test('who cannot pay asks from their form, is told what was decided, and submits without paying', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const browser = ground.browser(actor)
  assert.match((await browser.get(`/drafts/${draft}/review`)).html, new RegExp(`/drafts/${draft}/fee-waiver`))
  const pressed = await browser.press(`/drafts/${draft}/fee-waiver`)
  assert.equal(pressed.status, 303)
  const request = pressed.location?.split('/').at(-1) as string
  const begun = await browser.get(`/drafts/${request}`)
  assert.match(begun.html, /This request belongs to another form/)
  const receiptNumber = await ground.send(actor, request)
  assert.match((await browser.get(`/drafts/${draft}/fee-waiver`)).html, /We have your request/)
  assert.match((await ground.decide(receiptNumber)).text, /Your Request Not To Pay Was Granted/)
  const after = await browser.get(`/drafts/${draft}/fee-waiver`)
  assert.match(after.html, /You do not have to pay/)
  assert.match(after.html, /Waived: we agreed that you do not pay it. It would be \$415.00/)
  assert.match((await browser.get(`/drafts/${draft}/sign`)).html, />Submit</)
  const submitted = await ground.sign(actor, draft)
  const submission = await ground.submissionOf(draft)
  assert.equal(submitted.location, `/submissions/${submission?.id}`)
  assert.ok(submission?.receipt_number)
  const [row] = await ground.rows<{ fee_cents: number; waived_cents: number }>('select fee_cents, waived_cents from filing.submission where draft = $1', [draft])
  assert.deepEqual([row?.fee_cents, row?.waived_cents], [0, 41_500])
  assert.deepEqual(await ground.movements(), [])
})

test('the request names the form it was begun from, and says why', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const request = await ground.begin(actor, draft)
  await ground.fill(actor, request, ['ownForms'])
  const { html } = await ground.browser(actor).get(`/drafts/${request}/your-forms`)
  assert.match(html, /value="i-90"[^>]*checked|checked[^>]*value="i-90"/)
  assert.match(html, /Filled in because you asked from your Form I-90/)
})

test('a refused request keeps the fee, says why, and can be asked once more', async () => {
  const { actor, draft, receiptNumber } = await ground.asked()
  const refused = await ground.decide(receiptNumber, { decision: 'refuse', reason: 'income-above-limit' })
  assert.match(refused.text, /Your Request Not To Pay Was Not Granted/)
  const browser = ground.browser(actor)
  const { html } = await browser.get(`/drafts/${draft}/fee-waiver`)
  assert.match(html, /above 150 percent of the poverty guidelines/)
  assert.match(html, /Ask not to pay/)
  assert.match((await browser.get(`/drafts/${draft}/sign`)).html, /\$415\.00/)
  assert.notEqual((await ground.as(actor).perform(requestWaiver, { draft, language: 'en' })).ok, false)
})

test('a refusal without one of the reasons is not recorded', async () => {
  const { receiptNumber } = await ground.asked()
  const page = await ground.decide(receiptNumber, { decision: 'refuse' })
  assert.equal(page.status, 422)
  assert.match(page.text, /Choose why the fee is not waived/)
  const [row] = await ground.rows<{ decided: number }>('select count(*)::int as decided from filing.fee_waiver_decision d join filing.fee_waiver w on w.id = d.waiver join cases."case" c on c.id = w."case" where c.receipt_number = $1', [receiptNumber])
  assert.equal(row?.decided, 0)
})

test('a request is decided once, by whichever officer comes first', async () => {
  const { receiptNumber } = await ground.asked()
  const [one, other] = [await ground.officerAt(receiptNumber), await ground.officerAt(receiptNumber)]
  const url = `/cases/${receiptNumber}/fee-waiver`
  await one.open(url)
  await other.open(url)
  await one.press('Record the decision', { decision: 'grant', note: 'shown' })
  const second = await other.press('Record the decision', { decision: 'refuse', reason: 'income-not-shown', note: 'not shown' })
  assert.match(second.text, /A colleague has decided this request/)
  const rows = await ground.rows<{ granted: boolean }>('select granted from filing.fee_waiver_decision d join filing.fee_waiver w on w.id = d.waiver join cases."case" c on c.id = w."case" where c.receipt_number = $1', [receiptNumber])
  assert.deepEqual(rows.map(({ granted }) => granted), [true])
})

test('the list of what somebody has begun says how the last request about each form stands', async () => {
  const { actor, draft, request, receiptNumber } = await ground.asked()
  const listed = async () => {
    const drafts = (await ground.as(actor).read(draftsOf, {})) ?? []
    return Object.fromEntries(drafts.map(({ id, waiver }) => [id, waiver]))
  }
  assert.deepEqual(await listed(), { [draft]: 'asked' })
  await ground.decide(receiptNumber, { decision: 'refuse', reason: 'income-not-shown' })
  assert.deepEqual(await listed(), { [draft]: 'refused' })
  ground.clock.advance({ seconds: 1 })
  const again = await ground.begin(actor, draft)
  assert.notEqual(again, request)
  assert.deepEqual(await listed(), { [draft]: 'begun', [again]: null })
})

test('its case gets no other decision by the way of any status', async () => {
  const { receiptNumber } = await ground.asked()
  const browser = await ground.officerAt(receiptNumber)
  for (const status of ['approved', 'closed', 'withdrawn']) {
    const page = await browser.press('Change status', { status, reason: 'looks right' })
    assert.match(page.text, /Decide the request for a fee waiver first/, status)
  }
})

test('while a request is with the office the draft is kept for a year; decided, for its usual days', async () => {
  const { actor, draft, receiptNumber } = await ground.asked()
  assert.equal(await daysLeft(draft), 365)
  await ground.as(actor).perform(saveDraftPage, { draft, page: 'about-you', answers: {} })
  assert.equal(await daysLeft(draft), 365)
  await ground.decide(receiptNumber)
  await ground.drain()
  assert.equal(await daysLeft(draft), 30)
})

test('what was granted is for the form as it was asked about: with another name its fee is due, and with the old one it is not', async () => {
  const { actor, draft, receiptNumber } = await ground.asked()
  await ground.decide(receiptNumber)
  const [page, browser] = ['your-name', ground.browser(actor)]
  const rename = (familyName: string) => ground.as(actor).perform(saveDraftPage, { draft, page, answers: { familyName } })
  await rename('Somebody')
  assert.match((await browser.get(`/drafts/${draft}/sign`)).html, /\$415\.00/)
  const changed = await browser.get(`/drafts/${draft}/fee-waiver`)
  assert.match(changed.html, /no longer the one we decided about/)
  assert.match(changed.html, />Ask not to pay</)
  await rename('Example')
  assert.match((await browser.get(`/drafts/${draft}/sign`)).html, />Submit</)
})

test('nobody asks before their answers are there', async () => {
  const actor = await ground.person()
  const started = await ground.as(actor).perform(startDraft, { form: 'n-400', language: 'en', startKey: newId() })
  assert.ok(started.ok)
  const { draft } = started.output
  assert.deepEqual(await ground.as(actor).perform(requestWaiver, { draft, language: 'en' }), { ok: false, refusal: 'answers-missing' })
  const { html } = await ground.browser(actor).get(`/drafts/${draft}/fee-waiver`)
  assert.match(html, /Fill in all your answers first/)
  assert.doesNotMatch(html, />Ask not to pay</)
})

test('a draft that is deleted and restored while its request is with the office is still kept for the decision', async () => {
  const { actor, draft } = await ground.asked()
  const browser = ground.browser(actor)
  await browser.press(`/drafts/${draft}/delete`)
  await ground.as(actor).perform(restoreDraft, { draft })
  assert.equal(await daysLeft(draft), 365)
})

test('the page to pay on says how a request stands, and offers one where there is none', async () => {
  const actor = await ground.person()
  const unasked = await ground.filledDraft(actor)
  await ground.sign(actor, unasked)
  const payAt = async (draft: string) => (await ground.browser(actor).get(`/drafts/${draft}/pay`)).html
  assert.match(await payAt(unasked), />I cannot pay this fee</)
  await ground.send(actor, await ground.begin(actor, unasked))
  const asked = await payAt(unasked)
  assert.match(asked, /You asked not to pay this fee, and an officer decides/)
  assert.doesNotMatch(asked, /I cannot pay this fee/)
})

test('one request at a time: pressed again it is gone on with, and with the office no other begins', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const again = () => ground.as(actor).perform(requestWaiver, { draft, language: 'en' })
  const both = await Promise.all([again(), again(), again()])
  const requests = new Set(both.map((one) => (one.ok ? one.output.request : one.refusal)))
  assert.equal(requests.size, 1)
  await ground.send(actor, [...requests][0] as string)
  assert.deepEqual(await again(), { ok: false, refusal: 'already-asked' })
})

test('a deleted request gives way to another', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const first = await ground.begin(actor, draft)
  await ground.browser(actor).press(`/drafts/${first}/delete`)
  assert.notEqual(await ground.begin(actor, draft), first)
})

test('another’s draft, and a form that has nothing to waive, are refused', async () => {
  const [owner, other] = [await ground.person(), await ground.person()]
  const draft = await ground.filledDraft(owner)
  assert.equal((await ground.browser(other).get(`/drafts/${draft}/fee-waiver`)).status, 404)
  assert.deepEqual(await ground.as(other).perform(requestWaiver, { draft, language: 'en' }), { ok: false, refusal: 'draft-not-open' })
  const free = await ground.filledDraft(owner, freeScenario)
  assert.deepEqual(await ground.as(owner).perform(requestWaiver, { draft: free, language: 'en' }), { ok: false, refusal: 'nothing-to-waive' })
  const started = await ground.as(owner).perform(startDraft, { form: 'i-130', language: 'en', startKey: newId() })
  assert.ok(started.ok)
  assert.equal((await ground.browser(owner).get(`/drafts/${started.output.draft}/fee-waiver`)).status, 404)
})
