import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { inClientSteps, type ClientSteps } from '../../../test/cast/prepared-steps.ts'
import { freeScenario, type PreparedGround, preparedGround } from '../../../test/cast/prepared-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { askForChanges } from '../review/answer-package.ts'
import { pressSubmit } from './press-submit.ts'

let ground: PreparedGround
let steps: ClientSteps

before(async () => {
  ground = await preparedGround()
  steps = inClientSteps(ground)
})
after(() => ground.end())

type Signed = Awaited<ReturnType<ClientSteps['signed']>>

const priceOf = async ({ laid }: Signed) => (await ground.rows<{ price_cents: number }>('select price_cents from preparation.package where id = $1', [laid.package]))[0]?.price_cents ?? -1
const pressed = async (by: Actor, signed: Signed, cents?: number) =>
  ground.as(by).perform(pressSubmit, { preparation: signed.laid.preparation, shown: signed.laid.package, shownCents: cents ?? (await priceOf(signed)), language: 'en' })
const paymentsOf = async ({ laid }: Signed) => ground.paymentsOf(await steps.copyOf(laid.package))
const receiptOf = async ({ laid }: Signed) => (await ground.submissionOf(await steps.copyOf(laid.package)))?.receipt_number ?? null
const refusedOf = async ({ laid }: Signed) => (await ground.rows<{ press_refused: string | null }>('select press_refused from preparation.package where id = $1', [laid.package]))[0]?.press_refused

async function paid(signed: Signed) {
  const [payment] = (await paymentsOf(signed)).slice(-1)
  assert.ok(payment?.provider_url)
  await ground.payAt(payment.provider_url, '4242424242424242')
  await ground.drain()
  await ground.reconcile()
  await ground.drain({ twice: true })
}

describe('pay and submit', () => {
  test('by both sides at once, however often, is one submission and one charge', async () => {
    const signed = await steps.signed()
    const before = (await ground.movements()).length
    await Promise.all([pressed(signed.representative, signed), pressed(signed.representative, signed), ground.browser(signed.client).press(`/drafts/${await steps.copyOf(signed.laid.package)}/pay`)])
    await ground.drain({ twice: true })
    assert.equal((await paymentsOf(signed)).length, 1)
    await paid(signed)
    assert.ok(await receiptOf(signed))
    assert.equal((await ground.movements()).length, before + 1)
    const again = await pressed(signed.representative, signed)
    assert.ok(again.ok)
    await ground.drain()
    assert.equal((await paymentsOf(signed)).length, 1)
  })

  test('by the representative costs what was shown, or nothing comes of the press and the page says what it costs', async () => {
    const signed = await steps.signed()
    const right = await priceOf(signed)
    assert.ok((await pressed(signed.representative, signed, right - 100)).ok)
    await ground.drain()
    assert.equal(await refusedOf(signed), 'fees-changed')
    assert.equal((await paymentsOf(signed)).length, 0)
    assert.equal(await priceOf(signed), right)
    assert.ok((await pressed(signed.representative, signed)).ok)
    await ground.drain()
    assert.equal(await refusedOf(signed), null)
    assert.equal((await paymentsOf(signed)).length, 1)
  })

  test('is refused before the client has signed, and to everybody else', async () => {
    const up = await steps.takenUp()
    await steps.signAppearance(up.client, up.laid)
    const early = await pressed(up.representative, up, 0)
    assert.equal(!early.ok && early.refusal, 'not-signed')
    for (const other of [await ground.representative(), await ground.person()]) {
      const refused = await pressed(other, up, 0)
      assert.equal(!refused.ok && refused.refusal, 'not-standing')
      assert.equal((await ground.browser(other).get(`/preparations/${up.laid.preparation}/submit`)).status, 404)
    }
  })

  test('needs a factor given just now, by the operation too', async () => {
    const signed = await steps.signed()
    await ground.rows("update accounts.session set proved_at = proved_at - interval '10 minutes' where account = $1", [signed.representative.id])
    const refused = await pressed(signed.representative, signed)
    assert.equal(!refused.ok && refused.refusal, 'no-recent-proof')
  })

  test('leads the representative to the provider and back to their own page; the submission of the client is none of theirs', async () => {
    const signed = await steps.signed()
    assert.ok((await pressed(signed.representative, signed)).ok)
    await ground.drain()
    const [payment] = await paymentsOf(signed)
    const browser = ground.browser(signed.representative)
    assert.equal((await browser.get(`/preparations/${signed.laid.preparation}/pay`)).location, payment?.provider_url)
    const back = await browser.get(`/submissions/${payment?.submission}?back=paid`)
    assert.equal(back.location, `/submissions/${payment?.submission}/prepared`)
    assert.equal((await browser.get(back.location)).location, `/preparations/${signed.laid.preparation}/submit`)
    assert.equal((await ground.browser(await ground.representative()).get(back.location)).status, 404)
    assert.equal((await browser.get(`/submissions/${payment?.submission}/pay`)).status, 404)
  })
})

