import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { dateOfBirthHashes } from '../../accounts/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { profileRoutes } from '../index.ts'
import { noteKnown } from './known.ts'
import { ownPerson } from './own-person.ts'
import { setDateOfBirth } from './set-date-of-birth.ts'
import { setNames } from './set-names.ts'
import { setPhones } from './set-phones.ts'
import { stateANumber } from './state-a-number.ts'

let ground: AccountsGround
let browser: PortalBrowser
before(async () => {
  ground = await accountsGround(profileRoutes)
})
after(() => ground.end())

async function personNamed(email: string): Promise<Actor> {
  browser = ground.browser()
  await signUpUntil(ground, browser, email)
  const { rows } = await sql<{ id: string; session: string }>`
    select a.id, s.id as session from accounts.account a join accounts.session s on s.account = a.id
    where s.ended_at is null order by s.begun_at desc, a.begun_at desc limit 1`.execute(owner())
  const row = rows[0]
  return { kind: 'account', id: row?.id ?? '', roles: ['applicant'], sessionId: row?.session ?? '' }
}

const owner = () => {
  const pool = ground.database.pools.owner
  if (!pool) throw new Error('the test database has an owner')
  return pool
}
const staff: Actor = { kind: 'staff', id: newId(), roles: ['officer'], sessionId: newId() }
const prove = (account: string, aNumber: string | null, dateOfBirth: Temporal.PlainDate | null) =>
  asActor(ground.database.pools.office, staff, {}, (tx) =>
    noteKnown({ tx, now: ground.services.clock.now(), services: ground.services }, { account, caseId: newId(), aNumber, dateOfBirth }),
  )
const born = Temporal.PlainDate.from('1988-02-29')
const bornTyped = { 'born-month': '2', 'born-day': '29', 'born-year': '1988' }

