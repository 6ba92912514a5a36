import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { recordEntry } from '../../audit/index.ts'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { paperRow } from '../../../test/cast/intake-rows.ts'
import { takeIn } from '../../../test/cast/paper-case.ts'
import { caseFor, issueReceiptNumber } from '../../cases/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { ProviderAway, standInProvider } from '../../platform/identity-provider/index.ts'
import { newId } from '../../platform/ids.ts'
import { backOnline, goOnline } from './go-online.ts'
import { askIdentity, decideIdentity, identityChecksOfCase } from './office-identity.ts'
import { ownIdentityCheck } from './prove-identity.ts'
import { beginOnline, comeBack, endOnline } from './prove-online.ts'

let ground: CasesGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
let check = ''
let people = 0n
let born = Temporal.PlainDate.from('1985-06-01')
before(async () => {
  ground = await casesGround()
  const { clock } = ground.services
  const provider = standInProvider({ pageUrl: 'http://portal.test/demo/identity-provider', returnUrl: 'http://portal.test/identity/return', now: () => clock.now() })
  Object.assign(ground.services, { identityProvider: provider })
})
after(() => ground.database.drop())
const owner = () => ground.database.pools.owner ?? assert.fail('the test database has an owner')
const officer = staffActor('officer')
const asOfficer = <T>(act: (context: Parameters<typeof askIdentity>[0]) => Promise<T>): Promise<T> =>
  asActor(ground.database.pools.office, officer, {}, (tx) => act({ tx, actor: officer, now: ground.services.clock.now(), services: ground.services, enqueue: async () => {} }))

/** A form on paper of Maria's, and that the office asks who she is. */
beforeEach(async () => {
  const { pools } = ground.database
  people += 1n
  // Another person each time: a limit counts over all cases of one.
  born = Temporal.PlainDate.from('1985-06-01').add({ days: Number(people) })
  receiptNumber = issueReceiptNumber(ground.services.keys, 900_000_000n + people)
  await takeIn({ ...ground, parts: { pool: pools.worker, services: ground.services, record: recordEntry } as never }, paperRow({ receiptNumber, person: { familyName: 'Lopez', givenName: 'Maria', dateOfBirth: born } }))
  const party = await owner().selectFrom('cases.party').innerJoin('cases.case', 'cases.case.id', 'cases.party.case').select('cases.case.id').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()
  maria = await ground.newAccount(`proves-${people}@example.test`)
  await owner().updateTable('cases.party').set({ account: String(maria.id) }).where('case', '=', party.id).execute()
  caseId = party.id
  check = newId()
  assert.equal(await asOfficer((context) => askIdentity(context, { caseId, receiptNumber, reason: 'names-differ', press: check })), null)
})

const doer = (actor = maria) => ({ ...ground.as(actor), services: ground.services }) as never
const person = () => ({ givenName: 'MARÍA', familyName: 'lopez', dateOfBirth: born })

/** Goes to the provider; the state that stands in the address there. */
async function gone(actor = maria): Promise<string> {
  const went = await goOnline.call(doer(actor), { receiptNumber, check })
  assert.ok('ok' in went && went.ok, JSON.stringify(went))
  return new URL(String(went.output)).searchParams.get('state') ?? ''
}
const broughtBy = (address: string) => Object.fromEntries(new URL(address).searchParams)
const vouching = (state: string, about: Partial<ReturnType<typeof person>> = {}) => broughtBy(ground.services.identityProvider?.standIn?.vouch(state, { ...person(), ...about }) ?? '')
const back = async (brought: Record<string, string>, actor = maria) => {
  const answer = await backOnline(doer(actor), brought)
  return answer?.answer === 'see-other' ? answer.to.split('?')[1] : null
}
const stands = async () => {
  const own = await ground.as(maria).read(ownIdentityCheck, { receiptNumber, check })
  return [own?.check.outcome, own?.check.by, (await ground.as(maria).read(caseFor, { receiptNumber }))?.tasks.length]
}
const open = [null, null, 1]
const settled = ['confirmed', { provider: 'Demonstration ID', level: 'demonstration' }, 0]