describe('between signing and submission', () => {
  test('a client who asks for changes lets go of a payment that is under way, and paying it then files nothing', async () => {
    const signed = await steps.signed()
    assert.ok((await pressed(signed.representative, signed)).ok)
    await ground.drain()
    const [open] = await paymentsOf(signed)
    assert.ok((await ground.as(signed.client).perform(askForChanges, { preparation: signed.laid.preparation, shown: signed.laid.package, reason: 'Not yet' })).ok)
    assert.equal((await paymentsOf(signed))[0]?.state, 'releasing')
    await ground.payAt(String(open?.provider_url), '4242424242424242').catch(() => undefined)
    await ground.drain()
    await ground.reconcile()
    await ground.drain()
    assert.equal(await receiptOf(signed), null)
    assert.equal((await ground.rows('select id from cases.party where account = $1', [signed.representative.id])).length, 0)
  })

  test('the press of a representative that comes before or after the client voids it files nothing or all of it', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 8; round += 1) {
      const signed = await steps.signed({ scenario: freeScenario })
      assert.ok((await pressed(signed.representative, signed)).ok)
      const asking = ground.as(signed.client).perform(askForChanges, { preparation: signed.laid.preparation, shown: signed.laid.package, reason: 'Wait' })
      const [asked] = round % 2 === 0 ? await Promise.all([asking, ground.drain()]) : [await asking, await ground.drain()]
      const receipt = await receiptOf(signed)
      assert.equal(asked.ok, receipt === null, JSON.stringify(asked))
      const parties = await ground.rows('select role from cases.party where account in ($1, $2)', [signed.client.id, signed.representative.id])
      assert.equal(parties.length, receipt === null ? 0 : 2)
      seen.add(asked.ok ? 'void' : 'filed')
    }
    assert.ok(seen.has('void'))
  })

  test('after it was filed nothing voids it', async () => {
    const signed = await steps.signed({ scenario: freeScenario })
    await pressed(signed.client, signed)
    await ground.drain()
    assert.ok(await receiptOf(signed))
    const asked = await ground.as(signed.client).perform(askForChanges, { preparation: signed.laid.preparation, shown: signed.laid.package, reason: 'Too late' })
    assert.equal(!asked.ok && asked.refusal, 'not-standing')
    await assert.rejects(ground.rows("update preparation.package set voided_at = now(), voided_why = 'ended' where id = $1", [signed.laid.package]), /was filed/)
  })
})

test('an appearance alone makes the representative one of the case with the signature of the client, beside others', async () => {
  const client = await ground.person()
  const opened = await ground.openCase({ account: client.id })
  for (const count of [1, 2]) {
    const representative = await ground.representative()
    const laid = await ground.prepare(representative, { case: opened.caseId })
    await steps.takeUp(client, laid)
    await ground.drain()
    await steps.signAppearance(client, laid)
    const on = await ground.rows<{ account: string }>(`select account from cases.party where "case" = $1 and role = 'representative' and until_at is null`, [opened.caseId])
    assert.equal(on.length, count)
    assert.ok(on.some(({ account }) => account === representative.id))
    await ground.drain({ twice: true })
    assert.equal((await ground.rows(`select id from cases.document where "case" = $1 and kind = 'appearance'`, [opened.caseId])).length, count)
  }
  const strange = await steps.takenUp({ case: (await ground.openCase()).caseId })
  const refused = await ground.browser(strange.client).press(`/prepared/${strange.laid.preparation}/appearance`, { fullLegalName: strange.laid.name })
  assert.match(refused.html, /The case of this notice is not in your account/)
})
