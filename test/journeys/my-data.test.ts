import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test, { after, before } from 'node:test'
import { jsonIn, unzip } from '../cast/data-ground.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { standApart } from './apart.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { linkIn, mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey

before(async () => {
  running = await runningPortolan({ seeded: true })
  journey = { running, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

const at = (address: string) => `${running.portalUrl}${address}`

async function as(options: PersonOptions, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await act(who)
  await who.end()
}

const ways = waysGone<[PersonOptions, string]>([
  [{ javaScript: false, width: 320 }, 'firm-rep@example.test'],
  [{ javaScript: true, keyboardOnly: true }, 'rep@example.test'],
], 1)

for (const [way, email] of ways) {
  const scripts = way.javaScript ? 'with scripts, by the keyboard alone' : 'without scripts, 320 px wide'

  test(`given a person who leaves, they take their data, close the account and take it back from their mailbox, ${scripts}`, () =>
    as(way, async (who) => {
      await signIn(who, journey, email)
      await who.goTo(at('/account/profile'))
      await who.follow('My data: take a copy, or close the account')
      await standApart(who, '.card form')
      await who.press('Make my archive')
      await journey.mailbox.next({ to: email, subject: 'Something you asked for is ready' })
      await who.goTo(at('/account/data'))
      assert.match(await who.text(), /Your archive is ready/)
      const [download] = await Promise.all([who.page.waitForEvent('download'), who.page.getByText('Download my archive').click()])
      const files = await unzip(await readFile(await download.path()))
      assert.equal(jsonIn(files, 'account.json').accounts[0].userName, email)
      assert.match(String(files.get('README.txt')), /Demonstration of Portolan/)
      await who.goTo(at('/account/data/close'))
      await who.type('To confirm, type CLOSE', 'no')
      assert.equal(await who.press('Close my account'), 422)
      await who.type('To confirm, type CLOSE', 'close')
      await who.press('Close my account')
      assert.equal(await who.heading(), 'Your account is closed')
      await who.goTo(at('/account'))
      assert.equal(who.at(), '/sign-in')
      await who.goTo(linkIn(await journey.mailbox.next({ to: email, subject: 'Your account was closed' })))
      await who.press('Keep my account')
      assert.equal(await who.heading(), 'Your account is open again')
      await signIn(who, journey, email)
      assert.equal(who.at(), '/account')
    }))
}

test('given a case that is not decided, its person is told what stands in the way', () =>
  as({ javaScript: true }, async (who) => {
    await signIn(who, journey, 'maria@example.test')
    await who.goTo(at('/account/data/close'))
    assert.match(await who.text(), /You cannot close the account yet/)
    assert.equal(await who.page.getByText('Close my account', { exact: true }).and(who.page.locator('button')).count(), 0)
  }))
