import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { paper } from './filing-steps.ts'
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
  const own = await maria.page.locator('a[href^="/cases/IOE"]:not([href*="/appointments/"])').first().getAttribute('href')
  await maria.goTo(`${running.portalUrl}${own}/messages`)
  assert.match(await maria.text(), /No messages yet/)
  assert.equal(await maria.press('Send message'), 422)
  await maria.enter('What it is about', 'An appointment')
  await maria.type('Message', 'May I bring <b>my sister</b>?')
  assert.equal(await maria.press('Send message'), 200)
  assert.match(await maria.text(), /Your message was sent[\s\S]*May I bring <b>my sister<\/b>\?[\s\S]*Not read by USCIS yet/)

  const desk = await person({ javaScript: false, width: 320 })
  await signInAtDesk(desk, 'officer@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}${own}`)
  await desk.choose('I work on this case', 'Reason for opening')
  await desk.press('Open file')
  await desk.goTo(`${running.officeUrl}/messages`)
  await desk.page.getByRole('link', { name: 'An appointment' }).first().click()
  assert.match(await desk.text(), /May I bring <b>my sister<\/b>\?/)
  await desk.upload('Files for your answer', paper('your letter.exe'))
  await desk.press('Upload')
  assert.match(await desk.text(), /We take PDF, JPEG, PNG, or TIFF files only/)
  await desk.page.getByLabel('Files for your answer').setInputFiles([paper('What to bring.pdf'), paper('How to find us.pdf', 2)])
  assert.equal(await desk.press('Upload'), 200)
  await eventually('both files to be checked', async () => ((await desk.reload()) === 200 && !/Being checked/.test(await desk.text())) || undefined)
  assert.match(await desk.text(), /What to bring\.pdf[\s\S]*Ready[\s\S]*How to find us\.pdf[\s\S]*Ready/)
  assert.equal(await desk.press('Remove How to find us.pdf'), 200)
  await maria.reload()
  assert.doesNotMatch(await maria.text(), /What to bring/)
  await desk.type('Answer', 'You may.')
  assert.equal(await desk.press('Send answer'), 200)

  const mail = await eventually('a mail', async () => (await running.outbox()).find(({ subject }) => /You have a message/.test(subject)))
  assert.doesNotMatch(mail.text, /You may\.|IOE|sister/)
  await maria.goTo(`${running.portalUrl}${own}/messages`)
  assert.match(await maria.text(), /1 new message/)
  await maria.follow('An appointment')
  assert.match(await maria.text(), /Read by USCIS on[\s\S]*You may\.\s*What to bring\.pdf .*PDF.* · 1 page/)
  assert.doesNotMatch(await maria.text(), /How to find us/)
  await maria.page.emulateMedia({ media: 'print' })
  assert.equal(await maria.page.getByText('What to bring.pdf').isVisible(), true, 'the print names it')
  await maria.page.emulateMedia({ media: 'screen' })
  const [download] = await Promise.all([maria.page.waitForEvent('download'), maria.page.getByRole('link', { name: 'What to bring.pdf' }).click()])
  assert.equal(download.suggestedFilename(), 'What to bring.pdf')
  assert.deepEqual(await readFile(await download.path()), await readFile(paper('What to bring.pdf')))
  await desk.reload()
  assert.match(await desk.text(), /Read by the person on/)
})
