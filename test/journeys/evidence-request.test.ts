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

test('an officer asks for evidence, its person answers a part in words over two visits, sends it once, and the officer reads the answer beside what was asked; without scripts, on a narrow screen', async () => {
  const maria = await person({ javaScript: false, width: 320 })
  await signIn(maria, journey, 'maria@example.test')
  const link = await maria.page.locator('a[href^="/cases/IOE"]').first().getAttribute('href')
  const own = /^\/cases\/[A-Z0-9]+/.exec(link ?? '')?.[0] ?? ''

  const desk = await person({ javaScript: false })
  await signInAtDesk(desk, 'officer@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}${own}`)
  await desk.choose('I work on this case', 'Reason for opening')
  await desk.press('Open file')
  await desk.goTo(`${running.officeUrl}${own}/evidence-request`)
  assert.equal(await desk.press('Save and preview'), 422)
  await desk.choose('Request for more evidence', 'What kind of request')
  await desk.type('Words before the list', 'Your name reads differently on two papers.')
  await desk.page.getByLabel('An explanation of what does not fit together').check()
  await desk.page.getByLabel('A document that shows your change of name').check()
  assert.equal(await desk.press('Save and preview'), 200)
  assert.match(await desk.text(), /How the person will read it[\s\S]*A document that shows your change of name[\s\S]*An explanation of what does not fit together/)
  assert.equal(await desk.press('Send request'), 200)
  assert.match(await desk.text(), /The request was sent/)

  await maria.goTo(`${running.portalUrl}${own}`)
  await maria.page.locator(`a[href^="${own}/requests/"]`).first().click()
  assert.match(await maria.text(), /Request for more evidence[\s\S]*Answer by[\s\S]*days left[\s\S]*0 of 2 answered/)
  const request = maria.page.url()
  await maria.page.getByRole('link', { name: 'An explanation of what does not fit together' }).click()
  await maria.type('Your answer', 'The second name is of my marriage.')
  assert.equal(await maria.press('Save'), 200)
  assert.match(await maria.text(), /Your answer is saved\. It is not sent yet/)

  await maria.goTo(request)
  assert.match(await maria.text(), /1 of 2 answered/)
  await maria.page.getByRole('link', { name: 'Review and send' }).click()
  assert.match(await maria.text(), /Your answer is not complete/)
  assert.equal(await maria.press('Send answer'), 422)
  assert.match(await maria.text(), /Tick that you understand this/)
  await maria.page.getByLabel(/I understand that I can answer only once/).check()
  assert.equal(await maria.press('Send answer'), 200)
  assert.match(await maria.text(), /We received your answer[\s\S]*You answered 1 of 2 points/)

  await desk.reload()
  assert.match(await desk.text(), /Not complete[\s\S]*The second name is of my marriage\./)
  const copy = await eventually('the copy', async () => {
    await maria.goTo(`${running.portalUrl}${own}`)
    return /Answer to a request for evidence/.test(await maria.text()) || undefined
  })
  assert.ok(copy)
})

test('a supervisor declares an outage and ends it, and anybody reads what happened', async () => {
  const desk = await person({ javaScript: false })
  await signInAtDesk(desk, 'supervisor@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}/outages`)
  assert.equal(await desk.press('Declare outage'), 422)
  await desk.page.getByLabel('Signing in').check()
  await desk.page.locator('textarea[name="words-en"]').fill('Nobody could sign in. Try again when it is over.')
  assert.equal(await desk.press('Declare outage'), 200)
  assert.match(await desk.text(), /The outage is declared/)
  const anybody = await person({ javaScript: false, width: 320 })
  await anybody.goTo(`${running.portalUrl}/incidents`)
  assert.match(await anybody.text(), /Signing in[\s\S]*Now[\s\S]*Nobody could sign in[\s\S]*no deadline passes/)
  clock.pass({ hours: 2 })
  await signInAtDesk(desk, 'supervisor@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}/outages`)
  await desk.page.getByRole('link', { name: 'End outage' }).first().click()
  assert.equal(await desk.press('End outage'), 200)
  assert.match(await desk.text(), /The outage is over/)
  await anybody.reload()
  assert.match(await anybody.text(), /Over[\s\S]*move by its length/)
})
