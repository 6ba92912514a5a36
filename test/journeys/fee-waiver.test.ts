import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { type WaiverGround, waiverGround } from '../cast/waiver-ground.ts'
import { closeBrowser, type PersonOptions } from './browser.ts'
import { atDesk, atHome, inOtherLanguages, openOffice } from './desk-steps.ts'
import { waysGone } from './ways.ts'

let ground: WaiverGround
before(async () => {
  ground = await waiverGround({ assets: await settleAssets(), folder: assetsFolder })
  await openOffice(ground)
})
after(async () => {
  await closeBrowser()
  await ground.end()
})

async function decide(receiptNumber: string, choice: { decision: string; reason?: string; status: RegExp }, options: PersonOptions): Promise<void> {
  const officer = await atDesk(ground, { role: 'officer', place: `/cases/${receiptNumber}`, ...options })
  if (options.width) await inOtherLanguages(officer, `${ground.services.officeUrl}/cases/${receiptNumber}/fee-waiver`)
  await officer.goTo(`${ground.services.officeUrl}/cases/${receiptNumber}`)
  await officer.follow('Decide the request')
  assert.equal(await officer.press('Record the decision'), 422)
  await officer.choose(choice.decision)
  await officer.type('Note for the office', 'Read with the papers that came with it.')
  if (choice.reason) {
    assert.equal(await officer.press('Record the decision'), 422, 'a reason that the person reads')
    await officer.select('Why it is not waived', choice.reason)
  }
  await officer.press('Record the decision')
  assert.match(await officer.text(), choice.status)
  await officer.follow('See the request')
  if (choice.reason) assert.ok((await officer.text()).includes(choice.reason), 'with the reason that the person reads')
  assert.equal(await officer.page.getByRole('button', { name: 'Record the decision' }).count(), 0, 'decided once')
  await officer.end()
}

const ways = waysGone<[string, PersonOptions]>([
  ['with scripts', { javaScript: true }],
  ['without scripts', { javaScript: false, width: 320 }],
], 0)

/** Somebody who asked from their form not to pay; the form is open in their browser. */
async function asked(options: PersonOptions) {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  const one = await atHome(ground, actor, options)
  const { publicUrl } = ground.services
  await one.goTo(`${publicUrl}/drafts/${draft}/review`)
  await one.follow('I cannot pay this fee')
  await one.press('Ask not to pay')
  assert.match(await one.text(), /This request belongs to another form/)
  const request = one.page.url().split('/').at(-1) as string
  const receiptNumber = await ground.send(actor, request)
  await one.goTo(`${publicUrl}/drafts/${draft}`)
  assert.match(await one.text(), /We have your request/)
  return { one, draft, receiptNumber }
}

describe('a fee that somebody cannot pay', () => {
  for (const [way, options] of ways) {
    it(`is asked about from the form, waived by an officer, and the form submitted for nothing, ${way}`, async () => {
      const { one, draft, receiptNumber } = await asked(options)
      await decide(receiptNumber, { decision: 'Waive the fee', status: /Your Request Not To Pay Was Granted/ }, options)
      await one.reload()
      assert.match(await one.text(), /You do not have to pay/)
      await one.follow('Your request not to pay')
      await one.follow('Review and submit')
      await one.goTo(`${ground.services.publicUrl}/drafts/${draft}/sign`)
      await one.type('Full legal name', ground.nameOf())
      await one.press('Submit')
      assert.equal(await one.heading(), 'We received your form')
      await one.end()
    })

    it(`is not waived for a reason the person reads; their form is kept as it was, and they go on to pay or ask again, ${way}`, async () => {
      const { one, draft, receiptNumber } = await asked(options)
      const reason = 'By your papers, the income of your household is above 150 percent of the poverty guidelines.'
      await decide(receiptNumber, { decision: 'Do not waive the fee', reason, status: /Your Request Not To Pay Was Not Granted/ }, options)
      await one.reload()
      assert.match(await one.text(), /We did not agree to your request/)
      await one.follow('Your request not to pay')
      assert.ok((await one.text()).includes(reason))
      assert.doesNotMatch(await one.text(), /Read with the papers/, 'the note is for the office alone')
      assert.ok(await one.page.getByRole('button', { name: 'Ask not to pay', exact: true }).count(), 'they may ask once more')
      await one.follow('Review and submit')
      assert.equal(one.at(), `/drafts/${draft}/review`)
      await one.goTo(`${ground.services.publicUrl}/drafts/${draft}/sign`)
      await one.type('Full legal name', ground.nameOf())
      await one.press('Sign and continue')
      assert.match(await one.text(), /\$415\.00/)
      assert.ok(await one.page.getByRole('button', { name: 'Pay and submit', exact: true }).count())
      await one.end()
    })
  }
})
