import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

test('a person goes from Sign Up to a complete account with its number, page by page', async () => {
  const browser = ground.browser()
  const seen = await signUpUntil(ground, browser, 'new@example.test')
  assert.equal(seen.url, '/account')
  assert.deepEqual(ground.faults, [])
})
