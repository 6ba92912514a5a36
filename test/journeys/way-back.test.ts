import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { totpCode } from '../../src/platform/crypto/totp.ts'
import { signUpAs } from '../guards/meet.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { mailboxOf } from './post.ts'
import type { Journey } from './sign-up-steps.ts'
import { chooseNewPassword, followResetLink, giveAnswers, keepNewCode, type Known, secret, signInAnew } from './way-back-steps.ts'
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

async function as(options: PersonOptions, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await act(who)
  await who.end()
}

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts', { javaScript: true }],
], 1)

/** The code of an app at the clock of the product; an earlier step where this one's was used. */
const shownByApp = (key: string, seconds = 0) => totpCode(key, clock.now().add({ seconds }))

/** An app for codes, added in the browser in which the account was made. */
async function withApp({ client }: Known): Promise<string> {
  await client.get('/account/security/add-app')
  await client.press('Go on', { 'Name of the app': 'My phone' })
  const key = /\b[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}\b/.exec(client.last.html)?.[0]?.replaceAll(' ', '') ?? ''
  await client.press('Submit', { [secret]: shownByApp(key, -30) })
  assert.equal(client.last.at.replace(/\?.*/, ''), '/account/security/codes')
  return key
}

async function isSignedOut({ client }: Known) {
  await client.get('/account')
  assert.equal(client.last.at.replace(/\?.*/, ''), '/sign-in', 'every session ends')
}

for (const [scripts, options] of ways) {
  const named = options.javaScript ? 'scripts' : 'plain'

  test(`given a forgotten password, a person shows their app and two answers, and chooses a new one, ${scripts}`, () =>
    as(options, async (who) => {
      const known = await signUpAs(running, journey.mailbox, `forgetful-${named}@example.test`)
      const key = await withApp(known)
      const link = await followResetLink(who, journey, known.who)
      assert.equal(who.at(), '/reset-password/verification-code')
      await who.type(secret, 'abc')
      assert.equal(await who.press('Submit'), 422)
      await who.type(secret, shownByApp(key))
      await who.press('Submit')
      await giveAnswers(who, known)
      await chooseNewPassword(who)
      await journey.mailbox.next({ to: known.who, subject: 'Your password was changed' })
      await isSignedOut(known)
      await who.follow('Sign In')
      await signInAnew(who, journey, known.who)
      await who.goTo(link)
      assert.equal(await who.heading(), 'This link no longer works')
    }))

  test(`given a mailbox as the only way to codes, the reset asks for the backup code and gives a new one, ${scripts}`, () =>
    as(options, async (who) => {
      const known = await signUpAs(running, journey.mailbox, `one-mailbox-${named}@example.test`)
      await followResetLink(who, journey, known.who)
      assert.equal(who.at(), '/reset-password/backup-code', 'a code to the mailbox of the link proves nothing more')
      await who.type('Backup code', 'AAAA-BBBB-CCCC-DDDD')
      assert.equal(await who.press('Submit'), 422)
      await who.type('Backup code', known.backupCode)
      await who.press('Submit')
      await giveAnswers(who, known)
      await chooseNewPassword(who)
      await keepNewCode(who, known.backupCode)
      await signInAnew(who, journey, known.who)
    }))

  test(`given an app and no answer any more, the backup code stands in for the answers, ${scripts}${options.javaScript ? ', by the keyboard alone' : ''}`, () =>
    as({ ...options, keyboardOnly: options.javaScript }, async (who) => {
      const known = await signUpAs(running, journey.mailbox, `no-answers-${named}@example.test`)
      const key = await withApp(known)
      await followResetLink(who, journey, known.who)
      await who.type(secret, shownByApp(key))
      await who.press('Submit')
      assert.equal(who.at(), '/reset-password/questions')
      await who.follow('Use your backup code instead')
      await who.type('Backup code', known.backupCode)
      await who.press('Submit')
      await chooseNewPassword(who)
      await keepNewCode(who, known.backupCode)
    }))
}

for (const [scripts, options] of ways) {
  const named = options.javaScript ? 'scripts' : 'plain'

  test(`given a forgotten user name, its mail comes by the address, and by number and date of birth to the address on file, ${scripts}`, () =>
    as(options, async (who) => {
      const { who: email, client } = await signUpAs(running, journey.mailbox, `nameless-${named}@example.test`)
      const number = /\b\d{4} \d{4} \d{4}\b/.exec((await client.get('/account/profile')).html)?.[0] ?? ''
      await client.get('/account/profile/date-of-birth')
      await client.press('Save', { 'born-month': '4', 'born-day': '9', 'born-year': '1991' })

      await who.goTo(at('/sign-in'))
      await who.follow('Forgot your username')
      assert.equal(await who.pressIn('Email address', 'Submit'), 422)
      await who.type('Email address', email)
      await who.pressIn('Email address', 'Submit')
      const said = await who.text()
      const reminder = await journey.mailbox.next({ to: email, subject: 'Your user name' })
      assert.ok(reminder.text.includes(email) && reminder.text.replaceAll(' ', '').includes(number.replaceAll(' ', '')))

      await who.goTo(at('/forgot-username'))
      await who.type('Online Account Number', 'IOE9012345677')
      assert.equal(await who.pressIn('Online Account Number', 'Submit'), 422)
      assert.match(await who.text(), /That is a receipt number/)
      await who.type('Online Account Number', number)
      await who.date('Date of birth', '1991-04-09')
      await who.pressIn('Online Account Number', 'Submit')
      await journey.mailbox.next({ to: email, subject: 'Your user name' })
      assert.equal(await who.text(), said, 'both ways say the same')
      await who.follow('Back to Sign In')
      assert.equal(who.at(), '/sign-in')
    }))
}
