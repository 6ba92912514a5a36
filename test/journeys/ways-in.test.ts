import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { totpCode } from '../../src/platform/crypto/totp.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { mailboxOf } from './post.ts'
import { givePassword, type Journey, walkSignUp } from './sign-up-steps.ts'

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

async function as(options: PersonOptions, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await act(who)
  await who.end()
}

const secret = 'Secure One-time Password'
const phoneField = (who: Person) => who.page.getByLabel('Mobile phone number', { exact: true })

/** What the person's app shows: now, or in the next step where this one's code was used. */
const shownByApp = (key: string, seconds = 0) => totpCode(key, Temporal.Now.instant().add({ seconds }))

/** The key on the page, as it is typed into an app. */
async function keyOn(who: Person): Promise<string> {
  const key = /\b[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}\b/.exec(await who.text())?.[0]
  assert.ok(key, 'the key of the app in groups of four')
  return key.replaceAll(' ', '')
}

async function toSignInCode(who: Person, email: string) {
  await who.press('Sign Out')
  await who.goTo(`${running.portalUrl}/sign-in`)
  await givePassword(who, email)
  assert.equal(who.at(), '/sign-in/verification-code')
}

const at = (address: string) => `${running.portalUrl}${address}`

async function giveCode(who: Person, code: string, to = '/account') {
  await who.type(secret, code)
  await who.press('Submit')
  assert.equal(who.at(), to)
}

test('given a phone, a person proves it at sign-up, signs in by it, and adds an app; without scripts, on a narrow screen', () =>
  as({ javaScript: false, width: 320 }, async (who) => {
    const email = 'texting@example.test'
    const [wrong, right] = ['+12025550161', '+12025550162']
    await walkSignUp(who, journey, email, '/sign-up', '/sign-up/password')
    assert.ok(await phoneField(who).isVisible(), 'the number can be typed without a script')
    await who.choose('Text message (SMS)')
    assert.equal(await who.press('Submit'), 422)
    await who.type('Mobile phone number', wrong)
    await who.press('Submit')
    await journey.mailbox.codeByText(wrong)
    await who.press('use another number or another way')
    assert.match(await phoneField(who).inputValue(), /61/, 'the number stays to be put right')
    await who.type('Mobile phone number', right)
    await who.press('Submit')
    await giveCode(who, await journey.mailbox.codeByText(right), '/sign-up/backup-code')
    await walkSignUp(who, journey, email, '/sign-up/backup-code')

    await toSignInCode(who, email)
    await giveCode(who, await journey.mailbox.codeByText(right))
    await who.goTo(at('/account/security/codes'))
    await who.follow('Add an authentication app')
    await who.type('Name of the app', 'My tablet')
    await who.press('Go on')
    const key = await keyOn(who)
    await giveCode(who, shownByApp(key, -30), '/account/security/codes')

    await toSignInCode(who, email)
    await journey.mailbox.codeByText(right)
    await who.press('Use your authentication app')
    await giveCode(who, shownByApp(key))
  }))

test('given an app, a person signs up and in by its codes, adds a phone, and removes the app; with scripts', () =>
  as({ javaScript: true }, async (who) => {
    const [email, phone] = ['app@example.test', '+12025550163']
    await walkSignUp(who, journey, email, '/sign-up', '/sign-up/password')
    await who.choose('Email')
    assert.ok(!(await phoneField(who).isVisible()), 'a script hides the number while it is not asked')
    await who.choose('Email and text message')
    assert.ok(await phoneField(who).isVisible())
    await who.choose('Authentication app')
    await who.press('Submit')
    assert.equal(await who.page.getByRole('img', { name: /QR code/ }).count(), 1)
    const key = await keyOn(who)
    await giveCode(who, shownByApp(key, -30), '/sign-up/backup-code')
    await walkSignUp(who, journey, email, '/sign-up/backup-code')

    await toSignInCode(who, email)
    await giveCode(who, shownByApp(key))
    await who.goTo(at('/account/security/codes'))
    await who.follow('Rename or remove Authentication app')
    await who.type('New name', 'My old phone')
    await who.press('Save name')
    await who.follow('Rename or remove My old phone')
    await who.press('Remove this app')
    assert.match(await who.text(), /Its codes no longer work/)
    await who.follow('Add a phone for text messages')
    await who.type('Mobile phone number', phone)
    await who.press('Send code')
    await giveCode(who, await journey.mailbox.codeByText(phone), '/account/security/codes')
    await who.choose('Text message (SMS)')
    await who.press('Save')

    await toSignInCode(who, email)
    await giveCode(who, await journey.mailbox.codeByText(phone))
    await toSignInCode(who, email)
    await journey.mailbox.codeByText(phone)
    await who.press('Send a code by email')
    await giveCode(who, await journey.mailbox.code(email))
  }))

test('given a phone and a mailbox, a person has the same code sent to both, and either signs in; with scripts', () =>
  as({ javaScript: true }, async (who) => {
    const [email, phone] = ['both@example.test', '+12025550164']
    await walkSignUp(who, journey, email, '/sign-up', '/sign-up/password')
    await who.choose('Email and text message')
    await who.type('Mobile phone number', '12')
    assert.equal(await who.press('Submit'), 422)
    await who.type('Mobile phone number', phone)
    await who.press('Submit')
    await giveCode(who, await journey.mailbox.codeByText(phone), '/sign-up/backup-code')
    await walkSignUp(who, journey, email, '/sign-up/backup-code')
    await toSignInCode(who, email)
    const texted = await journey.mailbox.codeByText(phone)
    assert.equal(await journey.mailbox.code(email), texted)
    await giveCode(who, texted)
  }))

test('given an app, a person types its key by hand and signs up and in by its codes; without scripts, on a narrow screen', () =>
  as({ javaScript: false, width: 320 }, async (who) => {
    const email = 'app-by-hand@example.test'
    await walkSignUp(who, journey, email, '/sign-up', '/sign-up/password')
    await who.choose('Authentication app')
    await who.press('Submit')
    const key = await keyOn(who)
    await who.type(secret, 'abcdef')
    assert.equal(await who.press('Submit'), 422)
    assert.equal(await keyOn(who), key, 'the key stays the one that was typed')
    await giveCode(who, shownByApp(key, -30), '/sign-up/backup-code')
    await walkSignUp(who, journey, email, '/sign-up/backup-code')
    await toSignInCode(who, email)
    await giveCode(who, shownByApp(key))
  }))