describe('proving online who one is', () => {
  it('settles what was asked where the name and the date of birth are those of the form, whatever the accents and capitals', async () => {
    const told = async () => (await ground.mailsTo(`proves-${people}@example.test`)).length
    const before = await told()
    assert.equal(await back(vouching(await gone())), 'online=matched')
    assert.deepEqual(await stands(), settled)
    assert.equal(await told(), before + 1)
    const [seen] = await asOfficer((context) => identityChecksOfCase(context, caseId))
    assert.deepEqual([seen?.outcome, seen?.by?.provider, seen?.mismatches], ['confirmed', 'Demonstration ID', []])
    assert.equal(await asOfficer((context) => decideIdentity(context, { id: check, caseId, outcome: 'not-confirmed', inPerson: true, note: '' })), 'decided-before')
  })

  it('settles nothing with another name or date of birth: the officer sees that, and whose it was is kept nowhere', async () => {
    for (const about of [{ familyName: 'Zyxwvut' }, { givenName: 'Zyxwvut' }, { dateOfBirth: born.add({ years: 1 }) }]) {
      assert.equal(await back(vouching(await gone(), about)), 'online=not-matched')
      assert.deepEqual(await stands(), open)
    }
    const [seen] = await asOfficer((context) => identityChecksOfCase(context, caseId))
    assert.deepEqual([seen?.outcome, seen?.mismatches.length], [null, 3])
    const kept = JSON.stringify([await owner().selectFrom('audit.entry').selectAll().execute(), await owner().selectFrom('correspondence.identity_attempt').selectAll().execute()])
    assert.ok(!/zyxwvut|198[56]-06/i.test(kept))
    assert.equal(await back(vouching(await gone())), 'online=matched')
  })

  it('takes an answer once, in the session that left, within fifteen minutes, and to the attempt that was begun last', async () => {
    const state = await gone()
    const word = vouching(state)
    const elsewhere = { ...maria, sessionId: newId() }
    assert.deepEqual([await back({ ...word, state: 'A'.repeat(43) }), await back({}), await back(word, elsewhere)], [null, null, null])
    const later = await gone()
    assert.equal(await back(word), null)
    ground.services.clock.advance({ minutes: 15 })
    assert.deepEqual(await ground.as(maria).perform(comeBack, { state: later }), { ok: false, refusal: 'too-late' })
    const twice = await gone()
    const word2 = vouching(twice, { familyName: 'Other' })
    assert.deepEqual((await Promise.all([back(word2), back(word2)])).filter((each) => each !== null), ['online=not-matched'])
    assert.equal(await back(word2), null)
    assert.deepEqual(await stands(), open)
  })

  it('says who turned back or was not answered, and that the provider is away, and leaves the other ways', async () => {
    const state = await gone()
    assert.equal(await back(broughtBy(ground.services.identityProvider?.standIn?.cancel(state) ?? '')), 'online=cancelled')
    assert.equal(await back({ state: await gone(), code: 'invented' }), 'online=failed')
    const { identityProvider } = ground.services
    Object.assign(ground.services, { identityProvider: { ...identityProvider, begin: () => Promise.reject(new ProviderAway('test')) } })
    assert.deepEqual(await goOnline.call(doer(), { receiptNumber, check }), { ok: false, refusal: 'away' })
    Object.assign(ground.services, { identityProvider })
    assert.deepEqual(await stands(), open)
  })

  it('is nobody else’s: not a representative’s or a stranger’s, nor what was decided or is not asked', async () => {
    const begin = (actor: Actor, at = check) => ground.as(actor).perform(beginOnline, { receiptNumber, check: at, provider: 'x' })
    const attorney = await ground.newAccount(`${newId()}@example.test`)
    await owner().insertInto('cases.party').values({ case: caseId, account: String(attorney.id), role: 'representative', from_at: ground.services.clock.now() }).execute()
    for (const result of [await begin(attorney), await begin(await ground.newAccount(`${newId()}@example.test`)), await begin(maria, newId())]) assert.deepEqual(result, { ok: false, refusal: 'unknown-check' })
    const state = await gone()
    assert.equal(await asOfficer((context) => decideIdentity(context, { id: check, caseId, outcome: 'not-confirmed', inPerson: true, note: '' })), null)
    assert.equal(await back(vouching(state)), undefined)
    assert.deepEqual(await begin(maria), { ok: false, refusal: 'not-open' })
    assert.deepEqual((await stands()).slice(0, 2), ['not-confirmed', null])
  })

  it('needs a form of theirs to compare with: what the account says of itself does not count', async () => {
    await owner().deleteFrom('cases.paper_filing').where('case', '=', caseId).execute()
    assert.deepEqual(await ground.as(maria).perform(beginOnline, { receiptNumber, check, provider: 'x' }), { ok: false, refusal: 'nothing-to-compare' })
    assert.equal((await ground.as(maria).read(ownIdentityCheck, { receiptNumber, check }))?.provider, null)
  })

  it('is settled by nothing but a match: the database refuses an attempt that is another’s or did not match', async () => {
    const begun = await ground.as(maria).perform(beginOnline, { receiptNumber, check, provider: 'x' })
    assert.ok(begun.ok)
    const settle = (actor: Actor) => asActor(ground.database.pools.portal, actor, {}, (tx) => sql`select correspondence.settle_by_provider(${begun.output.attempt})`.execute(tx))
    await assert.rejects(settle(maria), /did not match/)
    await assert.rejects(settle(await ground.newAccount(`${newId()}@example.test`)), /did not match/)
    assert.deepEqual(await ground.as(maria).perform(endOnline, { attempt: begun.output.attempt, found: { ...person(), level: 'x', at: ground.services.clock.now() } }), { ok: false, refusal: 'unknown-attempt' })
    assert.deepEqual(await stands(), open)
  })

  it('is begun ten times a day', async () => {
    const begin = () => ground.as(maria).perform(beginOnline, { receiptNumber, check, provider: 'x' })
    const results = await Promise.all(Array.from({ length: 12 }, begin))
    assert.equal(results.filter(({ ok }) => ok).length, 10)
    assert.deepEqual(await begin(), { ok: false, refusal: 'too-many-attempts' })
  })
})
