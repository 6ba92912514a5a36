import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { saveDraftPage } from '../index.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

const readBy = (howRead: string) => ({ howRead })
const interpreter = {
  ...readBy('interpreter'),
  interpreterLanguage: 'Somali',
  interpreterFamilyName: 'Sample',
  interpreterGivenName: 'Hodan',
  interpreterOrganization: null,
  interpreterAddress: { country: 'US', street: '1 Example St', city: 'Utica', state: 'NY', zipCode: '13501' },
  interpreterDaytimePhone: '+12025550147',
  interpreterMobilePhone: null,
  interpreterEmail: null,
}
const named = { fullLegalName: 'Hodan Sample', themselves: 'yes' }

type Filer = Awaited<ReturnType<SubmitGround['person']>>

const change = (actor: Filer, draft: string, answers: object) =>
  ground.as(actor).perform(saveDraftPage, { draft, page: 'interpreter', answers: answers as never })

/** A filled draft of a person to whom an interpreter read the form. */
async function interpreted() {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await change(actor, draft, interpreter)
  const browser = ground.browser(actor)
  return { actor, draft, browser, signAt: `/drafts/${draft}/sign`, stepAt: `/drafts/${draft}/sign/interpreter` }
}

const signaturesOf = (draft: string) =>
  ground.rows<{ capacity: string; document_sha256: string }>('select * from filing.helper_signature where draft = $1', [draft])

test('a helper is asked to sign only when the answers name one, and no longer when they do not', async () => {
  const { actor, draft, browser, signAt, stepAt } = await interpreted()
  assert.match((await browser.get(signAt)).html, />Sign as interpreter: Hodan Sample<\/a>/)
  assert.equal((await browser.get(`${signAt}/preparer`)).status, 404)
  await change(actor, draft, readBy('english'))
  const without = await browser.get(signAt)
  assert.equal(without.status, 200)
  assert.doesNotMatch(without.html, /Sign as interpreter/)
  assert.equal((await browser.get(stepAt)).status, 404)
  assert.equal((await ground.sign(actor, draft)).location, `/drafts/${draft}/pay`)
})

test('the filer is refused with a link until the interpreter has signed, and signs after', async () => {
  const { actor, draft, browser, stepAt } = await interpreted()
  const refused = await ground.sign(actor, draft)
  assert.equal(refused.status, 422)
  assert.match(refused.html, /has not signed this form yet/)
  assert.ok(refused.html.includes(`href="${stepAt}"`))
  assert.equal((await browser.press(stepAt, named)).status, 303)
  assert.equal((await ground.sign(actor, draft)).location, `/drafts/${draft}/pay`)
})

test('the step shows the declaration, says whose session it is, and refuses a wrong name and no tick', async () => {
  const { draft, browser, stepAt } = await interpreted()
  const { html } = await browser.get(stepAt)
  assert.match(html, /I am fluent in English and in the language named on this form/)
  assert.match(html, /on the device of the person who files/)
  const wrong = await browser.press(stepAt, { ...named, fullLegalName: ground.nameOf() })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Type your name as it stands in the form/)
  const unticked = await browser.press(stepAt, { fullLegalName: named.fullLegalName })
  assert.equal(unticked.status, 422)
  assert.match(unticked.html, /Tick that you sign yourself/)
  assert.deepEqual(await signaturesOf(draft), [])
})

test('pressed twice at once there is one signature, and the audit entry says in what capacity, and no name', async () => {
  const { draft, browser, stepAt } = await interpreted()
  const shown = await browser.get(stepAt)
  const pressed = await Promise.all([1, 2].map(() => browser.press(stepAt, named, shown)))
  assert.deepEqual(pressed.map(({ status }) => status), [303, 303])
  assert.equal((await signaturesOf(draft)).length, 1)
  const entries = await ground.rows<{ detail: object }>(
    "select detail from audit.entry where operation = 'filing.sign-as-helper' and subject = $1",
    [draft],
  )
  assert.equal(entries.length, 2)
  assert.match(JSON.stringify(entries), /"inSessionOf":\s*"filer"/)
  assert.doesNotMatch(JSON.stringify(entries), /Hodan|Sample/)
})

test('a changed answer voids it: the page asks anew, and a page looked at before the change signs nothing', async () => {
  const { actor, draft, browser, signAt, stepAt } = await interpreted()
  const stale = await browser.get(stepAt)
  await browser.press(stepAt, named)
  await change(actor, draft, { interpreterLanguage: 'Oromo' })
  assert.match((await browser.get(signAt)).html, />Sign as interpreter: Hodan Sample<\/a>/)
  assert.equal((await ground.sign(actor, draft)).status, 422)
  const late = await browser.press(stepAt, named, stale)
  assert.equal(late.status, 422)
  assert.equal((await signaturesOf(draft)).length, 1)
})

test('nothing is paid or submitted on a filer’s signature that no helper’s signature stands beside', async () => {
  const { actor, draft, browser, stepAt, signAt } = await interpreted()
  await browser.press(stepAt, named)
  await ground.sign(actor, draft)
  const pay = await browser.get(`/drafts/${draft}/pay`)
  assert.equal(pay.status, 200)
  await ground.rows('delete from filing.helper_signature where draft = $1', [draft])
  const refused = await browser.press(`/drafts/${draft}/pay`, {}, pay)
  assert.equal(refused.location, signAt)
  assert.deepEqual(await ground.paymentsOf(draft), [])
})

test('an answer changed while the money is on its way gives it back and submits nothing', async () => {
  const { actor, draft, browser, stepAt } = await interpreted()
  await browser.press(stepAt, named)
  await ground.sign(actor, draft)
  await browser.press(`/drafts/${draft}/pay`)
  await ground.drain()
  const [payment] = await ground.paymentsOf(draft)
  await change(actor, draft, { interpreterLanguage: 'Oromo' })
  await ground.payAt(payment?.provider_url ?? '', '4242 4242 4242 4242')
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain()
  assert.equal((await ground.paymentsOf(draft))[0]?.reason, 'changed-since-signed')
  assert.equal((await ground.submissionOf(draft))?.receipt_number, null)
})

test('another person’s draft has no such step', async () => {
  const { draft, browser, stepAt } = await interpreted()
  const shown = await browser.get(stepAt)
  const other = ground.browser(await ground.person())
  assert.equal((await other.get(stepAt)).status, 404)
  assert.equal((await other.press(stepAt, named, shown)).status, 404)
  assert.deepEqual(await signaturesOf(draft), [])
})
