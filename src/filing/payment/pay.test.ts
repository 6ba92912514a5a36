import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freeScenario, submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { saveDraftPage } from '../index.ts'
import { removeEndedDraftsChore } from '../draft/remove-ended-drafts.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
})
after(() => ground.end())

const approved = '4242 4242 4242 4242'
const declined = '4000 0000 0000 0002'
const last = async (draft: string) => (await ground.paymentsOf(draft)).at(-1)

async function hear() {
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain()
}

/** Proves the session anew, as the step-up would. */
const proveAgain = (sessionId: string | null) =>
  ground.rows('update accounts.session set proved_at = $2 where id = $1', [sessionId, ground.clock.now().toString()])

test('the page to pay shows each line, the sum, who signed and Pay and submit, and may lead to the provider alone', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const { html, headers } = await ground.browser(actor).get(`/drafts/${draft}/pay`)
  for (const words of [/Filing fee for Form I-90/, /\$415\.00/, /Maria Example/, />Pay and submit<\/button>/])
    assert.match(html, words)
  const formAction = /form-action [^;]+/.exec(String(headers['content-security-policy']))?.[0]
  assert.equal(formAction, `form-action 'self' ${ground.pay.pageOrigin}`)
})

test('a draft that is not signed, or has no fee, is not paid for', async () => {
  const actor = await ground.person()
  const unsigned = await ground.filledDraft(actor)
  const free = await ground.filledDraft(actor, freeScenario)
  for (const draft of [unsigned, free]) {
    assert.equal((await ground.browser(actor).get(`/drafts/${draft}/pay`)).location, `/drafts/${draft}/sign`)
  }
})

test('a sum that is not today’s is not charged: the page comes back with the new one', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  for (const shownCents of ['100', '-5', '', 'x', '41500.5', '99999999999']) {
    const pressed = await ground.browser(actor).press(`/drafts/${draft}/pay`, { shownCents })
    assert.equal(pressed.status, 422, shownCents)
    assert.match(pressed.html, /The fee changed/)
    assert.match(pressed.html, /name="shownCents" value="41500"/)
  }
  assert.deepEqual(await ground.paymentsOf(draft), [])
})

test('a fee that changes after the press is put anew: the old intent is let go, the new one is for the new sum', async () => {
  const { actor, draft, url } = await ground.payable()
  const { agency } = ground.services
  const fees = agency.fees.map((fee) =>
    fee.code === 'i-90-filing' ? { ...fee, amountCents: fee.amountCents + 500 } : fee,
  )
  Object.assign(ground.services, { agency: { ...agency, fees } })
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  Object.assign(ground.services, { agency })
  const payments = await ground.paymentsOf(draft)
  assert.deepEqual(
    payments.map(({ state, reason }) => [state, reason]),
    [
      ['released', 'replaced'],
      ['open', null],
    ],
  )
  assert.equal((await ground.pay.find(payments[1]?.provider_id ?? '')).amountCents, 42_000)
  await ground.payAt(url, approved)
  assert.equal((await ground.pay.find(payments[0]?.provider_id ?? '')).status, 'cancelled')
})

test('the press waits for the page at the provider, two seconds at most, and holds nothing meanwhile', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  let pauses = 0
  const pauseFor = async (milliseconds: number) => {
    pauses += milliseconds
  }
  Object.assign(ground.services, { pauseFor })
  const { location } = await ground.browser(actor).press(`/drafts/${draft}/pay`)
  assert.equal(pauses, 2000)
  const left = await ground.browser(actor).get(location)
  assert.equal(left.location, location.replace(/\/pay$/, ''))
  Object.assign(ground.services, { pauseFor: () => ground.drain() })
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  assert.equal((await ground.browser(actor).get(location)).location, (await last(draft))?.provider_url)
  Object.assign(ground.services, { pauseFor: async () => {} })
})

