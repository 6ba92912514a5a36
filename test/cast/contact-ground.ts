import assert from 'node:assert/strict'
import { emailHash } from '../../src/accounts/email-address.ts'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import { page, recordsNothing, type Route } from '../../src/platform/http/page.ts'
import { anyone } from '../../src/platform/http/visit.ts'
import { paths } from '../../src/platform/paths.ts'
import { accountsGround } from './accounts-ground.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { goodPassword, linkPathIn, signUpUntil } from './sign-up-in-browser.ts'

const standIn = (path: (typeof paths)['front'] | (typeof paths)['account'] | (typeof paths)['contact']): Route =>
  page({ path, access: anyone, audit: recordsNothing('a stand-in'), view: () => ({ title: 'stand-in', body: 'stand-in' }) })

/** The accounts' ground with people who are signed in, and the ways to their newest mailed links. */
export async function contactGround() {
  const ground = await accountsGround([standIn(paths.front), standIn(paths.account), standIn(paths.contact)])
  return {
    ...ground,
    /** A person with a finished account, in a browser that has just proven a factor. */
    async person(email: string): Promise<PortalBrowser> {
      const browser = ground.browser()
      await signUpUntil(ground, browser, email)
      return browser
    },
    /** Types the new address on the page that asks for it. */
    async ask(browser: PortalBrowser, email: string, at: string = paths.changeEmail()) {
      ground.services.clock.advance({ seconds: 1 })
      await browser.open(at)
      return browser.press('Send the link', { email })
    },
    proofPath: async (to: string) => linkPathIn(await ground.lastMail(to, 'prove-email')),
    async undoPath(to: string) {
      const mails = (await ground.mails(to)).filter(({ kind, links }) => kind === 'accounts.contact-changed' && links?.[0]?.url.includes('/undo/'))
      const newest = mails.at(-1)
      assert.ok(newest, `an undo link to ${to}`)
      return linkPathIn(newest)
    },
    /** Asks for the address, opens the mailed link and confirms. */
    async change(browser: PortalBrowser, email: string, at: string = paths.changeEmail()) {
      await this.ask(browser, email, at)
      await browser.open(await this.proofPath(email))
      ground.services.clock.advance({ seconds: 1 })
      return browser.press('Confirm email address')
    },
    /** Whether this address and the password of everybody lead to the code: whether it names an account. */
    async signsIn(email: string): Promise<boolean> {
      const browser = ground.browser()
      ground.services.clock.advance({ seconds: 1 })
      await browser.open('/sign-in')
      const seen = await browser.press('Sign In', { email, password: goodPassword })
      return seen.url.startsWith('/sign-in/verification-code')
    },
    /** Whether this address is the user name of a finished account. */
    async isUserName(email: string): Promise<boolean> {
      const hash = emailHash(ground.services.keys, email)
      const row = await ground.database.pools.owner
        ?.selectFrom('accounts.account')
        .select('completed_at')
        .where('email_hash', '=', hash)
        .executeTakeFirst()
      return row?.completed_at != null
    },
    /** As if the owner of an account that was shut had chosen a new password, which is the one of everybody again. */
    async reopen(email: string): Promise<void> {
      const hash = emailHash(ground.services.keys, email)
      await ground.database.pools.owner?.updateTable('accounts.account').set({ password_must_change_at: null }).where('email_hash', '=', hash).execute()
    },
    /** The account behind a browser's session, as operations see it. */
    async actorOf(email: string): Promise<Actor> {

      const owner = ground.database.pools.owner
      const row = await owner
        ?.selectFrom('accounts.account')
        .innerJoin('accounts.session', 'accounts.session.account', 'accounts.account.id')
        .select(['accounts.account.id', 'accounts.session.id as session'])
        .where('email_hash', '=', emailHash(ground.services.keys, email))
        .where('ended_at', 'is', null)
        .orderBy('accounts.session.begun_at', 'desc')
        .executeTakeFirst()
      return row ? { kind: 'account', id: row.id, roles: ['applicant'], sessionId: row.session } : visitor
    },
  }
}

export type ContactGround = Awaited<ReturnType<typeof contactGround>>

