import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { addPasskeyIn, answerOf, personWithPasskey, usePasskeyIn } from '../../../test/cast/passkeys-in-browser.ts'
import { signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { type SoftwareAuthenticator, softwareAuthenticator } from '../../../test/cast/software-authenticator.ts'

const origin = 'http://portal.test'
const email = 'copied@example.test'
const signInButton = 'Sign in with a passkey'
const refused = /This passkey did not sign you in/

let ground: AccountsGround
let device: SoftwareAuthenticator

before(async () => {
  ground = await accountsGround()
  device = await personWithPasskey(ground, email)
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

async function atSignIn() {
  ground.services.clock.advance({ hours: 1 })
  const browser = ground.browser()
  await browser.open('/sign-in')
  return browser
}

/** What the record says of the newest sign-in with a passkey. */
const lastRefusal = async () => {
  const entries = ground.database.pools.owner?.selectFrom('audit.entry').select('refusal').where('operation', '=', 'accounts.sign-in-with-passkey')
  return (await entries?.orderBy('at', 'desc').executeTakeFirst())?.refusal
}

test('a counter that does not rise is refused like anything else, and its owner told, once a day', async () => {
  const told = async () => (await ground.mails(email)).filter(({ kind }) => kind === 'accounts.passkey-copied').length
  for (const _time of [1, 2]) assert.equal((await usePasskeyIn(await atSignIn(), signInButton, device)).url, '/account')
  const before = await told()
  for (const counter of [2, 1, 0]) {
    const browser = await atSignIn()
    assert.match((await usePasskeyIn(browser, signInButton, device, { counter })).text, refused)
    assert.equal(await lastRefusal(), 'counter-went-back')
  }
  assert.equal(await told(), before + 1)
  const forger = await atSignIn()
  ground.services.clock.advance({ hours: 24 })
  await usePasskeyIn(forger, signInButton, device, { counter: 1, forged: true })
  assert.equal(await told(), before + 1, 'nobody is frightened by who cannot sign')
  const genuine = await atSignIn()
  assert.equal((await usePasskeyIn(genuine, signInButton, device)).url, '/account', 'a higher count is taken again: nobody is locked out')
})

test('two answers with one count, at once: one is taken', async () => {
  const [one, other] = [await atSignIn(), ground.browser()]
  await other.open('/sign-in')
  const counter = (device.passkeys[0]?.counter ?? 0) + 50
  const [first, second] = [
    await answerOf(one, (options) => device.get(options, { counter })),
    await answerOf(other, (options) => device.get(options, { counter })),
  ]
  const answers = await Promise.all([one.press(signInButton, first), other.press(signInButton, second)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
  if (device.passkeys[0]) device.passkeys[0].counter = counter
})

test('a passkey that does not count signs in as often as it likes', async () => {
  const synced = softwareAuthenticator(origin, { counts: false, synced: true })
  const mine = ground.browser()
  await signInBy(ground, mine, email, '/account/security/passkeys')
  await addPasskeyIn(mine, synced, 'Synced')
  for (let time = 0; time < 3; time += 1) assert.equal((await usePasskeyIn(await atSignIn(), signInButton, synced)).url, '/account')
})