test('a declined card may be followed by another on the same page: one charge', async () => {
  const { actor, draft, url, submission } = await ground.payable()
  await ground.payAt(url, declined)
  await hear()
  assert.equal((await last(draft))?.state, 'open')
  await ground.payAt(url, approved)
  await hear()
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /We received your form/)
  const { provider_id } = (await last(draft)) ?? {}
  assert.equal((await ground.movements()).filter(({ checkoutId }) => checkoutId === provider_id).length, 1)
})

test('too many declined cards end the attempt; the next one is charged, and no other', async () => {
  const { actor, draft, url, submission } = await ground.payable()
  for (let card = 0; card < 10; card++) await ground.payAt(url, declined)
  await hear()
  const shown = await ground.browser(actor).get(`/submissions/${submission}?back=paid`)
  assert.match(shown.html, /The payment was declined/)
  assert.match(shown.html, new RegExp(`href="/drafts/${draft}/pay"[^>]*>Pay again<`))
  await proveAgain(actor.sessionId)
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  await ground.payAt((await last(draft))?.provider_url ?? '', approved)
  await hear()
  assert.deepEqual(
    (await ground.paymentsOf(draft)).map(({ state }) => state),
    ['declined', 'captured'],
  )
  assert.equal((await ground.submissionOf(draft))?.id, submission)
})

test('leaving the provider’s page cancels the attempt, says so, and another attempt goes through', async () => {
  const { actor, draft, url, submission } = await ground.payable()
  const left = await ground.leaveAt(url)
  assert.match(left.location ?? '', /\?back=left$/)
  await hear()
  const shown = await ground.browser(actor).get(`/submissions/${submission}?back=left`)
  assert.match(shown.html, /The payment was cancelled/)
  assert.equal(
    (await ground.browser(actor).get(`/submissions/${submission}/pay`)).location,
    `/submissions/${submission}`,
  )
  await proveAgain(actor.sessionId)
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  await ground.payAt((await last(draft))?.provider_url ?? '', approved)
  await hear()
  assert.deepEqual(
    (await ground.paymentsOf(draft)).map(({ state }) => state),
    ['cancelled', 'captured'],
  )
})

test('a page that nobody paid on expires, and says so', async () => {
  const { actor, draft, submission } = await ground.payable()
  const providerId = (await last(draft))?.provider_id ?? ''
  ground.clock.advance({ hours: 25 })
  await ground.until(async () => (await ground.pay.find(providerId)).status === 'expired')
  await hear()
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /The payment page has expired/)
})

test('answers changed after signing: not to be paid for until signed again', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const page = await ground.browser(actor).get(`/drafts/${draft}/pay`)
  await ground.as(actor).perform(saveDraftPage, { draft, page: 'your-name', answers: { givenName: 'Marta' } })
  assert.equal((await ground.browser(actor).get(`/drafts/${draft}/pay`)).location, `/drafts/${draft}/sign`)
  const pressed = await ground.browser(actor).press(`/drafts/${draft}/pay`, {}, page)
  assert.equal(pressed.location, `/drafts/${draft}/sign`)
  assert.deepEqual(await ground.paymentsOf(draft), [])
})

test('answers changed while paying: not submitted, the money let go, the person told; signed again it goes through', async () => {
  const { actor, draft, url, submission } = await ground.payable()
  await ground.as(actor).perform(saveDraftPage, { draft, page: 'your-name', answers: { givenName: 'Marta' } })
  await ground.payAt(url, approved)
  await hear()
  const [first] = await ground.paymentsOf(draft)
  assert.deepEqual([first?.state, first?.reason, first?.captured_cents], ['released', 'changed-since-signed', 0])
  assert.equal((await ground.pay.find(first?.provider_id ?? '')).status, 'cancelled')
  const shown = await ground.browser(actor).get(`/submissions/${submission}?back=paid`)
  assert.match(shown.html, /Your form was not submitted/)
  assert.match(shown.html, /no money was taken/)
  await proveAgain(actor.sessionId)
  await ground.browser(actor).press(`/drafts/${draft}/sign`, { fullLegalName: 'Marta Example' })
  await ground.browser(actor).press(`/drafts/${draft}/pay`)
  await ground.drain()
  await ground.payAt((await last(draft))?.provider_url ?? '', approved)
  await hear()
  assert.ok((await ground.submissionOf(draft))?.receipt_number)
  assert.equal((await ground.movements()).filter(({ checkoutId }) => checkoutId === first?.provider_id).length, 0)
})

