import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { goodPassword, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { visitor } from '../../platform/actor.ts'
import { givePassword } from './give-password.ts'

let ground: AccountsGround
const email = 'tries@example.test'

before(async () => {
  ground = await accountsGround()
  await signUpUntil(ground, ground.browser(), email)
})
after(() => ground.end())

/** One person for all, who comes back two days later for each rule: what was counted before counts no more. */
const rule = (title: string, prove: () => Promise<void>) =>
  test(title, async () => {
    ground.services.clock.advance({ hours: 48 })
    await prove()
  })

const wrongPassword = 'Wrong-password-1'

/** One press of Sign In from a network: `in`, `wrong` or `wait`. */
async function press(password: string, network = 'home', address = email) {
  const performer = ground.as(visitor, { id: null, network })
  const result = await givePassword.call({ ...performer, services: ground.services }, {
    email: address,
    password,
    next: undefined,
  })
  if ('answer' in result) throw new Error('the hashing pool was full')
  if (result.ok) return 'in'
  return result.refusal === 'email-or-password-wrong' ? 'wrong' : 'wait'
}

const later = (seconds: number) => ground.services.clock.advance({ seconds })

rule('five wrong passwords in a minute make that network wait sixty seconds, even with the right one', async () => {
  for (let time = 0; time < 5; time += 1) assert.equal(await press(wrongPassword), 'wrong')
  assert.equal(await press(goodPassword), 'wait')
  later(59)
  assert.equal(await press(goodPassword), 'wait')
  later(1)
  assert.equal(await press(goodPassword), 'in')
})

rule('five wrong passwords are too many within sixty seconds, to the second', async () => {
  for (const [network, seconds, then] of [['quick', 59, 'wait'], ['slow', 60, 'in']] as const) {
    await press(wrongPassword, network)
    later(seconds)
    for (let time = 0; time < 4; time += 1) assert.equal(await press(wrongPassword, network), 'wrong')
    assert.equal(await press(goodPassword, network), then)
    ground.services.clock.advance({ hours: 48 })
  }
})

rule('wrong passwords count for a day, to the second', async () => {
  for (const [seconds, then] of [[86_400, 'wait'], [86_401, 'in']] as const) {
    for (let time = 0; time < 9; time += 1) {
      later(61)
      assert.equal(await press(wrongPassword), 'wrong')
    }
    later(seconds)
    assert.equal(await press(wrongPassword), 'wrong')
    assert.equal(await press(goodPassword), then)
    ground.services.clock.advance({ hours: 48 })
  }
})

rule('of forty parallel wrong passwords exactly five are looked at', async () => {
  const results = []
  // The hashing pool holds so many at once; the count is made before it.
  for (let batch = 0; batch < 2; batch += 1)
    results.push(...(await Promise.all(Array.from({ length: 20 }, () => press(wrongPassword, 'away')))))
  assert.equal(results.filter((each) => each === 'wrong').length, 5)
})

rule('wrong passwords from elsewhere never lock the owner out', async () => {
  for (let network = 0; network < 8; network += 1)
    for (let time = 0; time < 5; time += 1) await press(wrongPassword, `attacker-${network}`)
  assert.equal(await press(goodPassword, 'home'), 'in')
})

rule('from the tenth wrong password of a day on, each makes its network wait: 30 s, doubling to 20 minutes', async () => {
  for (let time = 0; time < 9; time += 1) {
    assert.equal(await press(wrongPassword), 'wrong')
    later(61)
  }
  for (const wait of [30, 60, 120, 240, 480, 960, 1200, 1200]) {
    assert.equal(await press(wrongPassword), 'wrong')
    later(wait - 1)
    assert.equal(await press(goodPassword), 'wait', `${wait} s`)
    later(1)
  }
  assert.equal(await press(goodPassword), 'in')
})

rule('the right password clears what this network did wrong', async () => {
  for (let time = 0; time < 4; time += 1) await press(wrongPassword)
  assert.equal(await press(goodPassword), 'in')
  for (let time = 0; time < 4; time += 1) assert.equal(await press(wrongPassword), 'wrong')
  assert.equal(await press(goodPassword), 'in')
})

rule('an address nobody has waits just the same', async () => {
  const results = []
  for (let time = 0; time < 6; time += 1) results.push(await press(wrongPassword, 'home', 'ghost@example.test'))
  assert.deepEqual(results, ['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait'])
})

rule('twenty failed sign-ins a minute are taken from one network, over all addresses', async () => {
  ground.services.clock.set(ground.services.clock.now().round({ smallestUnit: 'minute', roundingMode: 'ceil' }))
  const results = []
  for (let time = 0; time < 22; time += 1) results.push(await press(wrongPassword, 'office', `spray-${time}@example.test`))
  assert.equal(results.filter((each) => each === 'wrong').length, 20)
  later(60)
  assert.equal(await press(goodPassword, 'office'), 'in')
})

rule('right sign-ins do not fill a network’s twenty', async () => {
  ground.services.clock.set(ground.services.clock.now().round({ smallestUnit: 'minute', roundingMode: 'ceil' }))
  for (let time = 0; time < 25; time += 1) assert.equal(await press(goodPassword, 'library'), 'in')
})

rule('a password is compared whole, in NFC, and not trimmed', async () => {
  assert.equal(await press(`${goodPassword} `), 'wrong')
  assert.equal(await press(goodPassword.toLowerCase()), 'wrong')
  assert.equal(await press(goodPassword), 'in')
})
