import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { leaksIn } from '../guards/canary.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { errorsOn, fillPages, scenarioPerson, startForm } from './filing-steps.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey
const passphrase = 'lantern quay mellow forty'

before(async () => {
  running = await runningPortolan({ seeded: true })
  journey = { running, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

async function as(options: PersonOptions, email: string, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await signIn(who, journey, email)
  await act(who)
  assert.deepEqual(leaksIn('an address the browser asked for', who.asked, { passphrase, street: '100 Example Street' }), [])
  await who.end()
}

/** Types a passphrase twice and presses the button; what the browser saved, as it named it. */
async function saveFile(who: Person): Promise<{ name: string; path: string }> {
  await who.type('Passphrase', passphrase)
  await who.type('The same passphrase again', passphrase)
  const button = who.page.getByRole('button', { name: 'Save the file', exact: true })
  const [download] = await Promise.all([who.page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), path: await download.path() }
}

async function readIn(who: Person, path: string, typed: string) {
  await who.upload('Draft file', path)
  await who.type('Passphrase of the file', typed)
  return who.press('Read the file')
}

/** The account in which the draft is begun, and the one in which it goes on. */
const ways = waysGone<[PersonOptions, string, string]>([
  [{ javaScript: false, width: 320 }, 'maria@example.test', 'sam@example.test'],
  [{ javaScript: true, keyboardOnly: true }, 'sam@example.test', 'maria@example.test'],
], 1)

for (const [way, from, to] of ways) {
  const scripts = way.javaScript ? 'with scripts, by the keyboard alone' : 'without scripts, 320 px wide'

  test(`given a draft, a person keeps it as a file, deletes it and goes on with it in another account, ${scripts}`, async () => {
    let path = ''
    await as(way, from, async (who) => {
      const draft = await startForm(who, running)
      await who.follow('Continue')
      await fillPages(who, draft, scenarioPerson(running, 'lost card'))
      await who.goTo(`${running.portalUrl}${draft}`)
      await who.follow('Keep a copy as a file')
      assert.equal(await who.heading(), 'Keep a copy of this draft')
      await who.type('Passphrase', 'too short')
      assert.equal(await who.press('Save the file'), 422)
      assert.match(await errorsOn(who), /12 or more characters[\s\S]*once more/)
      const saved = await saveFile(who)
      assert.match(saved.name, /^portolan-\d{4}-\d\d-\d\d\.draft$/)
      path = `${saved.path}-kept.draft`
      writeFileSync(path, readFileSync(saved.path))
      await who.goTo(`${running.portalUrl}${draft}/delete`)
      assert.match(await who.text(), /Keep a copy as a file first/)
      await who.press('Delete the draft')
    })
    await as(way, to, async (who) => {
      await who.follow('Go on with a draft from a file')
      await who.press('Read the file')
      assert.match(await errorsOn(who), /Choose the draft file first/)
      await readIn(who, path, `${passphrase} not`)
      assert.match(await errorsOn(who), /The file did not open/)
      await readIn(who, path, passphrase)
      assert.match(who.at(), /^\/drafts\/[^/]+$/)
      assert.match(await who.text(), /Your draft was read from the file[\s\S]*Every page is done/)
      await who.follow('Review')
      for (const words of ['Maria', '100 Example Street', 'Springfield'])
        assert.ok((await who.text()).includes(words), `the review shows ${words}`)
    })
  })
}

test('no line of the log holds a passphrase or what is in a file', () => {
  const lines = running.logged.map((line) => line.replace(/"(time|requestId|jobId)":("[^"]*"|\d+)/g, ''))
  assert.ok(lines.some((line) => line.includes('/drafts/:draft/export')) && lines.some((line) => line.includes('/drafts/import')))
  assert.deepEqual(leaksIn('the log', lines, { passphrase, street: '100 Example Street', file: 'PORTOLAN-DRAFT' }), [])
})
