import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { mailboxOf } from './post.ts'
import {
  fillResetQuestions,
  giveBothFactors,
  givePassword,
  goodPassword,
  type Journey,
  signUpSteps,
  walkSignUp,
} from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey

before(async () => {
  running = await runningPortolan()
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

const summary = (who: Person) => who.page.getByRole('alert').innerText()

const number = /\b\d{4} ?\d{4} ?\d{4}\b/

for (const javaScript of waysGone([false, true], 1)) {
  const scripts = javaScript ? 'with scripts' : 'without scripts'
  const email = `newcomer-${javaScript ? 'scripts' : 'plain'}@example.test`

  test(`given nothing but an email address, a person signs up by the words alone, ${scripts}`, () =>
    as({ javaScript }, async (who) => {
      await signUpSteps['/sign-up'](who, journey, email)
      assert.equal(who.at(), '/sign-up/check-your-email')
      const first = await journey.mailbox.link(email)
      await who.press("Didn't receive confirmation instructions?")
      const second = await journey.mailbox.link(email)
      await who.goTo(first)
      assert.equal(
        await who.page.getByRole('button', { name: 'Confirm email address' }).count(),
        0,
        'a newer link ends the older one',
      )
      await who.goTo(second)
      await who.goTo(second)
      await who.press('Confirm email address')

      assert.equal(who.at(), '/sign-up/terms', 'opening a link does not spend it')
      assert.equal(await who.page.getByRole('checkbox').count(), 0)
      await who.press('I Agree')

      assert.equal(who.at(), '/sign-up/password')
      await who.type('Password', 'abc')
      await who.type('Confirm password', 'abd')
      assert.equal(await who.press('Submit'), 422)
      const broken = await summary(who)
      for (const rule of ['longer', 'uppercase', 'special', 'not the same'])
        assert.match(broken, new RegExp(rule), 'every broken rule is named at once')
      assert.equal(
        await who.page.getByLabel('Password', { exact: true }).inputValue(),
        '',
        'a password is never given back',
      )
      await who.type('Password', goodPassword)
      await who.type('Confirm password', goodPassword)
      await who.press('Submit')

      assert.equal(who.at(), '/sign-up/verification-method')
      assert.equal(await who.press('Submit'), 422)
      assert.equal(await who.page.getByRole('group', { name: 'How should we send your verification code?' }).count(), 1)
      await who.choose('Email')
      await who.press('Submit')

      assert.equal(who.at(), '/sign-up/verification-code')
      const old = await journey.mailbox.code(email)
      await who.type('Secure One-time Password', old === '000000' ? '000001' : '000000')
      assert.equal(await who.press('Submit'), 422)
      await who.press('request a new one-time password')
      const newer = await journey.mailbox.code(email)
      await who.type('Secure One-time Password', old)
      assert.equal(await who.press('Submit'), old === newer ? 200 : 422, 'a new code kills the old one')
      await who.type('Secure One-time Password', newer)
      await who.press('Submit')

      assert.equal(who.at(), '/sign-up/backup-code')
      const backupCode = await shownBackupCode(who)
      await who.reload()
      assert.equal(await shownBackupCode(who), backupCode, 'a reload shows the same code')
      await who.press('Proceed')

      assert.equal(who.at(), '/sign-up/reset-questions')
      assert.equal(await who.press('Submit'), 422)
      assert.match(
        await summary(who),
        /question 1[\s\S]*answer 1[\s\S]*question 5[\s\S]*answer 5/i,
        'all that is missing is named at once',
      )
      await fillResetQuestions(who)
      await who.press('Submit')

      assert.equal(who.at(), '/services')
      assert.equal(await who.heading(), 'Welcome to your USCIS Online Account')
      await who.press('myUSCIS')
      assert.equal(who.at(), '/sign-up/account-type')
      assert.equal(await who.page.getByRole('group', { name: 'Account type' }).count(), 1)
      await who.choose('I am an applicant, petitioner, or requestor')
      await who.press('Submit')

      assert.equal(who.at(), '/account')
      await who.follow('Profile')
      const shown = numberAfter(await who.text(), 'USCIS Online Account Number')
      const welcome = await journey.mailbox.next({ to: email, subject: /account was created/ })
      assert.ok(welcome.text.replaceAll(' ', '').includes(shown), 'the mail tells the number that the profile shows')

      await signOutAndIn(who, email, backupCode)
    }))
}

const shownBackupCode = async (who: Person): Promise<string> => {
  const code = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(await who.text())?.[0]
  assert.ok(code, 'a backup code in groups of four, joined by dashes')
  assert.equal(await who.page.getByText(code, { exact: true }).count(), 1, 'the code stands in one element')
  return code
}

/** The number, in full, within 40 characters of its words. */
function numberAfter(text: string, words: string): string {
  const found = text
    .split(words)
    .slice(1)
    .map((rest) => number.exec(rest.slice(0, 40 + 14)))
    .find(Boolean)
  assert.ok(found && found.index <= 40, `a number within 40 characters of “${words}”`)
  return found[0].replaceAll(' ', '')
}

async function signOutAndIn(who: Person, email: string, backupCode: string) {
  await who.press('Sign Out')
  await who.goTo(at('/account/profile'))
  assert.equal(who.at(), '/sign-in', 'nothing is shown after signing out')
  await giveBothFactors(who, journey, email)
  assert.equal(who.at(), '/account/profile', 'the way goes on to where the person was going')
  await who.press('Sign Out')
  await who.goTo(at('/sign-in'))
  assert.equal(await givePassword(who, email, `${goodPassword}x`), 422)
  await givePassword(who, email)
  await who.goTo(at('/sign-in/backup-code'))
  await who.type('Backup code', backupCode.toLowerCase().replaceAll('-', ' '))
  await who.press('Submit')
  await who.goTo(at('/account'))
  assert.equal(who.at(), '/account', 'a backup code signs in wholly')
  await who.goTo(at('/account/security/backup-code'))
  assert.notEqual(await shownBackupCode(who), backupCode)
  await who.press('Proceed')
  await who.press('Sign Out')
}

test('given a sign-up left half-way, it goes on at the next undone step on another device', async () => {
  const email = 'half-way@example.test'
  await as({ javaScript: false }, (who) => walkSignUp(who, journey, email, '/sign-up', '/sign-up/password'))
  await as({ javaScript: false }, async (who) => {
    await signUpSteps['/sign-up'](who, journey, email)
    await signUpSteps['/sign-up/confirm'](who, journey, email)
    assert.notEqual(who.at(), '/sign-up/password', 'a step that is done is not asked again')
  })
  await as({ javaScript: true }, async (who) => {
    await who.goTo(at('/sign-in'))
    await givePassword(who, email)
    assert.equal(who.at(), '/sign-up/verification-method', 'a sign-in leads on as well')
    await walkSignUp(who, journey, email, '/sign-up/verification-method')
    assert.equal(who.at(), '/account')
  })
})

test('given steps out of order, each leads to the one that is next', () =>
  as({ javaScript: false }, async (who) => {
    await who.goTo(at('/sign-up/reset-questions'))
    assert.equal(who.at(), '/sign-up')
    await walkSignUp(who, journey, 'out-of-order@example.test', '/sign-up', '/sign-up/confirm')
    for (const later of [
      '/sign-up/password',
      '/sign-up/backup-code',
      '/services',
      '/sign-up/account-type',
      '/account',
      '/account/profile',
    ]) {
      await who.goTo(at(later))
      assert.equal(who.at(), '/sign-up/terms', `${later} leads to the next undone step`)
    }
    assert.equal(
      await who.page.getByRole('link', { name: 'My Account' }).count(),
      0,
      'no account menu before the account is complete',
    )
  }))

test('given an address that has an account, the page says the same and another mail goes out', () =>
  as({ javaScript: false }, async (who) => {
    const [known, unknown] = ['newcomer-scripts@example.test', 'never-seen@example.test']
    const answers: string[] = []
    for (const email of [known, unknown]) {
      await signUpSteps['/sign-up'](who, journey, email)
      answers.push((await who.text()).replaceAll(email, '…'))
    }
    assert.equal(answers[0], answers[1])
    await journey.mailbox.next({ to: known, subject: 'You already have an account' })
    await journey.mailbox.next({ to: unknown, subject: 'Confirm your email address' })
  }))

test('given a keyboard alone, a person signs up and out', () =>
  as({ javaScript: true, keyboardOnly: true }, async (who) => {
    await walkSignUp(who, journey, 'keys@example.test')
    assert.equal(who.at(), '/account')
    await who.press('Sign Out')
  }))

test('given a narrow phone, every page of the sign-up fits', () =>
  as({ javaScript: false, width: 320 }, async (who) => {
    await walkSignUp(who, journey, 'phone@example.test')
    assert.equal(who.at(), '/account')
  }))
