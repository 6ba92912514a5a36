import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { codeMailedTo, goodPassword, signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { signedUp } from '../../../test/cast/signed-up.ts'

const email = 'tries@example.test'
let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
  await signedUp(ground, email)
  await signedUp(ground, 'tries-other@example.test')
})
after(() => ground.end())

/** A stranger types wrong passwords, and with the right one a wrong code and a wrong backup code. */
async function guess(passwords: number) {
  const stranger = ground.browser('192.0.2.80')
  await stranger.open('/sign-in')
  for (let time = 0; time < passwords; time += 1) await stranger.press('Sign In', { email, password: `Wrong!guess${time}` })
  await stranger.press('Sign In', { email, password: goodPassword })
  const code = await codeMailedTo(ground, email)
  await stranger.press('Submit', { code: code === '000000' ? '000001' : '000000' })
  await stranger.open('/sign-in/backup-code')
  await stranger.press('Submit', { code: 'ABCD-EFGH-JKMN-PQRS' })
}

test('wrong passwords and codes against the account are counted by day, and the person’s right ones are not', async () => {
  await guess(3)
  ground.services.clock.advance({ hours: 24 })
  await guess(1)
  ground.services.clock.advance({ minutes: 5 })
  const here = ground.browser()
  await signInBy(ground, here, email)
  const { text } = await here.open('/account/security/history')
  assert.match(text, /Failed tries by day Day Wrong passwords Wrong codes Wrong answers to reset questions November 24, 2026 1 2 0 November 23, 2026 3 2 0 A few may be/)
  const other = ground.browser()
  await signInBy(ground, other, 'tries-other@example.test')
  assert.match((await other.open('/account/security/history')).text, /None in the last 90 days/)
})

test('tries of more than 90 days ago are gone from the list', async () => {
  ground.services.clock.advance({ hours: 24 * 91 })
  const here = ground.browser()
  await signInBy(ground, here, email)
  assert.match((await here.open('/account/security/history')).text, /None in the last 90 days/)
})