test('a file added or taken away after signing voids the signature as an answer does', async () => {
  for (const change of ['add', 'remove']) {
    const { actor, draft, url } = await ground.payable()
    if (change === 'add') await ground.addFile(actor, draft, 'lost-card-copy')
    else await ground.rows('update evidence.file set removed_at = now() where draft = $1', [draft])
    await ground.payAt(url, approved)
    await hear()
    assert.equal((await last(draft))?.reason, 'changed-since-signed', change)
    assert.equal((await ground.submissionOf(draft))?.receipt_number, null)
  }
})

test('a signature outlives midnight', async () => {
  const { draft, url } = await ground.payable()
  ground.clock.advance({ hours: 20 })
  await ground.payAt(url, approved)
  await hear()
  assert.ok((await ground.submissionOf(draft))?.receipt_number)
})

test('an older proof leads to the step-up before anything is committed', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const browser = ground.browser(actor)
  const page = await browser.get(`/drafts/${draft}/pay`)
  ground.clock.advance({ minutes: 6 })
  const pressed = await browser.press(`/drafts/${draft}/pay`, {}, page)
  assert.match(pressed.location, /^\/sign-in\/again\?next=/)
  assert.deepEqual(await ground.paymentsOf(draft), [])
})

test('another person’s draft, submission and payment are not there', async () => {
  const { submission, draft } = await ground.payable()
  const stranger = ground.browser(await ground.person())
  for (const path of [
    `/submissions/${submission}`,
    `/submissions/${submission}/pay`,
    `/drafts/${draft}/pay`,
    '/submissions/x',
  ]) {
    const { status, html } = await stranger.get(path)
    assert.equal(status, 404, path)
    assert.match(html, /We cannot find this page/)
  }
  const visitor = await ground.browser(null).get(`/submissions/${submission}`)
  assert.match(visitor.location, /^\/sign-in/)
})

test('a person’s own database role can neither call a payment captured nor a paid form received', async () => {
  const { actor, submission, payment } = await ground.payable()
  const asPerson = (work: Parameters<typeof asActor>[3]) => asActor(ground.database.pools.portal, actor, {}, work)
  const captured = asPerson((tx) =>
    tx.updateTable('filing.payment').set({ captured_cents: 1 }).where('id', '=', payment).execute(),
  )
  await assert.rejects(captured, /permission denied/)
  const paid = asPerson((tx) =>
    tx.updateTable('filing.payment').set({ state: 'authorised' }).where('id', '=', payment).execute(),
  )
  await assert.rejects(paid, /row-level security/)
  const received = asPerson((tx) =>
    tx
      .updateTable('filing.submission')
      .set({
        received_at: ground.clock.now(),
        received_on: Temporal.PlainDate.from('2026-11-23'),
        case: submission,
        receipt_number: 'IOE9999999999',
      })
      .where('id', '=', submission)
      .execute(),
  )
  await assert.rejects(received, /row-level security/)
})

test('a draft that ends unpaid is removed with its signature; money that is paid for it then is let go', async () => {
  const { draft, url, payment } = await ground.payable()
  await ground.rows("update filing.draft set worked_on_at = '2026-01-01', expires_at = '2026-02-01' where id = $1", [
    draft,
  ])
  await removeEndedDraftsChore.run(ground.asSystem())
  assert.deepEqual(await ground.rows('select 1 from filing.draft where id = $1', [draft]), [])
  assert.deepEqual(await ground.rows('select 1 from filing.signature where draft = $1', [draft]), [])
  await ground.payAt(url, approved)
  await hear()
  const [row] = await ground.rows<{ state: string; reason: string }>(
    'select state, reason from filing.payment where id = $1',
    [payment],
  )
  assert.deepEqual(row, { state: 'released', reason: 'draft-gone' })
})
