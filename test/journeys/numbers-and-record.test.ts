import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { settleAssets, assetsFolder } from '../../src/app/settle-assets.ts'
import { countFigures } from '../../src/cases/index.ts'
import { decidedCases } from '../cast/decided-cases.ts'
import { type RefundGround, refundGround } from '../cast/refund-ground.ts'
import { closeBrowser, type PersonOptions } from './browser.ts'
import { atDesk, downloaded, inOtherLanguages, openOffice } from './desk-steps.ts'
import { waysGone } from './ways.ts'

let ground: RefundGround
before(async () => {
  ground = await refundGround({ assets: await settleAssets(), folder: assetsFolder })
  await openOffice(ground)
  const days = (many: number, each: number) => Array.from({ length: many }, (_, index) => each + (index % 40))
  await decidedCases(ground.database, { form: 'i-90', days: days(60, 30), decidedOn: '2026-11-10' })
  await decidedCases(ground.database, { form: 'n-400', days: days(25, 120), decidedOn: '2026-10-20' })
  await decidedCases(ground.database, { form: 'i-130', days: days(4, 200), decidedOn: '2026-10-02' })
  await ground.asSystem().perform(countFigures, {})
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
  test(`a supervisor looks at the numbers, over a year, keeps a table, and asks the record who opened a file, ${way}`, async () => {
    const supervisor = await atDesk(ground, { role: 'supervisor', place: '/queues', ...options })
    await supervisor.follow('Numbers')
    assert.match(await supervisor.text(), /Cases over time/)
    await supervisor.follow('the last 365 days')
    assert.match(await supervisor.text(), /not shown/)
    const file = await downloaded(supervisor, /Download as a file \(CSV\) of: By form/)
    assert.match(file.name, /^forms-.*\.csv$/)
    await supervisor.follow('The record')
    await supervisor.type('What was done', 'officer.look-at-record')
    await supervisor.press('Show entries')
    assert.match(await supervisor.text(), /officer\.look-at-record/)
    await supervisor.end()
  })

test('both are read in a longer language and from right to left', async () => {
  const supervisor = await atDesk(ground, { role: 'supervisor', place: '/numbers', javaScript: false })
  for (const place of ['/numbers', '/audit']) await inOtherLanguages(supervisor, `${ground.services.officeUrl}${place}`)
  await supervisor.end()
})
