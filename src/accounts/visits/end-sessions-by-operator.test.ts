import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { signedUp } from '../../../test/cast/signed-up.ts'
import { systemActor } from '../../platform/actor.ts'
import { emailHash } from '../email-address.ts'
import { endSessionsByOperator } from './end-sessions-by-operator.ts'

const [mine, theirs] = ['mine@example.test', 'theirs@example.test']
let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
  for (const email of [mine, theirs]) await signedUp(ground, email)
})
after(() => ground.end())

const signedIn = async (email: string) => {
  const browser = ground.browser()
  await signInBy(ground, browser, email)
  return browser
}
const isIn = async (browser: PortalBrowser) => (await browser.open('/account/security')).url === '/account/security'
const end = (number: string | null, actor = systemActor('operator')) => ground.as(actor).perform(endSessionsByOperator, { number })
const numberOf = async (email: string) => {
  const hash = emailHash(ground.services.keys, email)
  const rows = ground.database.pools.owner?.selectFrom('accounts.account').select('online_account_number').where('email_hash', '=', hash)
  return (await rows?.executeTakeFirst())?.online_account_number ?? ''
}

test('the operator signs one person out of every browser, or everybody; it stands in the person’s history', async () => {
  const [one, other, stranger] = [await signedIn(mine), await signedIn(mine), await signedIn(theirs)]
  assert.equal((await end(await numberOf(mine))).ok, true)
  assert.deepEqual([await isIn(one), await isIn(other), await isIn(stranger)], [false, false, true])
  assert.match((await (await signedIn(mine)).open('/account/security/history')).text, /All browsers were signed out by the agency/)
  assert.equal((await end(null)).ok, true)
  assert.equal(await isIn(stranger), false)
})

test('a number nobody has is refused, and nobody but the operator may', async () => {
  const here = await signedIn(mine)
  assert.deepEqual(await end('100000000000'), { ok: false, refusal: 'unknown-account' })
  const actor = { kind: 'account', id: '00000000-0000-4000-8000-000000000000', roles: [], sessionId: null } as const
  assert.deepEqual(await end(null, actor as never), { ok: false, refusal: 'not-allowed' })
  assert.equal(await isIn(here), true)
})
