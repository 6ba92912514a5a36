import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { goodPassword, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { givePassword } from './give-password.ts'

const email = 'renewed@example.test'
let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
  await signUpUntil(ground, ground.browser(), email)
})
after(() => ground.end())

const storedHash = async () =>
  (await ground.database.pools.owner?.selectFrom('accounts.password').select('hash').executeTakeFirst())?.hash

const signIn = (password: string, isWeak: boolean) => {
  const passwords = { ...ground.services.passwords, needsRehash: () => isWeak }
  const by = { ...ground.as(), services: { ...ground.services, passwords } }
  return givePassword.call(by, { email, password, next: undefined })
}

test('a hash that is no longer strong enough is made again with the right password, and only then', async () => {
  const first = await storedHash()
  await signIn(goodPassword, false)
  assert.equal(await storedHash(), first)
  await signIn('Wrong-password-1', true)
  assert.equal(await storedHash(), first)
  await signIn(goodPassword, true)
  assert.notEqual(await storedHash(), first)
  const again = await signIn(goodPassword, false)
  assert.ok('ok' in again && again.ok)
})

test('a full hashing pool turns a sign-in away politely, and nothing is decided', async () => {
  const overloaded = { overloaded: true } as const
  const passwords = { ...ground.services.passwords, verifyPassword: async () => overloaded, verifyAgainstNothing: async () => overloaded }
  const by = { ...ground.as(), services: { ...ground.services, passwords } }
  for (const address of [email, 'nobody@example.test'])
    assert.deepEqual(await givePassword.call(by, { email: address, password: goodPassword, next: undefined }), {
      answer: 'overloaded',
      retryAfterSeconds: 2,
    })
})
