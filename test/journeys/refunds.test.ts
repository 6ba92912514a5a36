import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { type RefundGround, refundGround } from '../cast/refund-ground.ts'
import { closeBrowser, type Person, type PersonOptions } from './browser.ts'
import { atDesk, atHome, downloaded, inOtherLanguages, openOffice, readAloud } from './desk-steps.ts'
import { waysGone } from './ways.ts'

let ground: RefundGround
before(async () => {
  ground = await refundGround({ assets: await settleAssets(), folder: assetsFolder })
  await openOffice(ground)
})
after(async () => {
  await closeBrowser()
  await ground.end()
})

const note = 'The form that was asked for is not the one that was needed.'

/** From the case file to the page of its payments. */
async function toPayments(role: 'officer' | 'supervisor', receiptNumber: string, options: PersonOptions): Promise<Person> {
  const staff = await atDesk(ground, { role, place: `/cases/${receiptNumber}`, ...options })
  await staff.follow('See payments and refunds')
  return staff
}

async function ask(staff: Person, amount: string): Promise<void> {
  await staff.type('Amount to give back', amount)
  await staff.select('Reason the person reads', 'We made a mistake.')
  await staff.type('Note for the supervisor', note)
  await staff.press('Ask for the refund')
}

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', { javaScript: true, keyboardOnly: true }],
], 0)

describe('a refund', () => {
  for (const [way, options] of ways) {
    it(`is asked for by an officer, agreed to by a supervisor, and reaches the person with a receipt, ${way}`, async () => {
      const { actor, receiptNumber } = await ground.paid()
      const officer = await toPayments('officer', receiptNumber, options)
      assert.equal(await officer.press('Ask for the refund'), 422)
      for (const missing of ['Enter the amount to give back', 'Choose the reason', 'Write what happened, so that the supervisor can agree'])
        assert.ok((await officer.text()).includes(missing), missing)
      await ask(officer, '415.01')
      assert.match(await officer.text(), /That is more than what is left of this payment/)
      await ask(officer, '415.00')
      assert.match(await officer.text(), /You asked for the refund\. A supervisor is to agree/)
      assert.match(await officer.text(), /You asked for it: somebody else has to agree/)
      assert.equal(await officer.page.getByRole('button', { name: /^Agree/ }).count(), 0)

      const supervisor = await atDesk(ground, { role: 'supervisor', place: '/refunds', ...options })
      await supervisor.follow(readAloud(receiptNumber))
      await supervisor.choose('I work on this case', 'Reason for opening')
      await supervisor.press('Open file')
      await supervisor.follow('See payments and refunds')
      assert.ok((await supervisor.text()).includes(note))
      const { officeUrl, publicUrl } = ground.services
      if (options.width) for (const page of ['/refunds', `/cases/${receiptNumber}/refund`, `/cases/${receiptNumber}`]) await inOtherLanguages(supervisor, `${officeUrl}${page}`)
      await supervisor.goTo(`${officeUrl}/cases/${receiptNumber}/refund`)
      await supervisor.press('Agree: give back $415.00')
      assert.match(await supervisor.text(), /You agreed\. The money is being given back/)
      await ground.drain()

      const one = await atHome(ground, actor, options)
      if (options.width) await inOtherLanguages(one, `${publicUrl}/cases/${receiptNumber}`)
      await one.goTo(`${publicUrl}/cases/${receiptNumber}`)
      assert.match(await one.text(), /We gave back \$415\.00.*\n+Why: We made a mistake\./)
      assert.ok(!(await one.text()).includes(note), 'the note is for the office alone')
      const receipt = await downloaded(one, 'Receipt for money given back')
      assert.match(receipt.name, /^IOE\d{10}-[\w-]+\.pdf$/)
      assert.match((await readFile(receipt.path)).toString('latin1'), /^%PDF-/)
      await Promise.all([officer.end(), supervisor.end(), one.end()])
    })
  }

  for (const javaScript of waysGone([true, false], 0)) {
    it(`is declined with an answer, asked for again and taken back, and the person is not troubled with it, ${javaScript ? 'with' : 'without'} scripts`, async () => {
      const { actor, receiptNumber } = await ground.paid()
      const officer = await toPayments('officer', receiptNumber, { javaScript })
      await ask(officer, '15')
      const supervisor = await toPayments('supervisor', receiptNumber, { javaScript, width: 390 })
      await supervisor.press('Decline')
      assert.match(await supervisor.text(), /Say why you decline/)
      await supervisor.type('Answer to who asked', 'The fee was due when it was taken.')
      await supervisor.press('Decline')
      assert.match(await supervisor.text(), /You declined the refund\. Nothing was given back/)
      await officer.reload()
      assert.match(await officer.text(), /The fee was due when it was taken\./)
      await ask(officer, '10')
      await officer.press('Take my request back')
      assert.match(await officer.text(), /You took your request back/)
      await ground.drain()
      const one = await atHome(ground, actor, { javaScript })
      await one.goTo(`${ground.services.publicUrl}/cases/${receiptNumber}`)
      assert.doesNotMatch(await one.text(), /Money given back/)
      await Promise.all([officer.end(), supervisor.end(), one.end()])
    })
  }
})
