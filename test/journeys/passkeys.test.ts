import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import type { CDPSession } from 'playwright-core'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person } from './browser.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn as openSignIn } from './sign-up-steps.ts'

let running: RunningPortolan
let journey: Journey
/** The same demonstration by its name: no browser binds a passkey to a number. */
let named: string

before(async () => {
  running = await runningPortolan({ seeded: true })
  named = running.portalUrl.replace('127.0.0.1', 'localhost')
  journey = { running: { ...running, portalUrl: named }, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

const list = '/account/security/passkeys'
const [add, signIn, again] = ['Add a passkey', 'Sign in with a passkey', 'Use a passkey']

interface Device {
  /** Whether whoever holds it is the one it knows: the finger fits, the PIN is right. */
  knowsPerson(known: boolean): Promise<unknown>
  /** Whether it lies at hand: the browser offers the ones that do. */
  atHand(present: boolean): Promise<unknown>
}

/** An authenticator of the browser's own making, built in or plugged in. */
async function device(cdp: CDPSession, transport: 'internal' | 'usb'): Promise<Device> {
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport, hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return {
    knowsPerson: (isUserVerified) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    atHand: (enabled) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
  }
}

/** From a page of ours on: another site's process would have authenticators of its own. */
async function withAuthenticators(who: Person) {
  const cdp = await who.page.context().newCDPSession(who.page)
  await cdp.send('WebAuthn.enable')
  return cdp
}

const said = (who: Person) => who.page.locator('[data-passkey-said]').filter({ hasText: /./ }).innerText()

async function addNamed(who: Person, name: string) {
  await who.type('Name of the new passkey', name)
  await who.press(add)
  assert.equal(who.at(), list)
  assert.match(await who.text(), /Your passkey was added/)
}

/** Somebody of the demonstration, signed in at its name, whose browser has authenticators. */
async function somebody(email: string) {
  const who = await person({ javaScript: true })
  await openSignIn(who, journey, email)
  assert.equal(who.at(), '/account')
  return { who, cdp: await withAuthenticators(who) }
}

test('a person adds two passkeys, signs in with one and nothing else, proves again with it, and removes the other', async () => {
  const { who, cdp } = await somebody('maria@example.test')
  const phone = await device(cdp, 'internal')
  await who.goTo(`${named}${list}`)
  await addNamed(who, 'My phone')
  await who.page.getByRole('button', { name: add }).click()
  assert.match(await said(who), /has a passkey for your account already/)
  await phone.atHand(false)
  const key = await device(cdp, 'usb')
  await addNamed(who, 'Key on my ring')
  assert.match(await who.page.getByRole('table').innerText(), /My phone[\s\S]*On one device only[\s\S]*Key on my ring/)
  await who.press('Sign Out')

  await who.goTo(`${named}/sign-in/passkey?next=${encodeURIComponent(list)}`)
  await who.press(signIn)
  assert.equal(who.at(), list, 'a passkey is a factor of this moment')

  await who.page.getByRole('link', { name: /Rename or remove/ }).last().click()
  await who.page.waitForURL(/passkeys\/[0-9a-f-]{36}$/)
  await who.press('Remove this passkey')
  assert.doesNotMatch(await who.page.getByRole('table').innerText(), /Key on my ring/)
  await who.press('Sign Out')

  await who.goTo(`${named}/sign-in/passkey`)
  assert.equal(await who.press(signIn), 422)
  assert.match(await who.page.getByRole('alert').first().innerText(), /This passkey did not sign you in/)
  await key.atHand(false)
  await phone.atHand(true)
  await who.press(signIn)
  assert.equal(who.at(), '/account')

  await who.goTo(`${named}/sign-in/again?next=${encodeURIComponent(list)}`)
  await who.press(again)
  assert.equal(who.at(), list)
  await who.end()
})

test('the browser offers a passkey in the field for the user name, and picking it signs in', async () => {
  const { who, cdp } = await somebody('rep@example.test')
  await device(cdp, 'internal')
  await who.goTo(`${named}${list}`)
  await addNamed(who, 'My phone')
  await who.press('Sign Out')
  // The browser's own device picks what is offered to it at once.
  await who.page.goto(`${named}/sign-in?next=${encodeURIComponent(list)}`)
  await who.page.waitForURL(`${named}${list}`)
  await who.end()
})

test('a device that cannot tell who holds it signs nobody in, and the page says so beside the button', async () => {
  const { who, cdp } = await somebody('sam@example.test')
  const phone = await device(cdp, 'internal')
  await who.goTo(`${named}${list}`)
  await addNamed(who, 'My phone')
  await who.press('Sign Out')
  await phone.knowsPerson(false)
  await who.goTo(`${named}/sign-in/passkey`)
  await who.page.getByRole('button', { name: signIn }).click()
  assert.match(await said(who), /Nothing was done/)
  assert.equal(await who.page.evaluate('document.activeElement.textContent'), signIn, 'the focus is back on the button')
  await who.end()
})

test('at an address that is a number the page leads to the one with a name; without JavaScript it says that it needs it', async () => {
  const scripted = await person({ javaScript: true })
  await scripted.goTo(`${running.portalUrl}/sign-in/passkey`)
  assert.equal(await scripted.page.getByRole('button', { name: signIn }).isVisible(), false)
  await scripted.follow(named)
  assert.equal(scripted.page.url(), `${named}/sign-in/passkey`)
  assert.equal(await scripted.page.getByRole('button', { name: signIn }).isVisible(), true)
  await scripted.end()

  const plain = await person({ javaScript: false })
  await plain.goTo(`${running.portalUrl}/sign-in`)
  assert.match(await plain.text(), /Signing in with a passkey needs JavaScript/)
  assert.equal(await plain.page.getByRole('button', { name: signIn }).isVisible(), false)
  await plain.end()
})
