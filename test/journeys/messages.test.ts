import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { eventually, mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

let running: RunningPortolan
let journey: Journey
let clock: MovedClock
before(async () => {
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
  journey = { running, mailbox: await mailboxOf(running) }
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

test('given a case, its person writes, the agency reads and answers, and each sees that the other has read; without scripts, on a narrow screen', async () => {
  const maria = await person({ javaScript: false, width: 320 })
  await signIn(maria, journey, 'maria@example.test')
  const own = await maria.page.locator('a[href^="/cases/IOE"]').first().getAttribute('href')
  await maria.goTo(`${running.portalUrl}${own}/messages`)
  assert.match(await maria.text(), /No messages yet/)
  assert.equal(await maria.press('Send message'), 422)
  await maria.enter('What it is about', 'An appointment')
  await maria.type('Message', 'May I bring <b>my sister</b>?')
  assert.equal(await maria.press('Send message'), 200)
  assert.match(await maria.text(), /Your message was sent[\s\S]*May I bring <b>my sister<\/b>\?[\s\S]*Not read by USCIS yet/)

  const desk = await person({ javaScript: false })
  await signInAtDesk(desk, 'officer@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}${own}`)
  await desk.choose('I work on this case', 'Reason for opening')
  await desk.press('Open file')
  await desk.goTo(`${running.officeUrl}/messages`)
  await desk.page.getByRole('link', { name: 'An appointment' }).first().click()
  assert.match(await desk.text(), /May I bring <b>my sister<\/b>\?/)
  await desk.type('Answer', 'You may.')
  assert.equal(await desk.press('Send answer'), 200)

  const mail = await eventually('a mail', async () => (await running.outbox()).find(({ subject }) => /You have a message/.test(subject)))
  assert.doesNotMatch(mail.text, /You may\.|IOE|sister/)
  await maria.goTo(`${running.portalUrl}${own}/messages`)
  assert.match(await maria.text(), /1 new message/)
  await maria.page.getByRole('link', { name: 'An appointment' }).click()
  assert.match(await maria.text(), /Read by USCIS on[\s\S]*You may\./)
  await desk.reload()
  assert.match(await desk.text(), /Read by the person on/)
})
