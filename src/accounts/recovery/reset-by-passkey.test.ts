import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { personWith } from '../../../test/cast/given-factors.ts'
import { addPasskeyIn, askPasskey, personWithPasskey, usePasskeyIn } from '../../../test/cast/passkeys-in-browser.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { beginReset, chooseNewPassword, rightAnswers } from '../../../test/cast/reset-in-browser.ts'
import { signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { type SoftwareAuthenticator, softwareAuthenticator } from '../../../test/cast/software-authenticator.ts'
import { phoneOf } from '../../../test/cast/ways-in-browser.ts'

const [email, neighbour] = ['reset-by-passkey@example.test', 'reset-neighbour@example.test']
const button = 'Use a passkey'
const at = '/reset-password/passkey'

let ground: AccountsGround
let device: SoftwareAuthenticator
let theirDevice: SoftwareAuthenticator

before(async () => {
  ground = await accountsGround()
  ;[device, theirDevice] = [await personWithPasskey(ground, email), await personWithPasskey(ground, neighbour)]
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

async function atThePasskey(): Promise<PortalBrowser> {
  ground.services.clock.advance({ hours: 2 })
  const browser = ground.browser()
  assert.equal((await beginReset(ground, browser, email)).url, at, 'who has a passkey and no other factor is asked for it')
  return browser
}

test('a passkey is a reset’s second factor; the answers are still asked, and no code is mailed', async () => {
  const before = (await ground.mails(email)).filter(({ kind }) => kind === 'accounts.one-time-password').length
  const browser = await atThePasskey()
  assert.equal((await usePasskeyIn(browser, button, device)).url, '/reset-password/questions')
  await browser.press('Submit', rightAnswers(ground, browser))
  assert.equal((await chooseNewPassword(browser)).url, '/reset-password/done')
  assert.equal((await ground.mails(email)).filter(({ kind }) => kind === 'accounts.one-time-password').length, before)
  const reset = await ground.database.pools.owner?.selectFrom('accounts.password_reset').select('factor').where('done_at', 'is not', null).executeTakeFirst()
  assert.equal(reset?.factor, 'passkey')
})

test('another account’s passkey, one that verifies nobody and an answer of another reset take it no further', async () => {
  const browser = await atThePasskey()
  for (const [held, twist] of [[theirDevice, {}], [device, { userVerified: false }], [device, { forged: true }]] as const) {
    assert.match((await usePasskeyIn(browser, button, held, twist)).text, /This passkey was not accepted/)
    assert.equal((await browser.open('/reset-password/questions')).url, at)
  }
  const asked = await askPasskey(browser, button)
  const other = await atThePasskey()
  assert.equal((await other.press(button, { ticket: asked.ticket, answer: JSON.stringify(device.get(asked.options)) })).status, 422)
})

test('who opened the link is not told which passkeys the account has', async () => {
  const browser = await atThePasskey()
  assert.deepEqual((await askPasskey(browser, button)).options.allowCredentials ?? [], [])
})

test('a passkey given in a reset opens no session and no page of the account', async () => {
  const browser = await atThePasskey()
  await usePasskeyIn(browser, button, device)
  assert.match((await browser.open('/account/security')).url, /^\/(sign-in|reset-password|forgot-password)/)
})

test('where there is a phone too, the code is asked for and the passkey offered beside it', async () => {
  const both = 'reset-both@example.test'
  await personWith(ground, both, { phone: phoneOf(77) })
  const mine = ground.browser()
  await signInBy(ground, mine, both, '/account/security/passkeys')
  await mine.open('/account/security/passkeys')
  await addPasskeyIn(mine, softwareAuthenticator('http://portal.test'), 'Key')
  const browser = ground.browser()
  assert.equal((await beginReset(ground, browser, both)).url, '/reset-password/verification-code')
  assert.match(browser.seen.html, /<a href="\/reset-password\/passkey">Use your passkey instead/)
})

test('nobody without a reset is asked for a passkey here', async () => {
  const browser = ground.browser()
  assert.match((await browser.open(at)).url, /^\/forgot-password/)
})
