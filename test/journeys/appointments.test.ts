import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

let running: RunningPortolan
let journey: Journey
let clock: MovedClock
before(async () => {
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock, environment: { PORTOLAN_PSEUDO_LANGUAGES: 'yes' } })
  journey = { running, mailbox: await mailboxOf(running) }
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

test('given an appointment, its person sees when, where and what to bring, says what they need and takes another time, without scripts on a narrow screen; the office sees it, and closes the day', async () => {
  const maria = await person({ javaScript: false, width: 320 })
  await signIn(maria, journey, 'maria@example.test')
  await maria.page.locator('a[href*="/appointments/"]').first().click()
  const own = new URL(maria.at(), running.portalUrl).pathname
  assert.match(await maria.text(), /Fingerprints, photo and signature[\s\S]*When and where[\s\S]*Application Support Center, North[\s\S]*18 Mill Street[\s\S]*What to bring/)
  await maria.type('What you need', 'A place for a wheelchair')
  await maria.press('Tell the office')
  assert.match(await maria.text(), /The office knows what you need/)
  await maria.goTo(`${running.portalUrl}${own}?language=ar-XB`)
  await maria.goTo(`${running.portalUrl}${own}?language=en`)

  await maria.follow('Choose another time')
  assert.equal(await maria.press('Take this time'), 422)
  assert.match(await maria.text(), /Choose a reason[\s\S]*Choose a time/)
  await maria.page.getByRole('radio').nth(2).check({ force: true })
  await maria.select('Why you need another time', 'A wedding, a funeral, a graduation or the like')
  await maria.press('Take this time')
  assert.match(await maria.text(), /You have a new time[\s\S]*You have moved it once/)
  await maria.goTo(`${running.portalUrl}${own.replace(/\/[^/]+$/, '')}`)
  assert.match(await maria.text(), /Appointments[\s\S]*Set/)

  const receiptNumber = own.split('/')[2] as string
  const desk = await person({ javaScript: true })
  await signInAtDesk(desk, 'officer@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}/cases/${receiptNumber}`)
  await desk.choose('I work on this case', 'Reason for opening')
  await desk.press('Open file')
  await desk.follow('Appointments of this case')
  await desk.goTo(`${running.officeUrl}${own}`)
  assert.match(await desk.text(), /A place for a wheelchair[\s\S]*Moved from[\s\S]*by the person/)

  const supervisor = await person({ javaScript: false })
  await signInAtDesk(supervisor, 'supervisor@example.test', { running, clock })
  const at = (await running.database.pools.owner?.selectFrom('correspondence.appointment').select('starts_at').where('receipt_number', '=', receiptNumber).executeTakeFirst())?.starts_at as Temporal.Instant
  const day = at.toZonedDateTimeISO('America/New_York').toPlainDate()
  await supervisor.goTo(`${running.officeUrl}/appointments?office=support-center-north&day=${day}`)
  assert.match(await supervisor.text(), /Expected[\s\S]*Asked for help/)
  await supervisor.follow('Open and close times')
  await supervisor.page.locator('summary', { hasText: '1 person booked' }).click()
  await supervisor.page.locator('details[open] select').selectOption('weather')
  await Promise.all([supervisor.page.waitForNavigation(), supervisor.page.locator('details[open]').getByRole('button', { name: 'Close the whole day' }).click()])
  assert.match(await supervisor.text(), /1 person has another time/)
  await maria.goTo(`${running.portalUrl}${own}`)
  assert.match(await maria.text(), /We had to close this time[\s\S]*Bad weather/)
})
