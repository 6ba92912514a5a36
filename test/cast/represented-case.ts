import assert from 'node:assert/strict'
import { claimWhatIsCarried, portalRoutes } from '../../src/portal/index.ts'
import { mailKinds } from '../../src/cases/index.ts'
import { mailKinds as correspondenceMails } from '../../src/correspondence/index.ts'
import { mailKinds as representationMails, representationRoutes } from '../../src/representation/index.ts'
import { accountsGround } from './accounts-ground.ts'
import { paperRow } from './intake-rows.ts'
import { lettersAbout, takeIn } from './paper-case.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { signUpUntil } from './sign-up-in-browser.ts'

export type RepresentedGround = Awaited<ReturnType<typeof representedGround>>

export const representative = { name: 'Ana Reyes', address: { country: 'US', street: '9 Hill Road', city: 'Utica', region: 'NY', postalCode: '13501' }, accountNumber: null }
export const born = { 'born-month': '6', 'born-day': '14', 'born-year': '1985' }

/** A portal with cases from paper of which a person and their representative each have a notice. */
export async function representedGround() {
  const ground = await accountsGround([...portalRoutes(), ...representationRoutes], [...mailKinds, ...representationMails, ...correspondenceMails])
  Object.assign(ground.services, { carriedAlong: claimWhatIsCarried })
  const { owner } = ground.database.pools
  assert.ok(owner)
  let people = 0
  return {
    ...ground,
    owner,
    /** A case of a person of its own; its number and the code in each notice. */
    async paperCase() {
      people += 1
      const receiptNumber = `IOE90000${String(people).padStart(5, '0')}`
      await takeIn(ground, paperRow({ receiptNumber, representative, person: { familyName: `Paper${'x'.repeat(people)}`, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') } }))
      const letters = await lettersAbout(ground, receiptNumber)
      const codeOf = (role: string) => letters.find((letter) => letter.role === role)?.accessCode ?? ''
      return { receiptNumber, applicant: codeOf('applicant'), representative: codeOf('representative') }
    },
    /** Somebody who has signed up, in a browser of their own. */
    async signedUp(email: string, type: 'applicant' | 'representative' = 'applicant'): Promise<PortalBrowser> {
      const browser = ground.browser()
      if (type === 'applicant') await signUpUntil(ground, browser, email)
      else await signUpAsRepresentative(ground, browser, email)
      return browser
    },
    async add(browser: PortalBrowser, receiptNumber: string, accessCode: string) {
      await browser.open('/cases/add')
      return browser.press('Add case', { receiptNumber, accessCode, ...born })
    },
  }
}

/** Up to the question that a representative alone is asked, without a code; then to the end. */
export async function signUpAsRepresentative(ground: Parameters<typeof signUpUntil>[0], browser: PortalBrowser, email: string) {
  await signUpUntil(ground, browser, email, 'services')
  await browser.press('Submit', { type: 'representative' })
  await browser.open('/sign-up/representative')
  return browser.press('Submit', { kind: 'attorney' })
}
