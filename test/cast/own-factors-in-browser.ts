import assert from 'node:assert/strict'
import type { AccountsGround } from './accounts-ground.ts'
import { personWith } from './given-factors.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { codeMailedTo } from './sign-up-in-browser.ts'
import { appCode, appKeyOn, atTheCodeOf, codeTextedTo } from './ways-in-browser.ts'

/** Signed in a moment ago, by mail: what needs a fresh proof is open. */
export async function signedInByMail(ground: AccountsGround, email: string) {
  const browser = await atTheCodeOf(ground, email)
  if (/Send a code by email/.test(browser.seen.text)) {
    ground.services.clock.advance({ seconds: 1 })
    await browser.press('Send a code by email')
  }
  await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.equal(browser.seen.url, '/account')
  ground.services.clock.advance({ seconds: 1 })
  return browser
}

/** A finished person with these factors, signed in a moment ago. */
export async function someoneWith(ground: AccountsGround, email: string, factors: Parameters<typeof personWith>[2] = {}) {
  const person = await personWith(ground, email, factors)
  return { ...person, browser: await signedInByMail(ground, email) }
}

/** How many mails told an address of a change of its ways in. */
export const changesTold = async (ground: AccountsGround, to: string) =>
  (await ground.mails(to)).filter(({ kind }) => /factor-changed|contact-changed/.test(kind)).length

/** Adds an app under Security by its first code; returns its key. */
export async function addApp(ground: AccountsGround, browser: PortalBrowser, name = 'My phone') {
  await browser.open('/account/security/add-app')
  await browser.press('Go on', { name })
  const key = appKeyOn(browser)
  await browser.press('Submit', { code: appCode(ground, key) })
  return key
}

export async function addPhone(ground: AccountsGround, browser: PortalBrowser, number: string) {
  await browser.open('/account/security/phone')
  await browser.press('Send code', { phone: number })
  return browser.press('Submit', { code: await codeTextedTo(ground, number) })
}

/** The address of the first app among the ways. */
export async function appLink(browser: PortalBrowser): Promise<string> {
  const { html } = await browser.open('/account/security/codes')
  return /href="(\/account\/security\/apps\/[^"]+)"/.exec(html)?.[1] ?? ''
}
