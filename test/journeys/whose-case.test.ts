import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { type DuplicatesGround, duplicatesGround } from '../cast/duplicates-ground.ts'
import { lettersAbout } from '../cast/paper-case.ts'
import { closeBrowser, type PersonOptions } from './browser.ts'
import { atDesk, openOffice } from './desk-steps.ts'
import { waysGone } from './ways.ts'

let ground: DuplicatesGround
const desk = () => ({ office: ground, clock: ground.services.clock, services: ground.services, enter: () => '' })
before(async () => {
  ground = await duplicatesGround({ assets: await settleAssets(), assetsFolder })
  await openOffice(desk())
  for (const role of ['intake', 'supervisor'] as const) await ground.enrol(role)
})
after(async () => {
  await closeBrowser()
  await ground.end()
})

const ways = waysGone<[string, 'intake' | 'supervisor', PersonOptions]>([
  ['without scripts, 320 px wide', 'intake', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', 'supervisor', { javaScript: true, keyboardOnly: true }],
], 0)

for (const [way, role, options] of ways)
  test(`a form that looks like somebody is held against their account by ${role}, decided, and its notice has their number, ${way}`, async () => {
    const { receiptNumber } = await ground.doubtful()
    const who = await atDesk(desk(), { role, place: '/intake/duplicates', ...options })
    assert.match(await who.text(), /1 form waits/)
    await who.goTo(`${ground.services.officeUrl}/intake/duplicates/${receiptNumber}`)
    await who.press('Take it up')
    assert.match(await who.text(), /12 Harbor Street[\s\S]*Different/)
    assert.equal(await who.press('Decide'), 422)
    await who.page.getByLabel('It is somebody new').check({ force: true })
    await who.type('Why', 'Another signature')
    await who.press('Decide')
    assert.match(await who.text(), /It is decided/)
    const [letter] = await lettersAbout(ground, receiptNumber)
    assert.match(letter?.onlineAccountNumber ?? '', /^\d{12}$/)
    await who.end()
  })
