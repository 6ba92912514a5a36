import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { reportMoney } from '../../src/filing/index.ts'
import type { PayPort } from '../../src/platform/pay/index.ts'
import { type RefundGround, refundGround } from '../cast/refund-ground.ts'
import { closeBrowser, type Person, type PersonOptions } from './browser.ts'
import { atDesk, downloaded, inOtherLanguages, openOffice, readAloud } from './desk-steps.ts'
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

const today = () => ground.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate()
const inWords = (day: Temporal.PlainDate) => day.toLocaleString('en-US', { dateStyle: 'long' })
const report = (day = today(), pay: PayPort = ground.services.pay) => reportMoney(ground.asSystem(), pay, day)

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', { javaScript: true, keyboardOnly: true }],
], 0)

const supervisorAt = (place: string, options: PersonOptions) => atDesk(ground, { role: 'supervisor', place, ...options })

async function opensDay(who: Person, day: Temporal.PlainDate): Promise<string> {
  await who.goTo(`${ground.services.officeUrl}/money`)
  await who.follow(inWords(day))
  return who.text()
}

test('before the first report the page says when it comes', async () => {
  for (const [, options] of ways) {
    const supervisor = await supervisorAt('/queues', options)
    await supervisor.follow('Daily money')
    assert.match(await supervisor.text(), /No report yet[\s\S]*an hour after midnight/)
    await supervisor.end()
  }
})

test('a supervisor sees that each day balances, opens a day, an empty one too, and keeps its file', async () => {
  await ground.paid()
  const [day, before] = [today(), today().subtract({ days: 1 })]
  await report(before)
  await report(day)
  for (const [, options] of ways) {
    const supervisor = await supervisorAt('/money', options)
    assert.doesNotMatch(await supervisor.text(), /Does not balance/)
    const text = await opensDay(supervisor, day)
    assert.match(text, /This day balances to the cent\./)
    assert.match(text, /\$415\.00 \(1\)/)
    const file = await downloaded(supervisor, 'Download this report (CSV)')
    assert.equal(file.name, `money-${day}-cashier.csv`)
    assert.match(await readFile(file.path, 'utf8'), /415\.00/)
    assert.match(await opensDay(supervisor, before), /No money moved on this day/)
    await supervisor.end()
  }
})

test('a day that does not balance stands on top of the queues, and each difference says what to do and leads to its case', async () => {
  const { receiptNumber } = await ground.paid()
  const short: PayPort = {
    ...ground.services.pay,
    listMovements: async (from, until) => {
      const moved = await ground.services.pay.listMovements(from, until)
      return moved.map((one, index) => ({ ...one, amountCents: one.amountCents - (index === 0 ? 0 : 1) }))
    },
  }
  const day = today()
  await report(day, short)
  for (const [, options] of ways) {
    const supervisor = await supervisorAt('/queues', options)
    await supervisor.follow('See what differs')
    assert.match(await supervisor.text(), /Does not balance/)
    const text = await opensDay(supervisor, day)
    assert.match(text, /Our books hold \$0\.01 more than the provider/)
    assert.match(text, /Not the same amount/)
    assert.match(text, /Look at the payment at the provider/)
    if (options.width) for (const page of ['/money', `/money/${day}/cashier`, '/queues']) await inOtherLanguages(supervisor, `${ground.services.officeUrl}${page}`)
    await opensDay(supervisor, day)
    await supervisor.follow(readAloud(receiptNumber))
    assert.equal(supervisor.at(), `/cases/${receiptNumber}`)
    await supervisor.end()
  }
})
