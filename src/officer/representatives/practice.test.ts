import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { proveNow } from '../../../test/cast/recent-session.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { setNames } from '../../profile/person/set-names.ts'
import type { StatedLicence } from '../../representation/licences/licence.ts'
import { forgetRemovedLicences, remindOfLicences } from '../../representation/licences/remind-of-licences.ts'
import { removeLicence, restoreLicence } from '../../representation/licences/remove-licence.ts'
import { addLicence, changeLicence } from '../../representation/licences/state-licence.ts'
import { certifyPractice } from '../../representation/practice/certify.ts'
import { ownPractice } from '../../representation/practice/own-practice.ts'
import { type StatedPractice, statePractice } from '../../representation/practice/state-practice.ts'
import { checkLicence, licenceQueue, licenceToCheck } from './licence-acts.ts'

const contact = { address: { country: 'US', street: '9 Hill Road', city: 'Utica', region: 'NY', postalCode: '13501' }, phone: '+12025550123', email: 'ana@example.test' }
const attorney: StatedPractice = { kind: 'attorney', organization: 'Reyes Law', contact }
const names = { given: 'Ana', family: 'Reyes', order: 'given-first', ownScript: '', called: '', others: [] } as const
const bar = (stated: Partial<StatedLicence> = {}): StatedLicence => ({ authority: 'NY', number: '471-1', admittedOn: Temporal.PlainDate.from('2015-03-04'), expiresOn: null, ...stated })

