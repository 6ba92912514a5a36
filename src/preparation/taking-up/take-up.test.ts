import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { inClientSteps, type ClientSteps } from '../../../test/cast/prepared-steps.ts'
import { type PreparedGround, preparedGround } from '../../../test/cast/prepared-ground.ts'
import { type Actor, visitor } from '../../platform/actor.ts'
import { setNames } from '../../profile/person/set-names.ts'
import { tryPasscode } from './open-by-passcode.ts'
import { takeUp } from './take-up.ts'

let ground: PreparedGround
let steps: ClientSteps

before(async () => {
  ground = await preparedGround()
  steps = inClientSteps(ground)
})
after(() => ground.end())

const stateNames = (person: Actor, given: string, family: string) => ground.as(person).perform(setNames, { given, family, order: 'given-first', ownScript: '', called: '', others: [] })
const linked = async (preparation: string) => (await ground.rows<{ client_account: string | null }>('select client_account from preparation.preparation where id = $1', [preparation]))[0]?.client_account
const alerts = (html: string) => /<div class="error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0].replace(/id="[^"]*"/g, '') ?? ''

describe('a representative passcode', () => {
  test('that is unknown, mistyped, used, replaced, withdrawn, expired or of an ended preparation is answered alike', async () => {
    const representative = await ground.representative()
    const answered: string[] = []
    const ends = ['', "ended_as = 'used', ended_at = issued_at", "ended_as = 'replaced', ended_at = issued_at", "ended_as = 'withdrawn', ended_at = issued_at", "issued_at = issued_at - interval '40 days', expires_at = issued_at - interval '1 second'"]
    for (const end of ends) {
      const laid = await ground.prepare(representative)
      if (end) await ground.rows(`update preparation.passcode set ${end} where preparation = '${laid.preparation}'`)
      const passcode = end ? laid.passcode : '0000-0000-0000-0'
      answered.push(alerts((await ground.browser(await ground.person()).press('/representative-passcode', { passcode })).html))
    }
    const ended = await ground.prepare(representative)
    await ground.rows(`update preparation.preparation set ended_at = begun_at, ended_from = 'representative' where id = '${ended.preparation}'`)
    answered.push(alerts((await ground.browser(await ground.person()).press('/representative-passcode', { passcode: ended.passcode })).html))
    answered.push(alerts((await ground.browser(await ground.person()).press('/representative-passcode', { passcode: 'nonsense' })).html))
    assert.match(answered[0] ?? '', /This passcode opens nothing/)
    assert.equal(new Set(answered).size, 1)
  })

  test('is refused to its own representative and to every other, in words, and nothing is tied', async () => {
    const representative = await ground.representative()
    const laid = await ground.prepare(representative)
    const own = await ground.browser(representative).press('/representative-passcode', { passcode: laid.passcode })
    assert.match(own.html, /Give it to your client/)
    const other = await ground.browser(await ground.representative()).press('/representative-passcode', { passcode: laid.passcode })
    assert.match(other.html, /Passcodes are for clients/)
    const unknown = await ground.browser(await ground.representative()).press('/representative-passcode', { passcode: '0000-0000-0000-0' })
    assert.equal(alerts(unknown.html), alerts(other.html))
    assert.equal(await linked(laid.preparation), null)
  })

  test('is for somebody else where the name of the profile does not fit, and names nobody', async () => {
    const laid = await ground.prepare(await ground.representative())
    const stranger = await ground.person()
    await stateNames(stranger, 'Otto', 'Nobody')
    const { html } = await ground.browser(stranger).press('/representative-passcode', { passcode: laid.passcode })
    assert.match(html, /This passcode is for somebody else/)
    for (const part of laid.name.split(' ')) assert.doesNotMatch(html, new RegExp(`\\b${part}\\b`))
    const fitting = await ground.person()
    const [given = '', family = ''] = laid.name.split(' ')
    await stateNames(fitting, given, family)
    await steps.takeUp(fitting, laid)
  })

  test('is tried ten times a day by an account and twenty times an hour from a network, whatever was typed', async () => {
    const person = await ground.person()
    const results = await Promise.all(Array.from({ length: 15 }, () => ground.as(person).perform(tryPasscode, { passcode: 'wrong' })))
    assert.equal(results.filter((each) => !each.ok && each.refusal === 'passcode-not-matched').length, 10)
    assert.equal(results.filter((each) => !each.ok && each.refusal === 'too-many-attempts').length, 5)
  })

  test('of two accounts that take up at once one gets it, and the other reads that it opens nothing', async () => {
    await ground.rows('delete from platform.attempt')
    for (let round = 0; round < 5; round += 1) {
      const laid = await ground.prepare(await ground.representative())
      const people = [await ground.person(), await ground.person()]
      const [one, other] = await Promise.all(people.map((person) => ground.as(person).perform(takeUp, { passcode: laid.passcode, preparation: laid.preparation })))
      assert.deepEqual([one, other].map((each) => (each?.ok ? 'ok' : each?.refusal)).toSorted(), ['ok', 'passcode-not-matched'])
      assert.ok(people.some(({ id }) => id === people[one?.ok ? 0 : 1]?.id))
      assert.equal(await linked(laid.preparation), people[one?.ok ? 0 : 1]?.id)
      await ground.rows('delete from platform.attempt')
    }
  })

  test('taken up twice by the same account is taken up once, and the copy is laid once', async () => {
    const laid = await ground.prepare(await ground.representative())
    const client = await ground.person()
    const input = { passcode: laid.passcode, preparation: laid.preparation }
    const twice = await Promise.all([ground.as(client).perform(takeUp, input), ground.as(client).perform(takeUp, input)])
    assert.ok(twice.every(({ ok }) => ok))
    await ground.drain({ twice: true })
    const copies = await ground.rows('select id from filing.draft where account = $1', [client.id])
    assert.equal(copies.length, 1)
    const clients = await ground.rows<{ account: string }>('select c.account from representation.client c join preparation.preparation p on p.client = c.id where p.id = $1', [laid.preparation])
    assert.equal(clients[0]?.account, client.id)
  })

  test('does not open for another account what the client of another account is', async () => {
    const laid = await ground.prepare(await ground.representative())
    const known = await ground.person()
    await ground.rows('update representation.client set account = $1 where id = (select client from preparation.preparation where id = $2)', [known.id, laid.preparation])
    const refused = await ground.as(await ground.person()).perform(takeUp, { passcode: laid.passcode, preparation: laid.preparation })
    assert.equal(!refused.ok && refused.refusal, 'passcode-not-matched')
    assert.ok((await ground.as(known).perform(takeUp, { passcode: laid.passcode, preparation: laid.preparation })).ok)
  })

  test('is carried through a sign-in, and nothing is shown before it', async () => {
    await ground.rows('delete from platform.attempt')
    const laid = await ground.prepare(await ground.representative())
    const browser = ground.browser(null)
    const entered = await browser.press('/representative-passcode', { passcode: laid.passcode })
    assert.equal(entered.location, '/representative-passcode/account')
    const { html } = await browser.get(entered.location)
    assert.match(html, /next=%2Frepresentative-passcode%2Fgo-on/)
    assert.doesNotMatch(html, new RegExp(laid.preparation))
    const tried = await ground.as(visitor).perform(takeUp, { passcode: laid.passcode, preparation: laid.preparation })
    assert.equal(!tried.ok && tried.refusal, 'not-allowed')
  })

  test('declined ends with a reason that the representative reads, and opens nothing afterwards', async () => {
    const laid = await ground.prepare(await ground.representative())
    const client = await ground.person()
    const browser = ground.browser(client)
    await browser.press('/representative-passcode', { passcode: laid.passcode })
    const declined = await browser.press(`/preparations/${laid.preparation}/take-up/decline`, { reason: 'I do not know this person' })
    assert.equal(declined.location, '/account?declined=yes', declined.html)
    const [row] = await ground.rows<{ voided_why: string; accepted: boolean }>('select p.voided_why, a.accepted from preparation.package p join preparation.answer a on a.package = p.id and a.side = $2 where p.id = $1', [laid.package, 'client'])
    assert.deepEqual(row, { voided_why: 'declined', accepted: false })
    assert.equal(await linked(laid.preparation), null)
    assert.match((await ground.browser(client).press('/representative-passcode', { passcode: laid.passcode })).html, /opens nothing/)
  })
})
