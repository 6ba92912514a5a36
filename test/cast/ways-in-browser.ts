import assert from 'node:assert/strict'
import { totpCode } from '../../src/platform/crypto/totp.ts'
import type { AccountsGround } from './accounts-ground.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { codeMailedTo, goodPassword, signUpMoves, signUpUntil } from './sign-up-in-browser.ts'

/** Numbers that ring nobody (NANP 555-0100 to 555-0199). */
export const phoneOf = (ending: number) => `+120255501${String(ending).padStart(2, '0')}`

/** The digits that stand alone on a line of the newest text message to a number. */
export async function codeTextedTo(ground: AccountsGround, phone: string): Promise<string> {
  const text = (await ground.texts(phone)).filter(({ kind }) => kind === 'accounts.one-time-password').at(-1)
  const code = /^(\d{6})$/m.exec(text?.text ?? '')?.[1]
  assert.ok(code, `a code was texted to ${phone}`)
  return code
}

/** The key that the open page shows, as a person types it into their app. */
export function appKeyOn(browser: PortalBrowser): string {
  const shown = /Key:\s*<code[^>]*>([^<]+)</.exec(browser.seen.html)?.[1]
  assert.ok(shown, 'the page shows the key of an app')
  return shown.replaceAll(' ', '')
}

/** What an app with this key shows now, or some seconds from now. */
export const appCode = ({ services }: AccountsGround, key: string, seconds = 0) =>
  totpCode(key, services.clock.now().add({ seconds }))

export const otherThan = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

/** The rest of a sign-up, from the backup code on. */
export async function finishSignUp(ground: AccountsGround, browser: PortalBrowser, email: string) {
  for (const move of ['backup-code', 'questions', 'services', 'account-type'] as const) {
    await signUpMoves[move](ground, browser, email)
    ground.services.clock.advance({ seconds: 1 })
  }
}

/** Signs a person up by text message, or by mail and text message at once. */
export async function signUpByText(ground: AccountsGround, email: string, phone: string, method = 'sms') {
  const browser = ground.browser()
  await signUpUntil(ground, browser, email, 'password')
  await browser.press('Submit', { method, phone })
  await browser.press('Submit', { code: await codeTextedTo(ground, phone) })
  await finishSignUp(ground, browser, email)
  assert.equal(browser.seen.url, '/account')
  return browser
}

/** Signs a person up with an authentication app; returns its key. */
export async function signUpByApp(ground: AccountsGround, email: string) {
  const browser = ground.browser()
  await signUpUntil(ground, browser, email, 'password')
  await browser.press('Submit', { method: 'app' })
  const key = appKeyOn(browser)
  await browser.press('Submit', { code: appCode(ground, key) })
  await finishSignUp(ground, browser, email)
  assert.equal(browser.seen.url, '/account')
  ground.services.clock.advance({ seconds: 60 })
  return { browser, key }
}

/** A sign-in that has come to the question for its code. */
export async function atTheCodeOf(ground: AccountsGround, email: string, address?: string) {
  const browser = ground.browser(address)
  await browser.open('/sign-in')
  await browser.press('Sign In', { email, password: goodPassword })
  assert.equal(browser.seen.url, '/sign-in/verification-code')
  return browser
}

export { codeMailedTo }
