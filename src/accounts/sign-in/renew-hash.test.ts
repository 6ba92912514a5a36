import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { recordedStatements } from '../../../test/cast/recorded-statements.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { goodPassword, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { visitor } from '../../platform/actor.ts'
import { overloaded } from '../../platform/http/answer.ts'
import { performerFor } from '../../platform/operation.ts'
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

test('a full line for hashing turns a sign-in away politely, with nothing counted, looked up or decided', async () => {
  const passwords = { ...ground.services.passwords, admit: () => ({ overloaded: true }) as const }
  const services = { ...ground.services, passwords }
  const { pool, statements } = recordedStatements(ground.database.pools.portal)
  const by = { ...performerFor({ ...ground.parts, pool, services }, visitor, testRequest), services }
  for (const address of [email, 'nobody@example.test'])
    assert.deepEqual(await givePassword.call(by, { email: address, password: goodPassword, next: undefined }), overloaded(2))
  assert.deepEqual(statements, [])
})

test('a sign-in leaves its place in the line, whether it was let in, was wrong, had to wait or broke', async () => {
  const { passwords } = ground.services
  const at = () => passwords.load().waiting + passwords.load().running
  const by = { ...ground.as(), services: ground.services }
  const broken = { ...by, perform: () => Promise.reject(new Error('broken on purpose')) }
  const given = (password: string) => ({ email: 'left@example.test', password, next: undefined })
  for (let turn = 0; turn < 7; turn += 1) await givePassword.call(by, given('Wrong-password-1'))
  await givePassword.call(by, { ...given(goodPassword), email })
  await assert.rejects(async () => givePassword.call(broken, given('Wrong-password-1')), /broken on purpose/)
  assert.equal(at(), 0)
})
