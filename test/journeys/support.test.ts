import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { signUpAs } from '../guards/meet.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { type MovedClock, movedClock, waitingJobsAreDue } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { linkIn, mailboxOf } from './post.ts'
import type { Journey } from './sign-up-steps.ts'
import { chooseNewPassword, signInAnew } from './way-back-steps.ts'
import { waysGone } from './ways.ts'

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

const at = (address: string) => `${running.portalUrl}${address}`
const mailTo = (to: string, subject: string) => journey.mailbox.next({ to, subject })

async function atTheDesk(email: string, options: PersonOptions): Promise<Person> {
  const staff = await person(options)
  await signInAtDesk(staff, email, { running, clock })
  return staff
}

/** Sends a request, missing nothing at last; returns its tracking number as the page shows it. */
async function contactSupport(who: Person, address: string): Promise<string> {
  await who.goTo(at('/sign-in'))
  await who.follow('Contact support')
  await who.type('Email address or Online Account Number', 'neither')
  assert.equal(await who.press('Send request'), 422)
  for (const missing of [/Choose what it is about/, /Say what happened/, /Enter an email address such as/])
    assert.match(await who.text(), missing)
  await who.choose('I lost my phone or app')
  await who.type('Email address or Online Account Number', address)
  await who.type('What happened?', 'My phone fell into the harbor.')
  await who.press('Send request')
  assert.equal(await who.heading(), 'Your request')
  const number = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/.exec(await who.text())?.[0]
  assert.ok(number, 'a tracking number in three groups')
  return number
}

/** By its number, as the person reads it out, and with a reason. */
async function openRequest(staff: Person, number: string) {
  await staff.goTo(`${running.officeUrl}/support`)
  await staff.type('Tracking number', 'nothing')
  assert.equal(await staff.press('Find request'), 422)
  await staff.type('Tracking number', number.toLowerCase())
  await staff.press('Find request')
  if (!(await staff.page.getByRole('group', { name: 'Reason for opening', exact: true }).count())) return
  assert.doesNotMatch(await staff.text(), /harbor/, 'nothing of the request before a reason is given')
  assert.equal(await staff.press('Open request'), 422)
  await staff.choose('I answer this request')
  await staff.press('Open request')
  assert.match(await staff.text(), /My phone fell into the harbor/)
}

async function askForRecovery(who: Person, email: string) {
  await who.goTo(at('/recovery'))
  await who.type('Email address', email)
  await who.choose('The authentication app')
  await who.press('Ask for recovery')
}

const backupCodeAnswer =
  'Use your backup code in place of the one-time password: choose it below the question for the code.'

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts', { javaScript: true }],
], 1)

for (const [scripts, options] of ways) {
  const named = options.javaScript ? 'scripts' : 'plain'

  test(`given a request to support, the desk answers, stops a recovery and closes it, and the person sees each, ${scripts}`, async () => {
    const [who, staff] = [await person(options), await atTheDesk('support@example.test', options)]
    const { who: email } = await signUpAs(running, journey.mailbox, `asking-${named}@example.test`)
    const number = await contactSupport(who, email)
    await askForRecovery(who, email)
    await openRequest(staff, number)
    await staff.press('Send answer')
    assert.match(await staff.text(), /Choose something first\. Nothing was sent/)
    await staff.choose(backupCodeAnswer)
    await staff.press('Send answer')
    assert.match(await staff.text(), /The answer is on its way/)
    await staff.press('Send the missing mail again')
    await mailTo(email, 'Your user name')
    await staff.press('Cancel the recovery')
    assert.match(await staff.text(), /The recovery is cancelled/)
    await mailTo(email, 'The recovery of your account was cancelled')
    await staff.press('Close the request')
    assert.match(await staff.text(), /The request is closed/)

    await mailTo(email, 'We have your request')
    await who.goTo(linkIn(await mailTo(email, 'About your request')))
    for (const told of [number, backupCodeAnswer, 'We cancelled the recovery', 'The request is closed'])
      assert.ok((await who.text()).includes(told), told)
    assert.doesNotMatch(await who.text(), /Demonstration support/, 'never a name of the office')
    await Promise.all([who.end(), staff.end()])
  })

  test(`given every proof lost, two people of the agency check who somebody is, and a link comes after the wait, ${scripts}`, async () => {
    const [who, staff, second] = [
      await person(options),
      await atTheDesk('support@example.test', options),
      await atTheDesk('supervisor@example.test', options),
    ]
    const { who: email } = await signUpAs(running, journey.mailbox, `checked-${named}@example.test`)
    await askForRecovery(who, email)
    const number = await contactSupport(who, email)
    await openRequest(staff, number)
    await staff.choose('Passport')
    await staff.press('Record the check')
    assert.match(await staff.text(), /The check is recorded\. A supervisor confirms it/)
    assert.equal(await staff.page.getByRole('button', { name: 'Confirm the check' }).count(), 0)
    await openRequest(second, number)
    await second.press('Confirm the check')
    assert.match(await second.text(), /The check is confirmed/)

    clock.pass({ hours: 24, minutes: 1 })
    await waitingJobsAreDue(running)
    await who.goTo(linkIn(await mailTo(email, 'Choose a new password')))
    await who.press('Go on')
    await chooseNewPassword(who)
    await who.goTo(at('/sign-in'))
    await signInAnew(who, journey, email)
    await Promise.all([who.end(), staff.end(), second.end()])
  })
}
