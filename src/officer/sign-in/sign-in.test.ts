import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround, staffEmail, staffPassword } from '../../../test/cast/office-ground.ts'
import { givePassword } from './give-password.ts'
import { giveCode, tryCode } from './give-code.ts'
import { officeVisits } from '../sessions/visit.ts'
import { visitor } from '../../platform/actor.ts'
import { performerFor } from '../../platform/operation.ts'

let office: OfficeGround
let number = 0
let email = ''
before(async () => {
  office = await officeGround()
})
after(() => office.end())
beforeEach(async () => {
  number += 1
  await office.enrol('officer', number)
  email = staffEmail('officer', number)
  office.services.clock.advance({ hours: 1 })
})

/** What a request from this network can do, without a page. */
const from = (network: string, actor = visitor) => ({
  ...performerFor(office.parts, actor, { id: null, network }),
  services: office.services,
})
const password = (network: string, typed: string, address = email) =>
  givePassword.call(from(network) as never, { email: address, password: typed })
const outcome = (result: Awaited<ReturnType<typeof password>>) =>
  'answer' in result ? result.answer : result.ok ? 'ok' : result.refusal

/** The secret of a session that waits for its code. */
async function halfWay(network: string) {
  const given = await password(network, staffPassword)
  if ('answer' in given || !given.ok) throw new Error('the password was not taken')
  return (await officeVisits(office.parts)(given.output.secret)).actor
}

describe('the password', () => {
  it('opens the question for the code and nothing else', async () => {
    const browser = office.browser()
    await browser.open('/queues')
    assert.equal(browser.seen.url, '/sign-in?next=%2Fqueues')
    await browser.press('Sign In', { email, password: staffPassword })
    assert.match(browser.seen.url, /^\/sign-in\/verification-code/)
    await browser.open('/queues')
    assert.match(browser.seen.text, /Enter your code/)
  })

  it('gets the same answer when it is wrong and when nobody has the address', async () => {
    const answers = []
    for (const address of [email, 'nobody@example.test']) {
      const browser = office.browser('192.0.2.9')
      await browser.open('/sign-in')
      const { status, text } = await browser.press('Sign In', { email: address, password: 'Wrong!pass1' })
      answers.push([status, text])
    }
    assert.deepEqual(answers[0], answers[1])
    assert.equal(answers[0]?.[0], 422)
  })

  it('is looked at five times a minute for one address and network, also when all come at once', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => password('net-a', 'Wrong!pass1')))
    const outcomes = results.map(outcome)
    assert.equal(outcomes.filter((each) => each === 'email-or-password-wrong').length, 5)
    assert.equal(outcomes.filter((each) => each === 'must-wait').length, 7)
    assert.equal(outcome(await password('net-a', staffPassword)), 'must-wait')
    assert.equal(outcome(await password('net-b', staffPassword)), 'ok', 'the owner is not locked out from elsewhere')
    office.services.clock.advance({ seconds: 59 })
    assert.equal(outcome(await password('net-a', staffPassword)), 'must-wait')
    office.services.clock.advance({ seconds: 1 })
    assert.equal(outcome(await password('net-a', staffPassword)), 'ok')
  })

  it('waits longer with each wrong one after the tenth, up to 20 minutes', async () => {
    for (let i = 0; i < 9; i += 1) {
      await password('net-c', 'Wrong!pass1')
      office.services.clock.advance({ seconds: 61 })
    }
    for (const wait of [30, 60, 120, 240, 480, 960, 1200, 1200]) {
      assert.equal(outcome(await password('net-c', 'Wrong!pass1')), 'email-or-password-wrong')
      office.services.clock.advance({ seconds: wait - 1 })
      assert.equal(outcome(await password('net-c', staffPassword)), 'must-wait', `${wait} s`)
      office.services.clock.advance({ seconds: 1 })
    }
    assert.equal(outcome(await password('net-c', staffPassword)), 'ok')
  })

  it('is wrong too often within sixty seconds, to the second', async () => {
    for (const [network, seconds, then] of [['net-f', 59, 'must-wait'], ['net-g', 60, 'ok']] as const) {
      await password(network, 'Wrong!pass1')
      office.services.clock.advance({ seconds })
      for (let i = 0; i < 4; i += 1) await password(network, 'Wrong!pass1')
      assert.equal(outcome(await password(network, staffPassword)), then)
      office.services.clock.advance({ hours: 48 })
    }
  })

  it('that was wrong counts for a day, to the second', async () => {
    for (const [seconds, then] of [[86_400, 'must-wait'], [86_401, 'ok']] as const) {
      for (let i = 0; i < 9; i += 1) {
        office.services.clock.advance({ seconds: 61 })
        await password('net-h', 'Wrong!pass1')
      }
      office.services.clock.advance({ seconds })
      await password('net-h', 'Wrong!pass1')
      assert.equal(outcome(await password('net-h', staffPassword)), then)
      office.services.clock.advance({ hours: 48 })
    }
  })

  it('fails at most 20 times a minute from one network, whoever it tries', async () => {
    office.services.clock.set('2027-03-01T10:00:00Z')
    const outcomes = []
    for (let i = 0; i < 22; i += 1)
      outcomes.push(outcome(await password('net-d', 'Wrong!pass1', `guess${i}@example.test`)))
    assert.equal(outcomes.filter((each) => each === 'email-or-password-wrong').length, 20)
    assert.equal(outcomes.at(-1), 'too-many-attempts')
    office.services.clock.set('2027-03-01T11:00:00Z')
  })

  it('is nobody’s once the staff member has left, and their session ends', async () => {
    const browser = await office.signedIn('officer', number)
    assert.equal(browser.seen.url, '/queues?first=yes')
    await office.database.pools.owner
      ?.updateTable('officer.staff')
      .set({ ended_at: office.services.clock.now() })
      .execute()
    await browser.open('/queues')
    assert.match(browser.seen.url, /^\/sign-in/)
    assert.equal(outcome(await password('net-e', staffPassword)), 'email-or-password-wrong')
    await office.database.pools.owner?.updateTable('officer.staff').set({ ended_at: null }).execute()
  })
})

