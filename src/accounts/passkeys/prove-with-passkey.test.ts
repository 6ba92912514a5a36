import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { askPasskey, personWithPasskey, usePasskeyIn } from '../../../test/cast/passkeys-in-browser.ts'
import { readyPerson } from '../../../test/cast/ready-person.ts'
import { codeMailedTo, signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import type { SoftwareAuthenticator } from '../../../test/cast/software-authenticator.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { signedIn } from '../sessions/access.ts'

const [email, neighbour] = ['again@example.test', 'again-neighbour@example.test']
const list = '/account/security/passkeys'
const again = `/sign-in/again?next=${encodeURIComponent(list)}`
const button = 'Use a passkey'
const refused = /This passkey was not accepted. Try again, or use a code/

let ground: AccountsGround
let device: SoftwareAuthenticator
let theirDevice: SoftwareAuthenticator

before(async () => {
  ground = await accountsGround([
    page({ path: paths.account, access: signedIn, audit: recordsNothing('a test'), view: () => ({ title: 'home', body: 'home' }) }),
  ])
  ;[device, theirDevice] = [await personWithPasskey(ground, email), await personWithPasskey(ground, neighbour)]
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

/** Signed in ten minutes ago, and asked again. */
async function askedAgain(at = again, who = email) {
  ground.services.clock.advance({ hours: 2 })
  const browser = ground.browser()
  await signInBy(ground, browser, who)
  ground.services.clock.advance({ minutes: 10 })
  await browser.open(at)
  return browser
}

test('step-up by a passkey leads back to the page that asked, under a new session that ends when the old one would have', async () => {
  const browser = await askedAgain()
  const live = () => ground.database.pools.owner?.selectFrom('accounts.session').selectAll().where('ended_at', 'is', null).orderBy('begun_at', 'desc').executeTakeFirstOrThrow()
  const [before, cookie] = [await live(), browser.cookies.get('portolan_portal')]
  assert.equal((await usePasskeyIn(browser, button, device)).url, list)
  const after = await live()
  assert.notEqual(browser.cookies.get('portolan_portal'), cookie)
  assert.equal(after?.proved_by, 'passkey')
  assert.equal(String(after?.ends_at), String(before?.ends_at))
})

test('who has a passkey is offered it first: no code is sent before one is asked for, however often the page is opened', async () => {
  const browser = await askedAgain()
  const codes = async () => (await ground.mails(email)).filter(({ kind }) => kind === 'accounts.one-time-password').length
  const before = await codes()
  await browser.open(again)
  assert.match(browser.seen.text, /Use your passkey, or choose another way/)
  assert.doesNotMatch(browser.seen.html, /name="code"/)
  assert.equal(await codes(), before)
  ground.services.clock.advance({ seconds: 1 })
  await browser.press('Send a code by email')
  assert.equal(await codes(), before + 1)
  assert.equal((await browser.press('Submit', { code: await codeMailedTo(ground, email) })).url, list)
})

test('the account’s own passkeys are asked for, and no code is needed', async () => {
  const browser = await askedAgain('/sign-in/again/passkey')
  const { options } = await askPasskey(browser, button)
  assert.deepEqual(options.allowCredentials?.map(({ id }) => id), device.passkeys.map(({ credentialId }) => credentialId))
  assert.equal(options.userVerification, 'required')
  assert.equal((await usePasskeyIn(browser, button, device)).url, '/account')
})

test('another account’s passkey, an answer of another session and one without the person’s verification prove nothing', async () => {
  const browser = await askedAgain('/sign-in/again/passkey')
  assert.match((await usePasskeyIn(browser, button, theirDevice)).text, refused)
  assert.match((await usePasskeyIn(browser, button, device, { userVerified: false })).text, refused)
  const other = ground.browser()
  await signInBy(ground, other, email)
  await other.open('/sign-in/again/passkey')
  const { ticket, options } = await askPasskey(other, button)
  assert.match((await browser.press(button, { ticket, answer: JSON.stringify(device.get(options)) })).text, refused)
  assert.match((await browser.open(list)).url, /^\/sign-in\/again/)
})

test('an answer to a sign-in’s challenge is no step-up', async () => {
  const visitor = ground.browser()
  await visitor.open('/sign-in')
  const { ticket, options } = await askPasskey(visitor, 'Sign in with a passkey')
  const browser = await askedAgain('/sign-in/again/passkey')
  assert.match((await browser.press(button, { ticket, answer: JSON.stringify(device.get(options)) })).text, refused)
})

test('who has none is offered none', async () => {
  const third = 'again-none@example.test'
  await readyPerson(ground, third)
  const browser = await askedAgain(again, third)
  assert.doesNotMatch(browser.seen.html, /data-passkey/)
  assert.match((await browser.open('/sign-in/again/passkey')).text, /You have no passkey yet/)
})