describe('names', () => {
  it('are saved as they are and shown in the person’s order; what was wrong is kept in its field', async () => {
    await personNamed('names@example.test')
    await browser.open(paths.names())
    const wrong = await browser.press('Save', { given: '泽东', family: '<b>', order: 'family-first', 'own-script': '', called: '', others: '' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /value="泽东"/)
    const saved = await browser.press('Save', { given: '泽东', family: '毛', order: 'family-first', 'own-script': '毛澤東', called: 'Chairman', others: 'Mao\nRunzhi' })
    assert.equal(saved.url, '/account/profile?done=names')
    for (const words of ['毛泽东', '毛澤東', 'Chairman', 'Mao, Runzhi']) assert.ok(saved.text.includes(words), words)
  })

  it('are nobody else’s to read or write', async () => {
    const one = await personNamed('mine@example.test')
    const names = { given: 'Secret', family: 'Name', order: 'given-first', ownScript: '', called: '', others: [] } as const
    await ground.as(one).perform(setNames, names)
    const other = await personNamed('other@example.test')
    assert.equal((await ground.as(other).read(ownPerson, {}))?.names, null)
    const rows = await owner().selectFrom('profile.person').select('names_sealed').execute()
    assert.ok(rows.some(({ names_sealed }) => names_sealed !== null))
    for (const { names_sealed } of rows) assert.doesNotMatch(names_sealed?.toString('latin1') ?? '', /Secret|Chairman/)
  })
})

describe('a date of birth', () => {
  it('is saved behind a fresh factor, and its keyed hash finds the account by number', async () => {
    const actor = await personNamed('born@example.test')
    await browser.open(paths.dateOfBirth())
    const seen = await browser.press('Save', bornTyped)
    assert.equal(seen.url, '/account/profile?done=born')
    assert.match(seen.text, /February 29, 1988/)
    const row = await owner().selectFrom('accounts.account').select('date_of_birth_hash').where('id', '=', String(actor.id)).executeTakeFirst()
    assert.ok(dateOfBirthHashes(ground.services.keys, born).includes(row?.date_of_birth_hash ?? ''))
    ground.services.clock.advance({ minutes: 6 })
    assert.match((await browser.open(paths.dateOfBirth())).url, /^\/sign-in\/again/)
    assert.deepEqual(await ground.as(actor).perform(setDateOfBirth, { day: born }), { ok: false, refusal: 'no-recent-proof' })
  })

  it('that cannot be one is refused beside the field', async () => {
    const actor = await personNamed('unborn@example.test')
    for (const values of [
      { 'born-month': '2', 'born-day': '30', 'born-year': '1988' },
      { 'born-month': '1', 'born-day': '1', 'born-year': '2999' },
      { 'born-month': '1', 'born-day': '1', 'born-year': '1700' },
    ]) {
      await browser.open(paths.dateOfBirth())
      const seen = await browser.press('Save', values)
      assert.equal(seen.status, 422)
      assert.match(seen.text, /a day that can be a date of birth/)
    }
    assert.equal((await ground.as(actor).read(ownPerson, {}))?.dateOfBirth, null)
  })

  it('is the person’s to change until a case has proven the same day', async () => {
    const actor = await personNamed('locked@example.test')
    await ground.as(actor).perform(setDateOfBirth, { day: born.add({ days: 1 }) })
    await prove(String(actor.id), null, born)
    assert.equal((await ground.as(actor).read(ownPerson, {}))?.proven.dateOfBirth, false)
    assert.equal((await ground.as(actor).perform(setDateOfBirth, { day: born })).ok, true)
    assert.equal((await ground.as(actor).read(ownPerson, {}))?.proven.dateOfBirth, true)
    assert.deepEqual(await ground.as(actor).perform(setDateOfBirth, { day: born.add({ days: 1 }) }), { ok: false, refusal: 'proven' })
    assert.match((await browser.open(paths.dateOfBirth())).text, /One of your cases has proven this date/)
  })
})

describe('an A-Number', () => {
  it('is marked as not proven until a case of the person has the same; then it stays', async () => {
    const actor = await personNamed('alien@example.test')
    await browser.open(paths.aNumber())
    const stated = await browser.press('Save', { number: 'a 012-345-678' })
    assert.match(stated.text, /A012-345-678/)
    assert.match(stated.text, /Not proven yet/)
    assert.equal(stated.url, '/account/profile?done=a-number')
    await prove(String(actor.id), 'A099999999', null)
    assert.match((await browser.open(paths.profile())).text, /Not proven yet/)
    await prove(String(actor.id), 'A012345678', null)
    assert.match((await browser.open(paths.profile())).text, /A012-345-678\s*Proven by one of your cases/)
    assert.deepEqual(await ground.as(actor).perform(stateANumber, { aNumber: 'A012345679' }), { ok: false, refusal: 'proven' })
  })

  it('is not proven by a case of somebody else', async () => {
    const other = await personNamed('elsewhere@example.test')
    await prove(String(other.id), 'A012345670', null)
    const actor = await personNamed('here@example.test')
    await ground.as(actor).perform(stateANumber, { aNumber: 'A012345670' })
    assert.equal((await ground.as(actor).read(ownPerson, {}))?.proven.aNumber, false)
  })

  it('of another kind is recognised, and five tries a day are enough', async () => {
    const actor = await personNamed('tries@example.test')
    for (const [typed, words] of [
      ['IOE9012345677', /That is a receipt number/],
      ['482109375523', /That is an Online Account Number/],
      ['hello', /the letter A and 7 to 9 digits/],
      ['', /Enter your A-Number/],
    ] as const) {
      await browser.open(paths.aNumber())
      assert.match((await browser.press('Save', { number: typed })).text, words)
    }
    for (let time = 0; time < 5; time += 1) await ground.as(actor).perform(stateANumber, { aNumber: `A01234567${time}` })
    assert.deepEqual(await ground.as(actor).perform(stateANumber, { aNumber: 'A012345678' }), { ok: false, refusal: 'too-many-attempts' })
  })

  it('is entered as proven by the office alone: the person’s own role cannot', async () => {
    const actor = await personNamed('forger@example.test')
    const forging = asActor(ground.database.pools.portal, actor, {}, (tx) =>
      noteKnown({ tx, now: ground.services.clock.now(), services: ground.services }, { account: String(actor.id), caseId: newId(), aNumber: 'A012345678', dateOfBirth: null }),
    )
    await assert.rejects(forging, /permission denied/)
  })
})

describe('telephone numbers', () => {
  it('of any country are read, and shown as people write them; what is no number is refused beside its field', async () => {
    const actor = await personNamed('phones@example.test')
    await browser.open(paths.phones())
    for (const typed of ['12', 'call me', '+1 202 555 0143 ext 9', '٠'.repeat(70), '+999 123']) {
      const seen = await browser.press('Save', { day: typed, mobile: '' })
      assert.equal(seen.status, 422, typed)
    }
    const seen = await browser.press('Save', { day: '(202) 555-0143', mobile: '+52 55 1234 5678' })
    assert.equal(seen.url, '/account/contact?done=phones')
    assert.match(seen.text, /\(202\) 555-0143/)
    assert.match(seen.text, /\+52 55 1234 5678/)
    assert.deepEqual((await ground.as(actor).read(ownPerson, {}))?.phones, { day: '+12025550143', mobile: '+525512345678' })
    ground.services.clock.advance({ minutes: 6 })
    assert.deepEqual(await ground.as(actor).perform(setPhones, { day: '', mobile: '' }), { ok: false, refusal: 'no-recent-proof' })
  })
})

describe('preferences', () => {
  it('are kept: the language of mails, and paper', async () => {
    await personNamed('prefers@example.test')
    await browser.open(paths.preferences())
    const wrong = await browser.press('Save', { language: 'tlh', notices: 'pigeon' })
    assert.equal(wrong.status, 422)
    const seen = await browser.press('Save', { language: 'en', notices: 'paper' })
    assert.match(seen.text, /On paper too/)
  })
})
