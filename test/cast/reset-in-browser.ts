import assert from 'node:assert/strict'
import { agencyText } from '../../src/agency/index.ts'
import { textOf } from '../../src/platform/i18n/text.ts'
import type { AccountsGround } from './accounts-ground.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { readyPerson } from './ready-person.ts'
import { linkPathIn } from './sign-up-in-browser.ts'

export const newPassword = 'Lantern#on2quays'
export const forgotten = /^\/forgot-password\?ended=yes$/

/** A finished account; returns its backup code. */
export const personWithCode = async (ground: AccountsGround, email: string) => (await readyPerson(ground, email)).backupCode

export async function askForLink(ground: AccountsGround, browser: PortalBrowser, email: string): Promise<string> {
  ground.services.clock.advance({ seconds: 1 })
  await browser.open('/forgot-password')
  const seen = await browser.press('Send link', { email })
  assert.equal(seen.url, '/forgot-password?sent=yes')
  return linkPathIn(await ground.lastMail(email, 'password-reset'))
}

/** Asks for a link and presses its button; the browser is then at the first step. */
export async function beginReset(ground: AccountsGround, browser: PortalBrowser, email: string) {
  await browser.open(await askForLink(ground, browser, email))
  return browser.press('Go on')
}

const plain = (html: string) => html.replace(/<[^>]+>/g, '').replaceAll('&#39;', "'").replaceAll('&amp;', '&').trim()

/** The two questions on the open page, by their place in the agency's five lists. */
export function questionsOn({ services: { agency } }: AccountsGround, browser: PortalBrowser): number[] {
  const t = textOf('en', 'America/New_York')
  const words = agency.resetQuestions.map((list) => agencyText(agency, t, 'reset-questions', `reset-question.${list[0]}`))
  return ['answer-1', 'answer-2'].map((name) => {
    const label = new RegExp(`<label[^>]*for="${name}"[^>]*>(.*?)</label>`, 's').exec(browser.seen.html)?.[1] ?? ''
    const place = words.indexOf(plain(label))
    assert.ok(place >= 0, `a question of the lists, not “${plain(label)}” at ${browser.seen.url}`)
    return place
  })
}

/** What the person of the sign-up's moves answered to the two questions on the open page. */
export const rightAnswers = (ground: AccountsGround, browser: PortalBrowser): Record<string, string> =>
  Object.fromEntries(questionsOn(ground, browser).map((place, index) => [`answer-${index + 1}`, `Answer ${place}`]))

/** From the link to the question for a new password, with the backup code and two answers. */
export async function upToNewPassword(ground: AccountsGround, browser: PortalBrowser, email: string, code: string) {
  await beginReset(ground, browser, email)
  await browser.press('Submit', { code })
  return browser.press('Submit', rightAnswers(ground, browser))
}

export const chooseNewPassword = (browser: PortalBrowser, password = newPassword) =>
  browser.press('Submit', { password, confirm: password })
