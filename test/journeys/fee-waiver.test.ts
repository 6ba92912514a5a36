import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { staffEmail, staffPassword } from '../cast/office-ground.ts'
import { type WaiverGround, waiverGround } from '../cast/waiver-ground.ts'
import { closeBrowser, person, type PersonOptions } from './browser.ts'

let ground: WaiverGround
let office: string
before(async () => {
  ground = await waiverGround({ assets: await settleAssets(), folder: assetsFolder })
  // The office answers to the address it is asked at, as behind its own name.
  office = await ground.office.listen()
  Object.assign(ground.services, { officeUrl: office })
})
after(async () => {
  await closeBrowser()
  await ground.end()
})

async function decide(receiptNumber: string, choice: string, options: PersonOptions): Promise<void> {
  const officer = await person(options)
  ground.clock.advance({ seconds: 60 })
  await officer.goTo(`${office}/sign-in?next=${encodeURIComponent(`/cases/${receiptNumber}`)}`)
  await officer.type('Email address', staffEmail('officer'))
  await officer.type('Password', staffPassword)
  await officer.press('Sign In')
  await officer.type('Secure One-time Password', await ground.office.codeOf(staffEmail('officer')))
  await officer.press('Submit')
  await officer.choose('I work on this case')
  await officer.press('Open file')
  await officer.follow('Decide the request')
  await officer.choose(choice)
  await officer.type('Note for the office', 'The benefit letter is current.')
  await officer.press('Record the decision')
  assert.match(await officer.text(), /Your Request Not To Pay Was Granted/)
  await officer.end()
}

describe('a fee that somebody cannot pay', () => {
  for (const javaScript of [true, false]) {
    it(`is asked about from the form, waived by an officer, and the form submitted for nothing, ${javaScript ? 'with' : 'without'} scripts`, async () => {
      const actor = await ground.person()
      const draft = await ground.filledDraft(actor)
      const one = await person({ javaScript, width: javaScript ? 1280 : 360 })
      const { publicUrl } = ground.services
      await one.page.context().addCookies([{ name: 'portolan_portal', value: ground.enter(actor), url: publicUrl }])
      await one.goTo(`${publicUrl}/drafts/${draft}/review`)
      await one.follow('I cannot pay this fee')
      await one.press('Ask not to pay')
      assert.match(await one.text(), /This request belongs to another form/)
      const request = one.page.url().split('/').at(-1) as string
      const receiptNumber = await ground.send(actor, request)
      await one.goTo(`${publicUrl}/drafts/${draft}`)
      assert.match(await one.text(), /We have your request/)
      await decide(receiptNumber, 'Waive the fee', { javaScript })
      await one.reload()
      assert.match(await one.text(), /You do not have to pay/)
      await one.follow('Your request not to pay')
      await one.follow('Review and submit')
      await one.goTo(`${publicUrl}/drafts/${draft}/sign`)
      await one.type('Full legal name', ground.nameOf())
      await one.press('Submit')
      assert.equal(await one.heading(), 'We received your form')
      await one.end()
    })
  }
})
