import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { confirmByMail, linkPathIn, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

const startSignUp = async (browser: PortalBrowser, email: string) => {
  await browser.open('/sign-up')
  await browser.press('Sign Up', { email })
  return linkPathIn(await ground.lastMail(email, 'confirm-email'))
}

const dead = /This link cannot be used/

test('the link is 128 bits of base64url, alone, and in no row of the database', async () => {
  const path = await startSignUp(ground.browser(), 'bits@example.test')
  assert.match(path, /^\/sign-up\/confirm\/[\w-]{22}$/)
  const token = path.split('/').at(-1) ?? ''
  const rows = await ground.database.pools.owner?.selectFrom('accounts.sign_up_link').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(token))
})

test('opening the link spends nothing, however often; the button does', async () => {
  const path = await startSignUp(ground.browser(), 'scanned@example.test')
  for (let scan = 0; scan < 5; scan += 1) assert.match((await ground.browser().open(path)).text, /Confirm email address/)
  const browser = ground.browser()
  await browser.open(path)
  assert.equal((await browser.press('Confirm email address')).url, '/sign-up/terms')
  assert.match((await ground.browser().open(path)).text, dead)
})

test('of ten parallel presses one opens a session', async () => {
  const path = await startSignUp(ground.browser(), 'pressed@example.test')
  const browsers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const browser = ground.browser()
      await browser.open(path)
      return browser
    }),
  )
  const seen = await Promise.all(browsers.map((browser) => browser.press('Confirm email address')))
  assert.equal(seen.filter(({ url }) => url === '/sign-up/terms').length, 1)
  assert.equal(seen.filter(({ text }) => dead.test(text)).length, 9)
})

test('a link lives 24 hours and not a second more', async () => {
  const path = await startSignUp(ground.browser(), 'late@example.test')
  ground.services.clock.advance({ hours: 23, minutes: 59, seconds: 59 })
  assert.match((await ground.browser().open(path)).text, /Confirm email address/)
  ground.services.clock.advance({ seconds: 1 })
  assert.match((await ground.browser().open(path)).text, dead)
})

test('a new link kills the old one', async () => {
  const browser = ground.browser()
  const first = await startSignUp(browser, 'again@example.test')
  ground.services.clock.advance({ seconds: 1 })
  const again = await browser.press("Didn't receive confirmation instructions?")
  assert.match(again.text, /We have sent a new link/)
  assert.match((await ground.browser().open(first)).text, dead)
  assert.equal((await confirmByMail(ground, ground.browser(), 'again@example.test')).url, '/sign-up/terms')
})

test('an invented, a mangled and an overlong token get the page of a spent one', async () => {
  const spent = await startSignUp(ground.browser(), 'spent@example.test')
  await confirmByMail(ground, ground.browser(), 'spent@example.test')
  const expected = (await ground.browser().open(spent)).text
  for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', 'x', `${spent.split('/').at(-1)}A`, '%F0%9F%98%80', "'--"]) {
    const seen = await ground.browser().open(`/sign-up/confirm/${token}`)
    assert.equal(seen.text, expected, token)
  }
})

test('a link that was open in another browser when the sign-up was finished opens nothing', async () => {
  const email = 'finished@example.test'
  const browser = ground.browser()
  await signUpUntil(ground, browser, email, 'services')
  const other = ground.browser()
  await other.open('/sign-up')
  await other.press('Sign Up', { email })
  await other.open(linkPathIn(await ground.lastMail(email, 'continue-sign-up')))
  await browser.press('Submit', { type: 'applicant' })
  assert.match((await other.press('Confirm email address')).text, dead)
})

test('the address typed at Sign Up stands in no URL and in no readable cookie', async () => {
  const browser = ground.browser()
  await startSignUp(browser, 'cookie@example.test')
  assert.equal(browser.seen.url, '/sign-up/check-your-email')
  assert.doesNotMatch(JSON.stringify([...browser.cookies]), /cookie@example|Y29va2ll/)
  browser.cookies.set('portolan_typed_address', 'forged')
  assert.match((await browser.open('/sign-up/check-your-email')).text, /We have sent you an email/)
})

test('asking for another link in a browser that asked for none leads to Sign Up', async () => {
  const browser = ground.browser()
  await browser.open('/sign-up/check-your-email')
  assert.equal((await browser.press("Didn't receive confirmation instructions?")).url, '/sign-up')
})

test('ten mails an hour go to one address, and the eleventh asker is told to wait', async () => {
  const email = 'flooded@example.test'
  for (let time = 0; time < 10; time += 1) await startSignUp(ground.browser(), email)
  const browser = ground.browser()
  await browser.open('/sign-up')
  const seen = await browser.press('Sign Up', { email })
  assert.match(seen.text, /There were too many tries/)
  assert.equal((await ground.mails(email)).length, 10)
})
