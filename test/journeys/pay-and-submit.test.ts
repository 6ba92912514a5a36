import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import type { RunningWorker } from '../../src/platform/jobs/run-worker.ts'
import { freeScenario, paidScenario, submitGround, type SubmitGround } from '../cast/submit-ground.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { waysGone } from './ways.ts'

let ground: SubmitGround
let worker: RunningWorker
before(async () => {
  ground = await submitGround({ built: { assets: await settleAssets(), folder: assetsFolder } })
  Object.assign(ground.services, { pauseFor: undefined })
  worker = await ground.startWorker()
})
after(async () => {
  await closeBrowser()
  await worker.stop()
  await ground.end()
})

const card = async (one: Person, cardNumber: string) => {
  await one.type('Card number', cardNumber)
  await one.type('Expiry date', '04/40')
  await one.type('Security code', '123')
  await one.type('Name on card', 'Maria Example')
}

/** Somebody with a filled-in draft, signed in at a browser of their own, on the page to sign. */
async function atSigning(scenario: string, options: PersonOptions): Promise<{ one: Person; draft: string }> {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, scenario)
  const one = await person(options)
  const { publicUrl } = ground.services
  await one.page.context().addCookies([{ name: 'portolan_portal', value: ground.enter(actor), url: publicUrl }])
  await one.goTo(`${publicUrl}/drafts/${draft}/sign`)
  return { one, draft }
}

/** The browser has the receipt number on the page; a page that waits asks again by the link, as a person would. */
async function toReceipt(one: Person, draft: string): Promise<void> {
  for (let look = 0; look < 5 && (await one.heading()) !== 'We received your form'; look += 1)
    await one.follow('Check again')
  const { receipt_number } = (await ground.submissionOf(draft)) ?? {}
  assert.match(receipt_number ?? '', /^IOE\d{10}$/)
  assert.ok((await one.text()).replace(/\s/g, '').includes(receipt_number ?? '-'))
}

describe('from the signature to the receipt number', () => {
  for (const javaScript of waysGone([true, false], 0)) {
    it(`pays at the cashier, is declined once, and gets the receipt, ${javaScript ? 'with' : 'without'} scripts`, async () => {
      const { one, draft } = await atSigning(paidScenario, { javaScript })
      await one.type('Full legal name', ground.nameOf())
      await one.press('Sign and continue')
      await one.press('Pay and submit')
      assert.ok(one.page.url().startsWith(ground.cashier.url), one.page.url())
      await card(one, '4000 0000 0000 0002')
      await one.press('Pay')
      await card(one, '4242 4242 4242 4242')
      await one.press('Pay')
      await toReceipt(one, draft)
      await one.end()
    })
  }

  for (const javaScript of waysGone([true, false], 0)) {
    it(`pays from a bank account, is told that it takes days, then that it came back, and files again, ${javaScript ? 'with' : 'without'} scripts`, async () => {
      const { one, draft } = await atSigning(paidScenario, { javaScript, width: javaScript ? 1280 : 360 })
      await one.type('Full legal name', ground.nameOf())
      await one.press('Sign and continue')
      await one.press('Pay and submit')
      await one.page.getByText('Use a bank account instead').click()
      await one.type('Routing number', '110000000')
      await one.type('Account number', '1234')
      await one.type('Name on account', 'Maria Example')
      await one.press('Use this account')
      await one.type('Account number', '100020003002')
      await one.press('Use this account')
      await toReceipt(one, draft)
      assert.match(await one.text(), /Your payment is on its way/)
      ground.clock.advance({ minutes: 2 })
      await ground.reconcile()
      await one.goTo(one.page.url())
      assert.equal(await one.heading(), 'Your bank sent the payment back')
      await one.press('File again with these answers')
      assert.match(one.page.url(), /\/drafts\/(?!.*\/)/)
      assert.notEqual(one.page.url().split('/').at(-1), draft)
      await one.end()
    })
  }

  it('submits a form without a fee by keyboard alone', async () => {
    const { one, draft } = await atSigning(freeScenario, { javaScript: true, keyboardOnly: true })
    await one.type('Full legal name', ground.nameOf(freeScenario))
    await one.press('Submit')
    await toReceipt(one, draft)
    await one.end()
  })

  it('cancels at the cashier on a phone, is told, and pays after all with a slow card', async () => {
    const { one, draft } = await atSigning(paidScenario, { javaScript: false, width: 360 })
    await one.type('Full legal name', ground.nameOf())
    await one.press('Sign and continue')
    await one.press('Pay and submit')
    await one.press('Cancel')
    for (let look = 0; look < 5 && (await one.heading()) !== 'The payment was cancelled'; look += 1)
      await one.follow('Check again')
    await one.follow('Pay again')
    await one.press('Pay and submit')
    await card(one, '4000 0000 0000 0077')
    await one.press('Pay')
    await toReceipt(one, draft)
    await one.end()
  })
})
