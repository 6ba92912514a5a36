import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { codeMailedTo, goodPassword, linkPathIn, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { signedUp } from '../../../test/cast/signed-up.ts'
import { emailHash } from '../email-address.ts'
import { getAccount } from '../account-store.ts'
import { enter } from '../sign-in/enter.ts'
import { contactHash, sealContactAddress } from '../contact-points/contact-point.ts'
import { newId } from '../../platform/ids.ts'
import { operation, performerFor } from '../../platform/operation.ts'
import { sweepAccounts } from '../accounts-chores.ts'
import { systemActor, visitor } from '../../platform/actor.ts'
import { tellOfNewBrowser } from './tell-of-new-browser.ts'

let ground: AccountsGround
let people = 0
let email = ''
before(async () => {
  ground = await accountsGround()
})
beforeEach(async () => {
  people += 1
  email = `browsers-${people}@example.test`
  await signedUp(ground, email)
  ground.services.clock.advance({ hours: 25 })
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

const owner = () => {
  const { owner: pool } = ground.database.pools
  assert.ok(pool)
  return pool
}
const accountOf = (address: string) =>
  owner().selectFrom('accounts.account').selectAll().where('email_hash', '=', emailHash(ground.services.keys, address)).executeTakeFirstOrThrow()
const told = async (to = email, kind = 'new-browser') => (await ground.mails(to)).filter((mail) => mail.kind === `accounts.${kind}`)
const signedIn = async (browser = ground.browser('8.8.8.8')) => {
  await signInBy(ground, browser, email)
  return browser
}
const linkOfNotice = async () => linkPathIn((await told()).at(-1) ?? {})

test('the browser in which the account was opened is not told of, and a new one is, once', async () => {
  const own = ground.browser()
  email = `browsers-by-pages-${people}@example.test`
  await signUpUntil(ground, own, email)
  ground.services.clock.advance({ hours: 25 })
  await signedIn(own)
  assert.equal((await told()).length, 0)
  const other = await signedIn()
  assert.equal((await told()).length, 1)
  await other.open('/account/security')
  await other.press('Sign out everywhere')
  await signedIn(other)
  assert.equal((await told()).length, 1)
})

test('the cookie that knows a browser is 128 bits, not to be read by scripts, and hashed for each account apart', async () => {
  const browser = await signedIn()
  const secret = browser.cookies.get('portolan_portal_browser') ?? ''
  assert.match(secret, /^[\w-]{22}$/)
  const mine = email
  email = `browsers-second-${people}@example.test`
  await signedUp(ground, email)
  await browser.open('/account/security')
  await browser.press('Sign out everywhere')
  await signedIn(browser)
  assert.equal(browser.cookies.get('portolan_portal_browser'), secret)
  const rows = await owner().selectFrom('accounts.known_browser').selectAll().execute()
  assert.ok(!JSON.stringify(rows).includes(secret))
  assert.equal(new Set(rows.map(({ secret_hash }) => secret_hash)).size, rows.length)
  assert.equal((await told(mine)).length, 1)
  assert.equal((await told(email)).length, 1, 'one account’s browser is new to the other')
})

test('a known browser proves nothing: it is still asked for password and code', async () => {
  const browser = await signedIn()
  const secret = browser.cookies.get('portolan_portal_browser') ?? ''
  const bare = ground.browser()
  bare.cookies.set('portolan_portal_browser', secret)
  assert.equal((await bare.open('/account/security')).url, '/sign-in?next=%2Faccount%2Fsecurity')
  await bare.press('Sign In', { email, password: goodPassword })
  assert.match(bare.seen.url, /^\/sign-in\/verification-code/)
})

test('an invented cookie is replaced, not kept', async () => {
  const browser = ground.browser()
  browser.cookies.set('portolan_portal_browser', 'x'.repeat(3000))
  await signedIn(browser)
  assert.match(browser.cookies.get('portolan_portal_browser') ?? '', /^[\w-]{22}$/)
})

test('every address is told, and of a protected person nothing of device and place', async () => {
  const { id } = await accountOf(email)
  const point = newId()
  const { keys, clock } = ground.services
  const second = `second-${people}@example.test`
  const address = { address_hash: contactHash(keys, second), address_sealed: sealContactAddress(keys, id, point, second) }
  const times = { added_at: clock.now(), proven_at: clock.now() }
  await owner()
    .insertInto('accounts.contact_point')
    .values({ id: point, account: id, kind: 'email', purpose: 'recovery', ...address, ...times })
    .execute()
  await owner().updateTable('accounts.account').set({ protected_at: clock.now() }).where('id', '=', id).execute()
  await signedIn(ground.browser('8.8.8.8', 'Mozilla/5.0 (Windows NT 10.0; rv:125.0) Gecko/20100101 Firefox/125.0'))
  for (const to of [email, second]) {
    const [mail, ...more] = await told(to)
    assert.equal(more.length, 0)
    assert.equal(mail?.facts, undefined)
    assert.doesNotMatch(JSON.stringify(mail), /Firefox|Windows|United States/)
    assert.match(linkPathIn(mail ?? {}), /^\/not-me\/[\w-]{22}$/)
  }
})

test('after five new browsers in an hour no further mail leaves, and each is still in the history', async () => {
  for (let browsers = 0; browsers < 7; browsers += 1) await signedIn(ground.browser())
  assert.equal((await told()).length, 5)
  const rows = await owner().selectFrom('accounts.session').selectAll().where('account', '=', (await accountOf(email)).id).where('stage', '=', 'full').execute()
  assert.equal(rows.length, 7)
})

test('opening the link changes nothing; its button shuts everybody out, tells the owner, and works once', async () => {
  const thief = await signedIn()
  const path = await linkOfNotice()
  const helper = ground.browser('192.0.2.99')
  await helper.open(path)
  await helper.open(path)
  assert.equal((await thief.open('/account/security')).url, '/account/security')
  const done = await helper.press('Shut them out')
  assert.equal(done.url, '/not-me')
  assert.match(done.html, /<a[^>]*href="\/forgot-password"/)
  assert.match((await thief.open('/account/security')).url, /^\/sign-in/)
  assert.equal((await told(email, 'not-me')).length, 1)
  assert.match((await helper.open(path)).text, /This link does not work any longer/)
  const { id } = await accountOf(email)
  assert.deepEqual(await owner().selectFrom('accounts.known_browser').selectAll().where('account', '=', id).execute(), [])
})

test('after it the old password opens nothing, with the words of a wrong one, until a new one was set', async () => {
  await signedIn()
  const helper = ground.browser()
  await helper.open(await linkOfNotice())
  await helper.press('Shut them out')
  ground.services.clock.advance({ minutes: 5 })
  const back = ground.browser('192.0.2.44')
  await back.open('/sign-in')
  const refused = await back.press('Sign In', { email, password: goodPassword })
  assert.equal(refused.url, '/sign-in')
  const wrong = await back.press('Sign In', { email, password: 'Not!the1password' })
  assert.equal(refused.text, wrong.text)
  await owner().updateTable('accounts.account').set({ password_set_at: ground.services.clock.now() }).where('id', '=', (await accountOf(email)).id).execute()
  await signedIn(back)
  assert.equal((await back.open('/account/security')).url, '/account/security')
})

test('a code that was asked for before the owner shut the account does not open it either', async () => {
  await signedIn()
  const path = await linkOfNotice()
  const thief = ground.browser('8.8.8.8')
  ground.services.clock.advance({ seconds: 1 })
  await thief.open('/sign-in')
  await thief.press('Sign In', { email, password: goodPassword })
  const { hidden } = thief.formOf('Submit')
  const helper = ground.browser()
  await helper.open(path)
  await helper.press('Shut them out')
  await thief.ask('POST', '/sign-in/verification-code', { ...hidden, code: await codeMailedTo(ground, email) })
  assert.match((await thief.open('/account/security')).url, /^\/sign-in/)
})

test('no other way in opens it either: a passkey’s sign-in ends at Forgot your password', async () => {
  await signedIn()
  const helper = ground.browser()
  await helper.open(await linkOfNotice())
  await helper.press('Shut them out')
  const { id } = await accountOf(email)
  const enterByPasskey = operation({
    name: 'test.enter',
    gate: true,
    allow: () => true,
    refusals: [],
    run: async (context, _input: undefined) => enter(context, await getAccount(context.tx, id), 'passkey', undefined),
  })
  const entered = await ground.as(visitor).perform(enterByPasskey, undefined)
  assert.deepEqual(entered.ok && entered.output, { secret: null, goTo: '/forgot-password' })
})

test('the link lives seven days; an invented one and another person’s are the same dead page', async () => {
  await signedIn()
  const path = await linkOfNotice()
  ground.services.clock.advance({ hours: 7 * 24 })
  const helper = ground.browser()
  const old = await helper.open(path)
  const invented = await helper.open('/not-me/AAAAAAAAAAAAAAAAAAAAAA')
  assert.match(old.text, /This link does not work any longer/)
  assert.equal(invented.text, old.text)
  assert.equal((await helper.open("/not-me/' or 1=1 --")).text, old.text)
  assert.equal((await accountOf(email)).password_must_change_at, null)
})

test('of ten presses at once one is taken, and one notice leaves', async () => {
  await signedIn()
  const path = await linkOfNotice()
  const helpers = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const helper = ground.browser(`192.0.2.${100 + index}`)
      await helper.open(path)
      return { helper, ...helper.formOf('Shut them out') }
    }),
  )
  const answers = await Promise.all(helpers.map(({ helper, action, hidden }) => helper.ask('POST', action, hidden)))
  assert.equal(answers.filter(({ location }) => location === '/not-me').length, 1)
  assert.equal((await told(email, 'not-me')).length, 1)
})

