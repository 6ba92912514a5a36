import assert from 'node:assert/strict'
import type { signUpAs } from '../guards/meet.ts'
import { standApart } from './apart.ts'
import type { Person } from './browser.ts'
import { linkIn } from './post.ts'
import { givePassword, type Journey } from './sign-up-steps.ts'

/** A person whose account was made a moment ago, with all that they were shown and gave. */
export type Known = Awaited<ReturnType<typeof signUpAs>>

export const secret = 'Secure One-time Password'
const newPassword = 'Lantern#on2quays'

const alert = (who: Person) => who.page.getByRole('alert').first().innerText()

/** From the page for signing in to the button behind the mailed link. */
export async function followResetLink(who: Person, { running, mailbox }: Journey, email: string) {
  await who.goTo(`${running.portalUrl}/sign-in`)
  await who.follow('Forgot your password')
  await who.type('Email address', 'nobody')
  assert.equal(await who.press('Send link'), 422)
  await who.type('Email address', email)
  await who.press('Send link')
  assert.equal(await who.heading(), 'Check your email')
  const link = linkIn(await mailbox.next({ to: email, subject: 'About your password' }))
  await who.goTo(link)
  await who.goTo(link)
  await who.press('Go on')
  return link
}

export async function giveAnswers(who: Person, { answers }: Known) {
  assert.equal(who.at(), '/reset-password/questions')
  assert.equal(await who.press('Submit'), 422)
  assert.match(await alert(who), /Answer this question/)
  const questions = await Promise.all([1, 2].map((number) => who.page.locator(`label[for="answer-${number}"]`).innerText()))
  for (const question of questions) await who.type(question, 'not that')
  assert.equal(await who.press('Submit'), 422)
  assert.match(await alert(who), /are not the ones we have/)
  for (const question of questions) await who.type(question, (answers.get(question.trim()) ?? '').toUpperCase())
  await who.press('Submit')
}

export async function chooseNewPassword(who: Person) {
  assert.equal(who.at(), '/reset-password/new-password')
  await who.type('Password', 'short')
  await who.type('Confirm password', 'shorter')
  assert.equal(await who.press('Submit'), 422)
  await who.type('Password', newPassword)
  await who.type('Confirm password', newPassword)
  await who.press('Submit')
  assert.equal(who.at(), '/reset-password/done')
}

/** The new code that stands on the last page of a reset in which the old one was used up. */
export async function keepNewCode(who: Person, old: string) {
  const code = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(await who.text())?.[0]
  assert.ok(code && code !== old, 'a new backup code takes the place of the used one')
  await standApart(who, '.card > .backup-code')
  await who.press('Proceed')
  assert.equal(who.at(), '/sign-in')
}

export async function signInAnew(who: Person, { mailbox }: Journey, email: string) {
  await givePassword(who, email, newPassword)
  await who.type(secret, await mailbox.code(email))
  await who.press('Submit')
  assert.equal(who.at(), '/account')
}
