import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type PreparedGround, preparedGround, freeScenario } from '../../../test/cast/prepared-ground.ts'
import { inClientSteps, type ClientSteps } from '../../../test/cast/prepared-steps.ts'

let ground: PreparedGround
let steps: ClientSteps

before(async () => {
  ground = await preparedGround()
  steps = inClientSteps(ground)
})
after(() => ground.end())

test('a client enters the passcode, sees who it is, takes it up, reads, signs both, and the representative pays and submits', async () => {
  const representative = await ground.representative()
  const client = await ground.person()
  const laid = await ground.prepare(representative)
  const browser = ground.browser(client)
  const entered = await browser.press('/representative-passcode', { passcode: laid.passcode.toLowerCase() })
  assert.equal(entered.location, `/preparations/${laid.preparation}/take-up`)
  assert.match((await browser.get(entered.location)).html, /What your representative may do/)
  const taken = await browser.press(entered.location)
  assert.equal(taken.location, `/prepared/${laid.preparation}`)
  assert.match((await browser.get(taken.location)).html, /Your copy is being made/)
  await ground.drain({ twice: true })
  const appearance = await browser.get(`/prepared/${laid.preparation}/appearance`)
  assert.match(appearance.html, /I asked the representative named here/)
  const signed = await browser.press(`/prepared/${laid.preparation}/appearance`, { fullLegalName: laid.name }, appearance)
  assert.equal(signed.location, `/prepared/${laid.preparation}`, signed.html.slice(0, 3000))
  const form = await browser.press(`/prepared/${laid.preparation}/form/sign`, { fullLegalName: laid.name })
  assert.equal(form.location, `/prepared/${laid.preparation}`, form.html.slice(0, 3000))
  const pressed = await ground.browser(representative).press(`/preparations/${laid.preparation}/submit`)
  assert.equal(pressed.location, `/preparations/${laid.preparation}/pay`, pressed.html.slice(0, 3000))
  await ground.drain()
  const leads = await ground.browser(representative).get(pressed.location)
  await ground.payAt(leads.location, '4242424242424242')
  await ground.drain()
  await ground.reconcile()
  await ground.drain()
  const [parties] = await ground.rows<{ roles: string }>(`select string_agg(role, ',' order by role) as roles from cases.party where account in ('${client.id}', '${representative.id}')`)
  assert.equal(parties?.roles, 'applicant,representative')
  const [its] = await ground.rows<{ filed_case: string }>(`select filed_case from preparation.preparation where id = '${laid.preparation}'`)
  const papers = await ground.rows<{ kind: string }>(`select kind from cases.document where "case" = '${its?.filed_case}' order by kind`)
  assert.deepEqual(papers.map(({ kind }) => kind), ['appearance', 'copy-of-record', 'fee-receipt'])
  assert.match((await ground.browser(representative).get(`/preparations/${laid.preparation}/submit`)).html, /Receipt number/)
})

test('a form that costs nothing is not submitted by signing, but by a press of either side', async () => {
  const { client, laid } = await steps.signed({ scenario: freeScenario })
  assert.equal((await ground.submissionOf(await steps.copyOf(laid.package)))?.receipt_number ?? null, null)
  const pressed = await ground.browser(client).press(`/preparations/${laid.preparation}/submit`)
  assert.equal(pressed.status, 303, pressed.html.slice(0, 2000))
  await ground.drain({ twice: true })
  assert.ok((await ground.submissionOf(await steps.copyOf(laid.package)))?.receipt_number)
})
