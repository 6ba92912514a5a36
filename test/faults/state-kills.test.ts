import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { type From, transitions } from '../../src/filing/payment/transitions.ts'
import { plainText } from '../web-client.ts'
import { type Filing, type PayingServer, payingServer } from './paying-server.ts'
import { type Kill, kills } from './state-kills.ts'
import { assertWhole, keptOf } from './whole-filing.ts'

let ground: PayingServer
before(async () => {
  ground = await payingServer()
})
afterEach(() => ground.gate.letPass())
after(() => ground?.end())

/** For one kill with all before and after it: what hangs is a fault, and is said to be one. */
const secondsMost = 120

/** Of the one table, so that a new state asks for its kill. */
const states = [...new Set(transitions.flatMap(({ from, to }) => [from, to]))]

test('every state of the one table of submission and payment has its kill, and no other has', () => {
  assert.deepEqual(Object.keys(kills).toSorted(), states.toSorted())
  for (const state of states) assert.ok((kills[state] ?? []).length > 0, `nothing is killed at “${state}”`)
})

const textAt = async ({ client }: Filing, path: string) => {
  const { status, html } = await client.get(path)
  assert.equal(status, 200, `${path}: ${plainText(html).slice(0, 300)}`)
  return plainText(html)
}

async function killedAt(state: From, { bring, meanwhile, says, again, goOn, ends }: Kill): Promise<void> {
  const { server, gate, signed, press, stateOf, paymentsOf, untilState, truth } = ground
  const filing = await signed()
  await bring(ground, filing)
  assert.equal(await stateOf(filing.draft), state, 'the kill falls where it should')
  const kept = await keptOf(truth, filing.draft)
  await server.kill()
  await meanwhile?.(ground, filing)
  await server.start()
  assert.deepEqual(await keptOf(truth, filing.draft), kept, 'what was committed is there, and nothing by halves')
  const begun = await paymentsOf(filing.draft)
  const page = begun[0] ? `/submissions/${begun[0].submission}` : `/drafts/${filing.draft}/pay`
  assert.match(await textAt(filing, page), says)
  const location = await press(filing)
  assert.match(await textAt(filing, location ?? '/none'), again)
  gate.letPass()
  await goOn?.(ground, filing)
  const last = ends.at(-1) as From
  await untilState(filing.draft, last)
  assert.deepEqual((await paymentsOf(filing.draft)).map((payment) => payment.state), ends)
  await assertWhole(ground, filing, last)
}

for (const state of states)
  describe(`killed while a payment stands at “${state}”`, () => {
    for (const kill of kills[state] ?? [])
      test(`${kill.when}: the page is true, pressing again leads on, nothing is lost or charged twice, and it ends well`, { timeout: secondsMost * 1000 }, () => killedAt(state, kill))
  })

test('what the provider took in all this is what is written down here, to the cent', async () => {
  const { truth, movedInAll } = ground
  const { rows } = await truth.query('select coalesce(sum(captured_cents - refunded_cents), 0)::int as cents from filing.payment')
  assert.equal(rows[0].cents, await movedInAll())
})
