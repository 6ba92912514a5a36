import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { type PrintingGround, printingGround } from '../cast/printing-ground.ts'
import { closeBrowser, type PersonOptions } from './browser.ts'
import { atDesk, inOtherLanguages, openOffice } from './desk-steps.ts'
import { waysGone } from './ways.ts'

let ground: PrintingGround
const desk = () => ({ office: ground, clock: ground.services.clock, services: ground.services, enter: () => '' })
before(async () => {
  ground = await printingGround({ assets: await settleAssets(), assetsFolder })
  await openOffice(desk())
  for (const [role, number] of [['officer', 1], ['supervisor', 1], ['supervisor', 2]] as const) await ground.enrol(role, number)
})
after(async () => {
  await closeBrowser()
  await ground.end()
})

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', { javaScript: true, keyboardOnly: true }],
], 0)

for (const [way, options] of ways)
  test(`a case is protected by an officer, who then finds it no more; where post is safe is said, and two supervisors lift it, ${way}`, async () => {
    await ground.clear()
    const [its] = await ground.open({})
    assert.ok(its)
    const file = `/cases/${its.receiptNumber}`
    const address = `${ground.services.officeUrl}${file}/protection`
    const officer = await atDesk(desk(), { role: 'officer', place: file, ...options })
    await officer.follow('Protect, or see where post is safe')
    assert.equal(await officer.press('Protect'), 422)
    await officer.type('Reason', 'They told us on the phone that he reads their mail.')
    await officer.press('Protect')
    assert.match(await officer.text(), /only to who may see protected people/)
    assert.equal(await officer.goTo(address), 404)
    await officer.end()

    const one = await atDesk(desk(), { role: 'supervisor', place: file, ...options })
    await one.follow('Protect, or see where post is safe')
    assert.match(await one.text(), /They told us on the phone/)
    await one.follow('Say where post is safe')
    await one.goTo(`${address}/safe-place?country=US`)
    await one.type('Street and number', '9 Lantern Row')
    await one.type('City or town', 'Peoria')
    await one.select('State', 'Illinois')
    await one.type('ZIP Code', '61602')
    await one.press('Send letters there')
    assert.match(await one.text(), /Kept\. Letters go there[\s\S]*9 Lantern Row/)
    if (options.width) for (const page of [address, `${address}/lift`, `${ground.services.officeUrl}/protected`]) await inOtherLanguages(one, page)
    await one.goTo(`${address}/lift`)
    await one.type('Reason', 'They live elsewhere now and asked for it in person.')
    await one.press('Ask to lift it')
    assert.match(await one.text(), /A supervisor who is somebody else has to agree/)
    assert.equal(await one.page.getByRole('button', { name: 'Agree to lift it' }).count(), 0)

    const other = await atDesk(desk(), { role: 'supervisor', number: 2, place: file, ...options })
    await other.goTo(address)
    await other.press('Agree to lift it')
    assert.match(await other.text(), /Lifted\. Letters go to the addresses on file again/)
    await Promise.all([one.end(), other.end()])
  })
