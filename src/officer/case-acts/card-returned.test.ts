import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../../test/cast/decision-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { caseFor, confirmMailAddress } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { portalRoutes } from '../../portal/index.ts'
import { cardStep } from './act-operations.ts'

let ground: DecisionGround
let portal: PortalGround
before(async () => {
  ground = await decisionGround()
  portal = await portalGround(ground, portalRoutes())
})
after(async () => {
  await portal.close()
  await ground.end()
})

const day = Temporal.PlainDate.from('2026-11-23')
type Step = 'ordered' | 'produced' | 'mailed' | 'returned' | 'destroyed'

/** A case whose card was mailed and came back. */
async function cameBack() {
  const its = await ground.openCase()
  await ground.setStatus(its.caseId, 'approved')
  const { perform, browser } = await ground.acting(its.receiptNumber, 'officer')
  const step = async (name: Step) => {
    const sent = name === 'mailed' ? { carrier: 'postal-service', tracking: '9400 1118' } : { carrier: '', tracking: '' }
    const done = await perform(cardStep, { receiptNumber: its.receiptNumber, press: newId(), step: name, doneOn: day, note, ...sent })
    assert.equal(done.ok, true, name)
  }
  for (const name of ['ordered', 'produced', 'mailed', 'returned'] as const) await step(name)
  const { receiptNumber, account } = its
  const asked = async () => (await ground.as(account).read(caseFor, { receiptNumber }))?.asked.filter(({ kind }) => kind === 'confirm-address').map(({ ended }) => ended?.how ?? 'open')
  const seen = async (path: string) => (await portal.get(path, account)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return { ...its, browser, step, asked, seen, page: `/cases/${receiptNumber}` }
}

describe('a card that came back', () => {
  it('asks its person where mail reaches them, with what to do and until when, and asks no more once they have said it', async () => {
    const { account, receiptNumber, browser, asked, seen, page } = await cameBack()
    const text = await seen(page)
    assert.match(text, /Tell us where mail reaches you The post office sent your card back to us\..* Change your address Mail reaches me where you send it/)
    assert.match(text, /Due Saturday, January 23, 2027, 5:59 AM EST/)
    assert.match(await seen('/account'), /Tell us where mail reaches you/)
    const other = await ground.newAccount('nobody@example.test')
    assert.deepEqual(await ground.as(other).perform(confirmMailAddress, { receiptNumber }), { ok: false, refusal: 'unknown-case' })
    assert.equal((await ground.as(account).perform(confirmMailAddress, { receiptNumber })).ok, true)
    assert.deepEqual(await asked(), ['done'])
    const after = await seen(page)
    assert.doesNotMatch(after, /Tell us where mail reaches you The post office|Waiting for you/)
    assert.match(after, /You told us where mail reaches you\. We mail it again/)
    assert.doesNotMatch(await seen('/account'), /See what is asked/)
    assert.match((await browser.open(`${page}/card`)).text, /The person said on .* where mail reaches them\. Mail the card again\./)
  })

  it('asks no more once it is mailed again, is asked anew when it comes back again, and lapses when it is destroyed', async () => {
    const { step, asked, seen, page } = await cameBack()
    await step('mailed')
    assert.deepEqual(await asked(), ['withdrawn'])
    assert.doesNotMatch(await seen(page), /Tell us where mail reaches you The post office/)
    await step('returned')
    assert.deepEqual(await asked(), ['withdrawn', 'open'])
    await step('destroyed')
    assert.deepEqual(await asked(), ['withdrawn', 'lapsed'])
  })
})
