import assert from 'node:assert/strict'
import type { AccountsGround } from './accounts-ground.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { readyPerson } from './ready-person.ts'
import { signInBy } from './sign-up-in-browser.ts'
import { type SoftwareAuthenticator, softwareAuthenticator, type Twist } from './software-authenticator.ts'

export interface AskedFor {
  ticket: string
  options: Parameters<SoftwareAuthenticator['create']>[0] & Parameters<SoftwareAuthenticator['get']>[0] & { userVerification?: string }
}

/** The form on the open page that a passkey fills in, as the page’s script finds it. */
export function passkeyForm(browser: PortalBrowser, button: string) {
  const { action, hidden } = browser.formOf(button)
  const part = browser.seen.html.split('data-passkey-asks="').slice(1).find((each) => each.includes(`action="${action.replaceAll('&', '&amp;')}"`))
  assert.ok(part, `no place for a passkey around “${button}”`)
  return { action, csrf: hidden.csrf ?? '', asks: part.slice(0, part.indexOf('"')) }
}

/** Asks for a challenge as the script of the open page does. */
export async function askPasskey(browser: PortalBrowser, button: string): Promise<AskedFor> {
  const { asks, csrf } = passkeyForm(browser, button)
  const answer = await browser.ask('POST', asks, { csrf })
  assert.equal(answer.status, 200, answer.html)
  return JSON.parse(answer.html) as AskedFor
}

/** Adds a passkey from the page of passkeys that is open. */
export async function addPasskeyIn(browser: PortalBrowser, device: SoftwareAuthenticator, name = '', twist: Twist = {}) {
  const { ticket, options } = await askPasskey(browser, 'Add a passkey')
  return browser.press('Add a passkey', { name, ticket, answer: JSON.stringify(device.create(options, twist)) })
}

/** Presses a passkey's button on the open page, with whatever the test twists. */
export async function usePasskeyIn(browser: PortalBrowser, button: string, device: SoftwareAuthenticator, twist: Twist = {}) {
  const { ticket, options } = await askPasskey(browser, button)
  return browser.press(button, { ticket, answer: JSON.stringify(device.get(options, twist)) })
}

/** What the script of the sign-in page posts when this device answers; nothing is pressed yet. */
export async function answerOf(browser: PortalBrowser, answer: (options: AskedFor['options']) => unknown) {
  const { ticket, options } = await askPasskey(browser, 'Sign in with a passkey')
  return { ticket, answer: JSON.stringify(answer(options)) }
}

/** Somebody with a finished account and one passkey, on a device that counts. */
export async function personWithPasskey(ground: AccountsGround, email: string): Promise<SoftwareAuthenticator> {
  const device = softwareAuthenticator(ground.services.publicUrl)
  const browser = ground.browser()
  await readyPerson(ground, email)
  await signInBy(ground, browser, email, '/account/security/passkeys')
  await browser.open('/account/security/passkeys')
  await addPasskeyIn(browser, device, 'Key')
  return device
}
