import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { takeBack } from '../../src/preparation/package/take-back.ts'
import { askForChanges } from '../../src/preparation/review/answer-package.ts'
import { endPrepared } from '../../src/preparation/review/end-prepared.ts'
import { signPreparedForm } from '../../src/preparation/review/sign-form.ts'
import { pressSubmit } from '../../src/preparation/submission/press-submit.ts'
import { declarationSha256 } from '../../src/filing/index.ts'
import { freeScenario, type PreparedGround, preparedGround } from '../cast/prepared-ground.ts'
import { inClientSteps, type ClientSteps } from '../cast/prepared-steps.ts'

const rounds = 12 * Number(process.env.FAULT_RUNS ?? 1)

let ground: PreparedGround
let steps: ClientSteps
before(async () => {
  ground = await preparedGround()
  steps = inClientSteps(ground)
})
after(() => ground.end())

type Signed = Awaited<ReturnType<ClientSteps['signed']>>

const soon = (round: number) => new Promise<void>((done) => setTimeout(done, round % 6))
const press = (by: Signed['client'], { laid }: Signed, cents: number) => ground.as(by).perform(pressSubmit, { preparation: laid.preparation, shown: laid.package, shownCents: cents, language: 'en' })
const priceOf = async ({ laid }: Signed) => (await ground.rows<{ price_cents: number }>('select price_cents from preparation.package where id = $1', [laid.package]))[0]?.price_cents ?? -1

async function standOf({ laid, client, representative }: Signed) {
  const [row] = await ground.rows<{ void: boolean; filed: boolean; receipt: string | null }>(
    `select p.voided_at is not null as void, its.filed_at is not null as filed, s.receipt_number as receipt
     from preparation.package p join preparation.preparation its on its.id = p.preparation left join filing.submission s on s.draft = p.copy where p.id = $1`,
    [laid.package],
  )
  const parties = await ground.rows('select role from cases.party where account in ($1, $2)', [client.id, representative.id])
  return { void: row?.void, filed: row?.filed, isReceived: row?.receipt != null, parties: parties.length }
}

const filed = { void: false, filed: true, isReceived: true, parties: 2 }
const voided = { void: true, filed: false, isReceived: false, parties: 0 }

test(`${rounds} times a representative takes back, or the client ends, what is being submitted: all of it is filed, or nothing`, async () => {
  const seen = { filed: 0, voided: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const signed = await steps.signed({ scenario: freeScenario })
    assert.ok((await press(signed.client, signed, 0)).ok)
    const { preparation } = signed.laid
    const ends = async (): Promise<{ ok: boolean }> => (round % 4 < 2 ? ground.as(signed.representative).perform(takeBack, { preparation }) : ground.as(signed.client).perform(endPrepared, { preparation }))
    const taking = soon(round).then(ends)
    const [taken] = await Promise.all([taking, ground.drain()])
    await ground.retryNow()
    await ground.drain()
    const stands = await standOf(signed)
    assert.deepEqual(stands, taken.ok ? voided : filed)
    seen[taken.ok ? 'voided' : 'filed'] += 1
  }
  assert.ok(seen.voided > 0 && seen.filed > 0, JSON.stringify(seen))
})

test(`${rounds} times a client signs while the representative takes it back: what is void is never signed to be filed`, async () => {
  const seen = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const up = await steps.takenUp({ scenario: freeScenario })
    await steps.signAppearance(up.client, up.laid)
    const { html } = await ground.browser(up.client).get(`/prepared/${up.laid.preparation}/form/sign`)
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
    const input = { preparation: up.laid.preparation, shown: up.laid.package, fullLegalName: up.laid.name, documentSha256: hidden('documentSha256'), declarationSha256: hidden('declarationSha256'), language: 'en' }
    assert.notEqual(input.declarationSha256, declarationSha256({ read: { language: 'en', paragraphs: [] }, ofRecord: null }))
    const [signing, taken] = await Promise.all([
      ground.as(up.client).perform(signPreparedForm, input),
      soon(round).then(() => ground.as(up.representative).perform(takeBack, { preparation: up.laid.preparation })),
    ])
    assert.ok(taken.ok)
    await press(up.client, up, 0)
    await ground.drain()
    assert.deepEqual(await standOf(up), voided)
    seen.add(signing.ok ? 'signed first' : signing.refusal)
  }
  assert.ok(seen.has('signed first'), [...seen].join())
})

test(`${rounds} times both pay and submit at once while the client changes their mind: one charge or none, and never a filing of what is void`, async () => {
  const seen = { filed: 0, voided: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const signed = await steps.signed()
    const cents = await priceOf(signed)
    const before = (await ground.movements()).length
    await Promise.all([press(signed.client, signed, cents), press(signed.representative, signed, cents), press(signed.representative, signed, cents)])
    await ground.drain()
    const [payment] = await ground.paymentsOf(await steps.copyOf(signed.laid.package))
    assert.equal((await ground.paymentsOf(await steps.copyOf(signed.laid.package))).length, 1)
    await ground.payAt(String(payment?.provider_url), '4242424242424242')
    const asking = soon(round).then(() => ground.as(signed.client).perform(askForChanges, { preparation: signed.laid.preparation, shown: signed.laid.package, reason: 'Wait' }))
    const [asked] = await Promise.all([asking, ground.drain(), ground.reconcile()])
    await ground.retryNow()
    await ground.drain()
    ground.clock.advance({ minutes: 2 })
    await ground.reconcile()
    await ground.drain()
    assert.deepEqual(await standOf(signed), asked.ok ? voided : filed)
    const [after] = await ground.paymentsOf(await steps.copyOf(signed.laid.package))
    assert.equal(after?.state, asked.ok ? 'released' : 'captured', JSON.stringify(after))
    const charged = (await ground.movements()).slice(before).reduce((sum, { kind, amountCents }) => sum + (kind === 'refund' ? -amountCents : amountCents), 0)
    assert.equal(charged, asked.ok ? 0 : cents)
    seen[asked.ok ? 'voided' : 'filed'] += 1
  }
  assert.ok(seen.voided > 0, JSON.stringify(seen))
})
