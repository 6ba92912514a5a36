import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freeScenario, submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { operation } from '../../platform/operation.ts'
import { lockDraft } from '../draft/lock-draft.ts'
import { findLastSignature } from '../signature/signature-store.ts'
import { receiveFiling } from './receive-filing.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

test('a form without a fee is signed and submitted by one press, and the receipt number stands on the page', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, freeScenario)
  const browser = ground.browser(actor)
  const page = await browser.get(`/drafts/${draft}/sign`)
  assert.match(page.html, />Submit</)
  const pressed = await browser.press(`/drafts/${draft}/sign`, { fullLegalName: ground.nameOf(freeScenario) })
  assert.equal(pressed.status, 303)
  const submission = await ground.submissionOf(draft)
  assert.equal(pressed.location, `/submissions/${submission?.id}`)
  const shown = await browser.get(pressed.location)
  assert.match(submission?.receipt_number ?? '', /^IOE\d{10}$/)
  assert.match(shown.html, new RegExp(`data-copy="${submission?.receipt_number}"`))
})

test('a form with a fee goes from the signature over the cashier to the receipt', async () => {
  const { actor, draft, submission, url } = await ground.payable()
  const browser = ground.browser(actor)
  const waiting = await browser.get(`/submissions/${submission}`)
  assert.match(waiting.html, /Your payment is waiting/)
  const leave = await browser.get(`/submissions/${submission}/pay`)
  assert.equal(leave.location, url)
  const paid = await ground.payAt(url, '4242 4242 4242 4242')
  assert.match(paid.location ?? '', new RegExp(`/submissions/${submission}\\?back=paid$`))
  await ground.until(async () => (await ground.rows('select 1 from filing.payment_event')).length > 0)
  await ground.drain()
  const shown = await browser.get(`/submissions/${submission}?back=paid`)
  assert.match(shown.html, /We received your form/)
  assert.match(shown.html, /\$415\.00/)
  const [payment] = await ground.paymentsOf(draft)
  assert.equal(payment?.state, 'captured')
  assert.deepEqual(
    (await ground.movements()).map(({ kind, amountCents }) => [kind, amountCents]),
    [['charge', 41_500]],
  )
})

test('a file that slips in between the last look and the receipt undoes the whole of it', async () => {
  const { actor, draft: id, submission } = await ground.payable()
  await ground.addFile(actor, id, 'lost-card-copy')
  const receiveAtOnce = operation({
    name: 'test.receive',
    allow: () => true,
    refusals: [],
    async run(context, _input: undefined) {
      const [draft, signature] = [await lockDraft(context, id), await findLastSignature(context.tx, id)]
      if (!draft || !signature) throw new Error('The test has no draft')
      return receiveFiling(context, { draft, signature, submission })
    },
  })
  await assert.rejects(ground.asSystem().perform(receiveAtOnce, undefined), /evidence changed/)
  assert.deepEqual(await ground.rows('select 1 from evidence.submitted_draft where draft = $1', [id]), [])
  assert.equal((await ground.submissionOf(id))?.receipt_number, null)
})
