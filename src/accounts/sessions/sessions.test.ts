import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { writingPage } from '../../../test/cast/writing-page.ts'
import { codeMailedTo, goodPassword, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { openText } from '../../platform/crypto/field.ts'
import { paths } from '../../platform/paths.ts'
import { needsRecentProof, signedIn } from './access.ts'

let ground: AccountsGround
let email: string
before(async () => {
  ground = await accountsGround([
    writingPage(paths.addCase, signedIn),
    writingPage(paths.profile, needsRecentProof),
    page({ path: paths.account, access: signedIn, audit: recordsNothing('a test'), view: () => ({ title: 'home', body: 'home' }) }),
  ])
  email = 'sessions@example.test'
  await signUpUntil(ground, ground.browser(), email)
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

const signedInBrowser = async () => {
  ground.services.clock.advance({ hours: 1 })
  const browser = ground.browser()
  await signInBy(ground, browser, email)
  return browser
}

const isSignedIn = async (browser: PortalBrowser) => (await browser.open('/account/security')).url === '/account/security'

test('the session’s secret is 128 bits, in a cookie that scripts and other sites do not get, and hashed at rest', async () => {
  const browser = await signedInBrowser()
  const secret = browser.cookies.get('portolan_portal') ?? ''
  assert.match(secret, /^[\w-]{22}$/)
  const rows = await ground.database.pools.owner?.selectFrom('accounts.session').selectAll().execute()
  assert.ok(!JSON.stringify(rows).includes(secret))
  const again = ground.browser()
  await again.open('/sign-in')
  const { hidden } = again.formOf('Sign In')
  const answer = await again.ask('POST', '/sign-in', { ...hidden, email, password: goodPassword })
  const cookie = [answer.headers['set-cookie']].flat().find((each) => String(each).startsWith('portolan_portal='))
  assert.match(String(cookie), /HttpOnly/)
  assert.match(String(cookie), /SameSite=Lax/)
})

test('a session ends after fifteen idle minutes, and not before', async () => {
  const browser = await signedInBrowser()
  ground.services.clock.advance({ minutes: 14, seconds: 59 })
  assert.equal(await isSignedIn(browser), true)
  ground.services.clock.advance({ minutes: 15 })
  const led = await browser.open('/account/security')
  assert.equal(led.url, '/sign-in?next=%2Faccount%2Fsecurity')
  assert.match(led.text, /Sign in to see that page/)
})

test('being seen is written down at most every thirty seconds', async () => {
  const browser = await signedInBrowser()
  const seenAt = async () => {
    const rows = await ground.database.pools.owner
      ?.selectFrom('accounts.session')
      .select('last_seen_at')
      .where('stage', '=', 'full')
      .orderBy('begun_at', 'desc')
      .execute()
    return rows?.[0]?.last_seen_at.toString()
  }
  const begun = await seenAt()
  ground.services.clock.advance({ seconds: 29 })
  await isSignedIn(browser)
  assert.equal(await seenAt(), begun)
  ground.services.clock.advance({ seconds: 1 })
  await isSignedIn(browser)
  assert.notEqual(await seenAt(), begun)
})

test('however busy, a session ends after twelve hours, and a fresh factor does not put that off', async () => {
  const browser = await signedInBrowser()
  for (let minutes = 0; minutes < 11 * 60 + 50; minutes += 10) {
    ground.services.clock.advance({ minutes: 10 })
    assert.equal(await isSignedIn(browser), true)
  }
  await browser.open('/account/profile')
  await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.equal(browser.seen.url, '/account/profile')
  ground.services.clock.advance({ minutes: 10 })
  assert.equal(await isSignedIn(browser), false)
})

test('a right password waits half an hour for its code, however busy, and not a second more', async () => {
  const waits = async (seconds: number) => {
    ground.services.clock.advance({ hours: 1 })
    const browser = ground.browser()
    await browser.open('/sign-in')
    await browser.press('Sign In', { email, password: goodPassword })
    ground.services.clock.advance({ minutes: 14 })
    await browser.open('/sign-in/verification-code')
    ground.services.clock.advance({ minutes: 14 })
    await browser.open('/sign-in/verification-code')
    ground.services.clock.advance({ seconds: seconds - 28 * 60 })
    return (await browser.open('/sign-in/verification-code')).url
  }
  assert.equal(await waits(30 * 60 - 1), '/sign-in/verification-code')
  assert.match(await waits(30 * 60), /^\/sign-in(\?|$)/)
})

test('one press extends the session and says until when; it cannot be extended once it has ended', async () => {
  const browser = await signedInBrowser()
  ground.services.clock.advance({ minutes: 14 })
  await browser.open('/cases/add')
  const { hidden } = browser.formOf('Save')
  ground.services.clock.advance({ minutes: 14 })
  const extended = await browser.ask('POST', '/session/extend', hidden)
  assert.equal(extended.status, 200)
  const { idleEndsAt, secondsLeft, words } = JSON.parse(extended.html)
  assert.equal(idleEndsAt, ground.services.clock.now().add({ minutes: 15 }).toString())
  assert.equal(secondsLeft, 15 * 60)
  assert.match(words, /If you do nothing, you are signed out at \d+:\d\d/)
  ground.services.clock.advance({ minutes: 15 })
  assert.equal((await browser.ask('POST', '/session/extend', hidden)).status, 401)
  assert.equal((await browser.ask('POST', '/session/extend', { csrf: 'forged' })).status, 403)
})

test('Sign Out ends the session on the server, clears what the browser kept, and the cookie opens nothing', async () => {
  const browser = await signedInBrowser()
  await browser.open('/cases/add')
  const { hidden } = browser.formOf('Save')
  const secret = browser.cookies.get('portolan_portal') ?? ''
  const answer = await browser.ask('POST', '/sign-out', hidden)
  assert.equal(answer.headers['clear-site-data'], '"cache", "storage"')
  assert.equal(browser.cookies.has('portolan_portal'), false)
  browser.cookies.set('portolan_portal', secret)
  assert.equal(await isSignedIn(browser), false)
})

test('a forged and a mangled cookie are nobody’s', async () => {
  for (const cookie of ['AAAAAAAAAAAAAAAAAAAAAA', 'x', "' or 1=1 --", 'A'.repeat(4000)]) {
    const browser = ground.browser()
    browser.cookies.set('portolan_portal', encodeURIComponent(cookie))
    assert.equal(await isSignedIn(browser), false, cookie)
  }
})

test('a form posted in a session that ran out is kept and shown again, unsaved, after the same account signs in', async () => {
  const browser = await signedInBrowser()
  await browser.open('/cases/add')
  const { hidden } = browser.formOf('Save')
  ground.services.clock.advance({ minutes: 16 })
  const turned = await browser.ask('POST', '/cases/add', { ...hidden, words: 'what I wrote' })
  assert.equal(turned.location, '/sign-in?next=%2Fcases%2Fadd')
  const rows = await ground.database.pools.owner?.selectFrom('accounts.parked_form').selectAll().execute()
  assert.equal(rows?.length, 1)
  assert.ok(!rows?.[0]?.sealed.toString('latin1').includes('what I wrote'))
  const seen = await signInBy(ground, browser, email, turned.location ?? '')
  assert.equal(seen.url, '/cases/add')
  assert.match(seen.text, /here again words: what I wrote/)
  assert.match((await browser.open('/cases/add')).text, /fresh words: /)
})

test('a form posted once the twelve hours are over, however busy they were, is kept and shown again too', async () => {
  const browser = await signedInBrowser()
  for (let minutes = 0; minutes < 11 * 60 + 50; minutes += 10) {
    ground.services.clock.advance({ minutes: 10 })
    await browser.open('/cases/add')
  }
  const { hidden } = browser.formOf('Save')
  ground.services.clock.advance({ minutes: 10 })
  const turned = await browser.ask('POST', '/cases/add', { ...hidden, words: 'a long day' })
  assert.equal(turned.location, '/sign-in?next=%2Fcases%2Fadd')
  assert.match((await signInBy(ground, browser, email, turned.location ?? '')).text, /here again words: a long day/)
})

test('a parked form is shown to its account alone', async () => {
  const other = 'other-parked@example.test'
  await signUpUntil(ground, ground.browser(), other)
  const browser = await signedInBrowser()
  await browser.open('/cases/add')
  const { hidden } = browser.formOf('Save')
  ground.services.clock.advance({ minutes: 16 })
  const turned = await browser.ask('POST', '/cases/add', { ...hidden, words: 'mine alone' })
  const seen = await signInBy(ground, browser, other, turned.location ?? '')
  assert.match(seen.text, /fresh words: /)
})

test('a parked form is kept half an hour', async () => {
  const browser = await signedInBrowser()
  await browser.open('/cases/add')
  const { hidden } = browser.formOf('Save')
  ground.services.clock.advance({ minutes: 16 })
  const turned = await browser.ask('POST', '/cases/add', { ...hidden, words: 'too late' })
  ground.services.clock.advance({ minutes: 30, seconds: 1 })
  assert.match((await signInBy(ground, browser, email, turned.location ?? '')).text, /fresh words: /)
})

test('a secret is never parked, not even sealed, nor what was posted to an address that shows no form', async () => {
  await ground.database.pools.owner?.deleteFrom('accounts.parked_form').execute()
  const browser = await signedInBrowser()
  await browser.open('/cases/add')
  const { hidden } = browser.formOf('Save')
  ground.services.clock.advance({ minutes: 16 })
  await browser.ask('POST', '/cases/add', { ...hidden, words: 'what I wrote', secret: 'Correct!horse9' })
  await browser.ask('POST', '/session/extend', { ...hidden, words: 'nowhere shown' })
  await browser.ask('POST', '/sign-in/again/code', { ...hidden, words: 'nowhere shown' })
  const rows = (await ground.database.pools.owner?.selectFrom('accounts.parked_form').selectAll().execute()) ?? []
  assert.deepEqual(rows.map(({ path }) => path), ['/cases/add'])
  const [{ account, sealed } = { account: '', sealed: Buffer.alloc(0) }] = rows
  const place = { person: account, table: 'accounts.parked_form', row: `${account} /cases/add`, column: 'sealed' }
  assert.deepEqual(JSON.parse(openText(ground.services.keys, place, sealed)), [['words', ['what I wrote']]])
})

test('a form without its token is not parked', async () => {
  const browser = await signedInBrowser()
  const count = async () => (await ground.database.pools.owner?.selectFrom('accounts.parked_form').selectAll().execute())?.length
  const before = await count()
  ground.services.clock.advance({ minutes: 16 })
  await browser.ask('POST', '/cases/add', { csrf: 'forged', words: 'slipped in' })
  assert.equal(await count(), before)
})

test('a factor of the last five minutes opens what asks for one; an older one is asked again and leads back', async () => {
  const browser = await signedInBrowser()
  ground.services.clock.advance({ minutes: 4, seconds: 59 })
  assert.equal((await browser.open('/account/profile')).url, '/account/profile')
  ground.services.clock.advance({ seconds: 1 })
  const asked = await browser.open('/account/profile')
  assert.equal(asked.url, '/sign-in/again?next=%2Faccount%2Fprofile')
  const sent = (await ground.mails(email)).length
  await browser.open(asked.url)
  assert.equal((await ground.mails(email)).length, sent, 'a reload sends no second code')
  const secret = browser.cookies.get('portolan_portal')
  const seen = await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.equal(seen.url, '/account/profile')
  assert.notEqual(browser.cookies.get('portolan_portal'), secret)
})

test('a form posted after its proof grew old is asked for a code and comes back as it was typed', async () => {
  const browser = await signedInBrowser()
  await browser.open('/account/profile')
  const { hidden } = browser.formOf('Save')
  ground.services.clock.advance({ minutes: 6 })
  const turned = await browser.ask('POST', '/account/profile', { ...hidden, words: 'my full name' })
  assert.equal(turned.location, '/sign-in/again?next=%2Faccount%2Fprofile')
  await browser.open(turned.location ?? '')
  const seen = await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.match(seen.text, /here again words: my full name/)
})

test('five wrong codes at a step-up keep the session and open nothing more', async () => {
  const browser = await signedInBrowser()
  ground.services.clock.advance({ minutes: 6 })
  await browser.open('/account/profile')
  const code = await codeMailedTo(ground, email)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let time = 0; time < 5; time += 1) await browser.press('Submit', { code: wrong })
  assert.match((await browser.press('Submit', { code })).text, /Sign out, then sign in again/)
  assert.equal(await isSignedIn(browser), true)
  assert.match((await browser.open('/account/profile')).url, /^\/sign-in\/again/)
})
