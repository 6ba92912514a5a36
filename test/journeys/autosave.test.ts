import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { startForm } from './filing-steps.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

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

test('what is typed is kept without a press, waits when the page is opened again, and a broken connection is said and mended', async () => {
  const who = await person({ javaScript: true })
  await signIn(who, journey, 'maria@example.test')
  await startForm(who, running)
  await who.follow('Continue')
  const says = (words: string) => who.page.locator('[data-autosave-said]', { hasText: words }).waitFor({ timeout: 15_000 })
  const choices = who.page.locator('main form input[type=radio]')
  await choices.nth(1).check({ force: true })
  await says('What you typed was kept at')
  assert.equal(await who.page.getByRole('status').filter({ hasText: 'What you type is kept' }).count(), 1)

  await who.reload()
  assert.match(await who.text(), /not part of your form yet/)
  assert.equal(await choices.nth(1).isChecked(), true)

  await who.page.context().setOffline(true)
  await choices.nth(0).check({ force: true })
  await says('Not kept yet: check your connection')
  await who.page.context().setOffline(false)
  await says('What you typed was kept at')
  await who.end()
})
