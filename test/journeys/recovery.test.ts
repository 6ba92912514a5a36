import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { signUpAs } from '../guards/meet.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { standApart } from './apart.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { type MovedClock, movedClock, waitingJobsAreDue } from './moved-clock.ts'
import { linkIn, mailboxOf } from './post.ts'
import { giveBothFactors, type Journey } from './sign-up-steps.ts'
import { chooseNewPassword, giveAnswers, keepNewCode, signInAnew } from './way-back-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey
let clock: MovedClock

before(async () => {
  clock = movedClock()
  running = await runningPortolan({ clock })
  journey = { running, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

const at = (address: string) => `${running.portalUrl}${address}`
const asked = 'Someone asked to get back into your account'
const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts', { javaScript: true }],
], 1)

async function as(options: PersonOptions, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await act(who)
  await who.end()
}

/** By the links of the pages, from the question for a code that no longer comes. */
async function askForRecovery(who: Person, email: string) {
  await who.goTo(at('/contact-support'))
  await who.follow('Ask for the slow way back in')
  assert.equal(who.at(), '/recovery')
  assert.equal(await who.press('Ask for recovery'), 422)
  assert.match(await who.text(), /Choose at least one/)
  await who.type('Email address', email)
  await who.choose('The authentication app')
  await who.choose('The mailbox of the address I sign in with')
  await who.press('Ask for recovery')
  assert.equal(await who.heading(), 'Your request was taken')
}

const mailTo = (to: string, subject: string) => journey.mailbox.next({ to, subject })

/** The wait of a request goes by. */
async function aDayPasses() {
  clock.pass({ hours: 24, minutes: 1 })
  await waitingJobsAreDue(running)
}

/** A second mailbox on file, proven by its link. */
async function proveSecondMailbox(who: Person, email: string, second: string) {
  await who.goTo(at('/sign-in?next=/account/contact/recovery-email'))
  await giveBothFactors(who, journey, email)
  assert.equal(who.at(), '/account/contact/recovery-email')
  await standApart(who, '.card > :is(.facts, .form)')
  await who.type('Recovery email address', email)
  assert.equal(await who.press('Send the link'), 422)
  await who.type('Recovery email address', second)
  await who.press('Send the link')
  await who.goTo(linkIn(await mailTo(second, 'Confirm this email address')))
  await who.press('Confirm email address')
  assert.match(await who.text(), new RegExp(second))
  await who.press('Sign Out')
}

for (const [scripts, options] of ways) {
  const named = options.javaScript ? 'scripts' : 'plain'

  test(`given a stranger who asks for a recovery, its owner stops it from the mailbox, and signed in, ${scripts}`, async () => {
    const [stranger, owner] = [await person(options), await person(options)]
    const { who: email } = await signUpAs(running, journey.mailbox, `wanted-${named}@example.test`)
    await askForRecovery(stranger, email)
    const cancel = linkIn(await mailTo(email, asked))
    await owner.goTo(cancel)
    await owner.press('Cancel the recovery')
    assert.equal(await owner.heading(), 'No recovery is running')
    await mailTo(email, 'The recovery of your account was cancelled')

    await owner.follow('Sign In')
    await giveBothFactors(owner, journey, email)
    await askForRecovery(stranger, email)
    await owner.goTo(at('/account'))
    assert.match(await owner.text(), /Someone asked to recover this account/)
    await owner.goTo(at('/account/security'))
    await standApart(owner, '.card > .table')
    await owner.press('Cancel the recovery')
    assert.equal(owner.at(), '/account/security')
    assert.doesNotMatch(await owner.text(), /Someone asked to recover this account/)
    await stranger.follow('Go on with your recovery')
    await stranger.type('Email address', email)
    await stranger.type('Backup code', 'AAAA-BBBB-CCCC-DDDD')
    assert.equal(await stranger.press('Go on'), 422)
    assert.match(await stranger.text(), /No recovery is open/)
    await Promise.all([stranger.end(), owner.end()])
  })

  test(`given every factor lost but the backup code, a person waits a day and comes back in, ${scripts}`, () =>
    as(options, async (who) => {
      const known = await signUpAs(running, journey.mailbox, `lost-${named}@example.test`)
      await askForRecovery(who, known.who)
      await who.follow('Go on with your recovery')
      await who.type('Email address', known.who)
      await who.type('Backup code', known.backupCode)
      assert.equal(await who.press('Go on'), 422, 'not before the wait is over')
      await aDayPasses()
      const open = await mailTo(known.who, 'The recovery of your account is open')
      assert.match(open.text, /\/recovery\/continue/)
      await who.type('Email address', known.who)
      await who.type('Backup code', known.backupCode)
      await who.press('Go on')
      await giveAnswers(who, known)
      await chooseNewPassword(who)
      await keepNewCode(who, known.backupCode)
      await mailTo(known.who, 'Your account was recovered')
      await signInAnew(who, journey, known.who)
    }))

  test(`given a second mailbox on file, its link and two answers open the account after the day, ${scripts}`, () =>
    as(options, async (who) => {
      const known = await signUpAs(running, journey.mailbox, `second-${named}@example.test`)
      const second = `second-mailbox-${named}@example.test`
      await proveSecondMailbox(who, known.who, second)
      await askForRecovery(who, known.who)
      await mailTo(second, asked)
      await aDayPasses()
      await who.goTo(linkIn(await mailTo(second, 'Go on with your recovery')))
      await who.press('Go on')
      await giveAnswers(who, known)
      await chooseNewPassword(who)
      await keepNewCode(who, known.backupCode)
      await signInAnew(who, journey, known.who)
    }))
}
