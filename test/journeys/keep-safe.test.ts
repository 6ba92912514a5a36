import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person, type PersonOptions } from './browser.ts'
import { mailboxOf } from './post.ts'
import { type Journey, walkSignUp } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey
before(async () => {
  running = await runningPortolan()
  journey = { running, mailbox: await mailboxOf(running) }
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', { javaScript: true, keyboardOnly: true }],
], 0)

for (const [index, [way, options]] of ways.entries()) {
  test(`who says that others read along is protected at once, asks that it ends, and thinks better of it, ${way}`, async () => {
    const who = await person(options)
    await walkSignUp(who, journey, `keeps-safe-${index}@example.test`)
    await who.goTo(`${running.portalUrl}/account/contact`)
    await who.follow('Keep my mail safe')
    assert.equal(await who.heading(), 'Keep my mail safe')
    assert.doesNotMatch(await who.text(), /You are protected/)
    await who.choose('Somebody else can look at my phone')
    await who.press('Keep me safe')
    assert.match(await who.text(), /Saved\. It counts from now on\.[\s\S]*You are protected/)
    await who.press('Ask to end it')
    assert.match(await who.text(), /It ends in seven days/)
    await who.press('Keep me safe')
    assert.match(await who.text(), /You stay protected/)
    await who.choose('Somebody else can read my email')
    await who.press('Save')
    assert.match(await who.text(), /It can end only by the agency/)
    await who.end()
  })
}