describe('a representative’s practice', () => {
  let ground: CasesGround
  let people = 0
  const intake = staffActor('intake')
  const worker = systemActor('test')
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  const today = () => ground.services.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate()
  const emailOf = (number: number) => `practice-${number}@example.test`

  async function newRepresentative(): Promise<Actor> {
    people += 1
    const { id } = await ground.newAccount(emailOf(people))
    await ground.database.pools.owner?.updateTable('accounts.account').set({ account_type: 'representative', representative_kind: 'attorney' }).where('id', '=', String(id)).execute()
    const actor: Actor = { kind: 'account', id, roles: ['representative'], sessionId: crypto.randomUUID() }
    await proveNow(ground, actor)
    return actor
  }
  const refusal = async (result: Promise<{ ok: true } | { ok: false; refusal: string }>) => {
    const { ok, ...rest } = await result
    return ok ? 'done' : (rest as { refusal: string }).refusal
  }
  const own = async (who: Actor, removed: string | null = null) => {
    const found = await ground.as(who).read(ownPractice, { removed })
    assert.ok(found)
    return found
  }
  async function added(who: Actor, stated = bar()): Promise<string> {
    const result = await ground.as(who).perform(addLicence, stated)
    assert.ok(result.ok)
    return result.output.id
  }
  const certify = (who: Actor, typed = 'Ana Reyes', shown: { kind?: 'attorney' | 'accredited'; version?: string } = {}) =>
    refusal(ground.as(who).perform(certifyPractice, { fullLegalName: typed, kind: 'attorney', version: ground.services.agency.representatives.certification, language: 'en', ...shown }))
  const found = async (id: string, reason: string | null = null, statedAt?: string) => {
    const seen = await ground.as(intake).read(licenceToCheck, { id })
    return refusal(ground.as(intake).perform(checkLicence, { id, statedAt: statedAt ?? seen?.licence.statedAt.toString() ?? '', reason }))
  }
  async function whole(): Promise<{ who: Actor; licence: string }> {
    const who = await newRepresentative()
    await ground.as(who).perform(setNames, names)
    await ground.as(who).perform(statePractice, attorney)
    return { who, licence: await added(who) }
  }

  it('says what it lacks in the order in which it is done, and lacks nothing once it is certified', async () => {
    const who = await newRepresentative()
    assert.deepEqual((await own(who)).lacking, ['details', 'name', 'licence', 'certification'])
    await ground.as(who).perform(statePractice, attorney)
    await ground.as(who).perform(setNames, names)
    assert.deepEqual((await own(who)).lacking, ['licence', 'certification'])
    assert.equal(await certify(who), 'not-ready')
    await added(who)
    assert.equal(await certify(who), 'done')
    assert.deepEqual((await own(who)).lacking, [])
  })

  it('is certified with the name of the profile alone, in the words that were shown, after a fresh factor', async () => {
    const { who } = await whole()
    assert.equal(await certify(who, 'Ana Ruiz'), 'name-does-not-fit')
    assert.equal(await certify(who, 'Ana Reyes', { version: 'older' }), 'changed-since-shown')
    assert.equal(await certify(who, 'Ana Reyes', { kind: 'accredited' }), 'changed-since-shown')
    assert.equal(await certify({ ...who, sessionId: crypto.randomUUID() }), 'no-recent-proof')
    assert.deepEqual(await Promise.all([certify(who, 'reyes ana'), certify(who, 'Ana Reyes')]), ['done', 'done'])
    assert.ok((await own(who)).practice?.certification)
  })

  it('is certified again when the kind of representative or the words change', async () => {
    const { who } = await whole()
    await certify(who)
    await ground.as(who).perform(statePractice, { ...attorney, kind: 'accredited', organization: 'Harbour Aid' })
    assert.deepEqual((await own(who)).lacking, ['licence', 'again'])
    await ground.as(who).perform(statePractice, attorney)
    assert.deepEqual((await own(who)).lacking, [])
    const { agency } = ground.services
    Object.assign(ground.services, { agency: { ...agency, representatives: { ...agency.representatives, certification: 'newer' } } })
    assert.deepEqual((await own(who)).lacking, ['again'])
    Object.assign(ground.services, { agency })
  })

  it('takes an accredited representative with a recognized organization only', async () => {
    const who = await newRepresentative()
    assert.equal(await refusal(ground.as(who).perform(statePractice, { ...attorney, kind: 'accredited', organization: '' })), 'organization-needed')
    assert.equal((await own(who)).practice, null)
  })

  it('is nobody’s who is no representative', async () => {
    const applicant = await ground.newAccount('no-representative@example.test')
    assert.equal(await ground.as(applicant).read(ownPractice, { removed: null }), null)
    assert.equal(await refusal(ground.as(applicant).perform(addLicence, bar())), 'not-allowed')
  })

  it('has one licence of an authority, however often and from how many pages it is added', async () => {
    const who = await newRepresentative()
    const ids = await Promise.all([1, 2, 3].map(() => added(who)))
    assert.equal(new Set(ids).size, 1)
    assert.equal(await refusal(ground.as(who).perform(addLicence, bar({ number: '9' }))), 'listed-already')
    assert.equal(await refusal(ground.as(who).perform(addLicence, bar({ authority: 'doj-full' }))), 'unknown-authority')
    assert.equal(await refusal(ground.as(who).perform(addLicence, bar({ authority: 'NJ', admittedOn: today().add({ days: 1 }) }))), 'admitted-later')
    assert.equal(await refusal(ground.as(who).perform(addLicence, bar({ authority: 'NJ', expiresOn: Temporal.PlainDate.from('2015-03-03') }))), 'ends-before')
  })

  it('changes and removes its own licences alone; a removed one comes back as it was found, until it is forgotten', async () => {
    const { who, licence } = await whole()
    const other = await newRepresentative()
    const { authority: _authority, ...stated } = bar({ number: '12' })
    for (const act of [ground.as(other).perform(changeLicence, { id: licence, stated }), ground.as(other).perform(removeLicence, { id: licence })])
      assert.equal(await refusal(act), 'no-such-licence')
    assert.equal(await found(licence), 'done')
    await Promise.all([1, 2].map(() => ground.as(who).perform(removeLicence, { id: licence })))
    assert.deepEqual((await own(who, licence)).licences, [])
    assert.equal((await own(who, licence)).removed?.id, licence)
    assert.equal(await found(licence), 'no-such-licence')
    await ground.as(who).perform(restoreLicence, { id: licence })
    assert.equal((await own(who)).licences[0]?.state, 'verified')
    await ground.as(who).perform(removeLicence, { id: licence })
    await added(who, bar({ number: '77' }))
    assert.equal(await refusal(ground.as(who).perform(restoreLicence, { id: licence })), 'no-such-licence')
  })

  it('forgets a removed licence after 30 days and not before', async () => {
    const { who, licence } = await whole()
    await ground.as(who).perform(removeLicence, { id: licence })
    ground.services.clock.advance({ hours: 24 * 30 })
    await ground.as(worker).perform(forgetRemovedLicences, {})
    assert.equal((await own(who, licence)).removed?.id, licence)
    ground.services.clock.advance({ seconds: 1 })
    await ground.as(worker).perform(forgetRemovedLicences, {})
    assert.equal((await own(who, licence)).removed, null)
  })

  it('is looked at by intake or a supervisor, once, as it was stated; the representative is told nothing by mail but that', async () => {
    const { who, licence } = await whole()
    assert.ok((await ground.as(intake).read(licenceQueue, { after: null }))?.waiting.some((each) => each.licence.id === licence && each.name === 'Ana Reyes'))
    assert.equal(await ground.as(staffActor('officer')).read(licenceQueue, { after: null }), null)
    assert.equal(await found(licence, null, '2020-01-01T00:00:00Z'), 'stated-anew')
    assert.deepEqual((await Promise.all([found(licence), found(licence, 'Not on the roll')])).toSorted(), ['done', 'found-already'])
    const mails = (await ground.mailsTo(emailOf(people))).filter(({ kind }) => kind === 'representation.licence-checked')
    assert.deepEqual(mails.map(({ values }) => values), [{}])
    assert.ok(!(await ground.as(intake).read(licenceQueue, { after: null }))?.waiting.some((each) => each.licence.id === licence))
    assert.notEqual((await own(who)).licences[0]?.state, 'claimed')
  })

  it('reads why a licence was not accepted; changed after a check it is a claim again, and unchanged it is not', async () => {
    const { who, licence } = await whole()
    await found(licence, 'The roll has another number')
    assert.deepEqual((await own(who)).licences.map(({ state, reason }) => [state, reason]), [['refused', 'The roll has another number']])
    assert.ok((await own(who)).lacking.includes('licence-that-runs'))
    const { authority: _authority, ...same } = bar()
    await ground.as(who).perform(changeLicence, { id: licence, stated: same })
    assert.equal((await own(who)).licences[0]?.state, 'refused')
    ground.services.clock.advance({ seconds: 1 })
    await ground.as(who).perform(changeLicence, { id: licence, stated: { ...same, number: '471-2' } })
    assert.deepEqual((await own(who)).licences.map(({ state, reason, checkedAt }) => [state, reason, checkedAt]), [['claimed', null, null]])
  })

  it('says itself verified nowhere: the database keeps a representative from it', async () => {
    const { who, licence } = await whole()
    const { portal } = ground.database.pools
    await assert.rejects(portal.updateTable('representation.licence').set({ state: 'verified' }).where('id', '=', licence).execute(), /permission denied/)
    assert.equal((await own(who)).licences[0]?.state, 'claimed')
  })

  it('is told 60 and 14 days before a licence ends and on its last day, once each, and counts it as expired from the day after', async () => {
    const who = await newRepresentative()
    const [email, last] = [emailOf(people), today().add({ days: 70 })]
    await added(who, bar({ expiresOn: last }))
    const told: string[] = []
    for (let day = 0; day <= 72; day += 1) {
      await Promise.all([1, 2].map(() => ground.as(worker).perform(remindOfLicences, { most: 200 })))
      const count = (await ground.mailsTo(email)).filter(({ kind }) => kind === 'representation.licence-ends').length
      if (count > told.length) told.push(`${today().until(last).days}`)
      assert.equal(count, told.length, 'one at a time')
      assert.equal((await own(who)).lacking.includes('licence-that-runs'), Temporal.PlainDate.compare(today(), last) > 0)
      ground.services.clock.advance({ hours: 24 })
    }
    assert.deepEqual(told, ['60', '14', '0'])
  })
})