test('two tabs of one new browser that sign in at once are told of once', async () => {
  const { id } = await accountOf(email)
  const { parts } = ground
  const request = { id: 'test', network: 'test', browserSecret: () => 'AAAAAAAAAAAAAAAAAAAAAA' }
  const found = await accountOf(email)
  const account = { ...found, email_sealed: found.email_sealed as Buffer }
  const tell = operation({
    name: 'test.tell',
    gate: true,
    allow: () => true,
    refusals: [],
    run: (context, _input: undefined) => tellOfNewBrowser(context, account, newId()),
  })
  const actor = { kind: 'account', id, roles: [], sessionId: null } as const
  await Promise.all(Array.from({ length: 8 }, () => performerFor(parts, actor, request).perform(tell, undefined)))
  assert.equal((await told()).length, 1)
})

test('browsers not seen for 400 days and links older than 30 are swept', async () => {
  await signedIn()
  const { id } = await accountOf(email)
  const count = async () => {
    const browsers = await owner().selectFrom('accounts.known_browser').selectAll().where('account', '=', id).execute()
    const links = await owner().selectFrom('accounts.not_me_link').selectAll().where('account', '=', id).execute()
    return [browsers.length, links.length]
  }
  const sweep = () => sweepAccounts.run({ pool: ground.database.pools.worker, actor: systemActor('sweep'), services: ground.services } as never)
  ground.services.clock.advance({ hours: 24 * 29 })
  await sweep()
  assert.deepEqual(await count(), [1, 1])
  ground.services.clock.advance({ hours: 24 * 2 })
  await sweep()
  assert.deepEqual(await count(), [1, 0])
  ground.services.clock.advance({ hours: 24 * 370 })
  await sweep()
  assert.deepEqual(await count(), [0, 0])
})