describe('the code', () => {
  it('signs in after the password, under a new session, and back to where the officer was going', async () => {
    const browser = office.browser()
    await browser.open('/cases')
    await browser.press('Sign In', { email, password: staffPassword })
    const before = browser.cookies.get('portolan_office')
    await browser.press('Submit', { code: await office.codeOf(email) })
    assert.equal(browser.seen.url, '/cases')
    assert.notEqual(browser.cookies.get('portolan_office'), before)
  })

  it('is used once: the same step again is refused, also when two come at once', async () => {
    const code = await office.codeOf(email)
    const actors = [await halfWay('net-f'), await halfWay('net-f')]
    const results = await Promise.all(actors.map((actor) => giveCode.call(from('net-f', actor) as never, { code })))
    assert.deepEqual(results.map((result) => ('ok' in result ? result.ok : result.answer)).toSorted(), [false, true])
    const later = await giveCode.call(from('net-f', await halfWay('net-f')) as never, { code })
    assert.deepEqual(later, { ok: false, refusal: 'code-wrong' })
  })

  it('may be wrong five times in one sign-in, also all at once; then the right one is not looked at', async () => {
    const actor = await halfWay('net-g')
    const looks = await Promise.all(
      Array.from({ length: 12 }, () => from('net-g', actor).perform(tryCode, { code: '000000' })),
    )
    assert.equal(looks.filter((look) => look.ok).length, 5)
    assert.equal(looks.filter((look) => !look.ok && look.refusal === 'tries-used').length, 7)
    const right = await from('net-g', actor).perform(tryCode, { code: await office.codeOf(email) })
    assert.deepEqual(right, { ok: false, refusal: 'tries-used' })
  })

  it('waits an hour after 30 wrong ones in a day, over however many sign-ins', async () => {
    for (let signIn = 0; signIn < 6; signIn += 1) {
      const actor = await halfWay(`net-h${signIn}`)
      for (let i = 0; i < 5; i += 1) await from('net-h', actor).perform(tryCode, { code: '000000' })
    }
    const actor = await halfWay('net-i')
    assert.deepEqual(await from('net-i', actor).perform(tryCode, { code: await office.codeOf(email) }), {
      ok: false,
      refusal: 'codes-wait',
    })
    office.services.clock.advance({ minutes: 61 })
    const later = await from('net-i', await halfWay('net-i')).perform(tryCode, { code: await office.codeOf(email) })
    assert.equal(later.ok, true)
  })
})
