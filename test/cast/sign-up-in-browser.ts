import assert from 'node:assert/strict'
import type { AccountsGround } from './accounts-ground.ts'
import type { PortalBrowser } from './portal-browser.ts'

export const goodPassword = 'Portolan!demo1'

/** Two mails of one instant have no order: time goes on between the steps of a person. */
const aMomentLater = (ground: AccountsGround) => ground.services.clock.advance({ seconds: 1 })

export const linkPathIn = (mail: { links?: readonly { url: string }[] }) => new URL(mail.links?.[0]?.url ?? '').pathname

/** Opens the newest mailed link and presses its button. */
export async function confirmByMail(ground: AccountsGround, browser: PortalBrowser, email: string) {
  const mails = (await ground.mails(email)).filter(({ kind }) => /confirm-email|continue-sign-up/.test(kind))
  const newest = mails.at(-1)
  assert.ok(newest, 'a mail with a link')
  await browser.open(linkPathIn(newest))
  return browser.press('Confirm email address')
}

export const codeMailedTo = async (ground: AccountsGround, email: string) =>
  (await ground.lastMail(email, 'one-time-password')).code?.digits ?? ''

export type SignUpMove =
  | 'sign-up'
  | 'confirm'
  | 'terms'
  | 'password'
  | 'method'
  | 'code'
  | 'backup-code'
  | 'questions'
  | 'services'
  | 'account-type'

type Move = (ground: AccountsGround, browser: PortalBrowser, email: string) => Promise<void>

/** What a person does on each page of the sign-up, in order; every entry leaves its page open at the next. */
export const signUpMoves: Record<SignUpMove, Move> = {
  'sign-up': async (_ground, browser, email) => {
    await browser.open('/sign-up')
    await browser.press('Sign Up', { email })
  },
  confirm: async (ground, browser, email) => {
    await confirmByMail(ground, browser, email)
  },
  terms: async (_ground, browser) => {
    await browser.press('I Agree')
  },
  password: async (_ground, browser) => {
    await browser.press('Submit', { password: goodPassword, confirm: goodPassword })
  },
  method: async (_ground, browser) => {
    await browser.press('Submit', { method: 'email' })
  },
  code: async (ground, browser, email) => {
    await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  },
  'backup-code': async (_ground, browser) => {
    await browser.press('Proceed')
  },
  questions: async (ground, browser) => {
    await browser.press('Submit', answersTo(ground))
  },
  services: async (_ground, browser) => {
    await browser.press('myUSCIS')
  },
  'account-type': async (_ground, browser) => {
    await browser.press('Submit', { type: 'applicant' })
  },
}


export const answersTo = ({ services }: AccountsGround): Record<string, string> =>
  Object.fromEntries(
    services.agency.resetQuestions.flatMap((list, index) => [
      [`question-${index + 1}`, list[0] ?? ''],
      [`answer-${index + 1}`, `Answer ${index}`],
    ]),
  )

/** The backup code that the open page shows. */
export const backupCodeOn = (browser: PortalBrowser) => /<code[^>]*>([^<]+)</.exec(browser.seen.html)?.[1] ?? ''

/** Signs a person up to the end, keeping the backup code on the way. */
export async function signUpWithBackupCode(ground: AccountsGround, browser: PortalBrowser, email: string): Promise<string> {
  await signUpUntil(ground, browser, email, 'code')
  const backupCode = backupCodeOn(browser)
  for (const move of ['backup-code', 'questions', 'services', 'account-type'] as const) {
    await signUpMoves[move](ground, browser, email)
    aMomentLater(ground)
  }
  return backupCode
}

/** Signs a person up until a move is done; without one, to the end. */
export async function signUpUntil(ground: AccountsGround, browser: PortalBrowser, email: string, last: SignUpMove = 'account-type') {
  for (const [name, move] of Object.entries(signUpMoves)) {
    await move(ground, browser, email)
    aMomentLater(ground)
    if (name === last) return browser.seen
  }
  return browser.seen
}

/** Signs in with password and mailed code, from the sign-in page on. */
export async function signInBy(ground: AccountsGround, browser: PortalBrowser, email: string, at = '/sign-in') {
  aMomentLater(ground)
  await browser.open(at)
  await browser.press('Sign In', { email, password: goodPassword })
  return browser.press('Submit', { code: await codeMailedTo(ground, email) })
}
