import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { checkBundle } from '../../src/cases/paper-link/letter/bundle/check-bundle.ts'
import { type PrintingGround, printingGround } from '../cast/printing-ground.ts'
import { closeBrowser, type PersonOptions } from './browser.ts'
import { atDesk, downloaded, inOtherLanguages, openOffice } from './desk-steps.ts'
import { waysGone } from './ways.ts'

let ground: PrintingGround
const desk = () => ({ office: ground, clock: ground.services.clock, services: ground.services, enter: () => '' })
before(async () => {
  ground = await printingGround({ assets: await settleAssets(), assetsFolder })
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
], 1)

for (const [way, role, options] of ways)
  test(`letters are made a batch, taken to the mail house, counted and confirmed by ${role}, ${way}`, async () => {
    await ground.clear()
    const url = `${ground.services.officeUrl}/printing`
    const who = await atDesk(desk(), { role, place: '/printing', ...options })
    assert.match(await who.text(), /No letter waits/)
    await ground.open({}, {}, { familyName: '王' })
    await who.goTo(url)
    assert.match(await who.text(), /3 letters wait\s+The oldest waits since November 23, 2026/)
    await who.press('Make a batch')
    assert.match(await who.text(), /The batch is being made/)
    await ground.make()
    await who.goTo(url)
    assert.match(await who.text(), /To print by hand[\s\S]*no font here has/)
    if (options.width) await inOtherLanguages(who, url)
    const [batch] = await ground.batches()
    await who.follow(`Batch ${batch?.ordinal}`)
    const { name, path } = await downloaded(who, /Download the letters/)
    assert.equal(name, `letters-${batch?.ordinal}.zip`)
    assert.deepEqual(await checkBundle(await readFile(path)), { ok: true, letters: 2, pages: 2 })

    await who.type('Letters counted', '3')
    assert.equal(await who.press('Confirm printed'), 422)
    assert.match(await who.text(), /Counted: 3\. In this batch: 2\./)
    if (options.width) await inOtherLanguages(who, `${url}/batches/${batch?.id}`)
    await who.type('Letters counted', '2')
    assert.equal(await who.press('Confirm printed'), 200)
    assert.match(await who.text(), /2 letters were printed/)
    assert.doesNotMatch(await who.text(), /Download the letters/)

    await who.goTo(url)
    assert.match(await who.text(), /No letter waits[\s\S]*Printed/)
    await who.page.getByRole('button', { name: /^Printed by hand/ }).click()
    await who.goTo(url)
    assert.doesNotMatch(await who.text(), /To print by hand/)
    await who.end()
  })
