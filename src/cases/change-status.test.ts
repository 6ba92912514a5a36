import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor, visitor } from '../../test/cast/cases-ground.ts'
import { testServices } from '../../test/cast/services.ts'
import { textOf } from '../platform/i18n/text.ts'
import { systemActor } from '../platform/actor.ts'
import { caseFor, caseForOffice, changeStatus, mailKinds } from './index.ts'

const reason = 'Fingerprints came from the support center'

describe('changing a status', () => {
  let ground: CasesGround
  const officer = staffActor('officer')
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  it('follows the status table: the case, its course and its last touch change together', async () => {
    const { account, receiptNumber } = await ground.openCase()
    ground.services.clock.advance({ hours: 24 })
    const changed = await ground
      .as(officer)
      .perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason })
    assert.equal(changed.ok, true)
    const own = await ground.as(account).read(caseFor, { receiptNumber })
    assert.deepEqual([own?.status, own?.statusOn.toString()], ['actively-reviewed', '2026-11-24'])
    assert.deepEqual(
      own?.course.map(({ status }) => status),
      ['received', 'actively-reviewed'],
    )
    assert.ok(own && Temporal.Instant.compare(own.touchedAt, ground.services.clock.now()) === 0)
  })

  it('is refused off the table, for a case that is not there, for a status that takes two people, and for one that is an act of its own', async () => {
    const { receiptNumber } = await ground.openCase()
    const refusalOf = async (input: { receiptNumber: string; status: string }) => {
      const result = await ground.as(officer).perform(changeStatus, { ...input, reason })
      return result.ok ? 'done' : result.refusal
    }
    assert.equal(await refusalOf({ receiptNumber, status: 'card-mailed' }), 'not-a-next-status')
    assert.equal(await refusalOf({ receiptNumber, status: 'received' }), 'not-a-next-status')
    assert.equal(await refusalOf({ receiptNumber, status: 'no-such-status' }), 'not-a-next-status')
    assert.equal(await refusalOf({ receiptNumber: 'IOE0000000000', status: 'closed' }), 'unknown-case')
    assert.equal(await refusalOf({ receiptNumber, status: 'denied' }), 'two-people-needed')
    for (const status of ['approved', 'transferred', 'on-hold', 'evidence-requested', 'intent-to-deny', 'biometrics-taken', 'interview-scheduled'])
      assert.equal(await refusalOf({ receiptNumber, status }), 'act-of-its-own', status)
    const seen = await ground.as(officer).read(caseForOffice, { receiptNumber })
    assert.deepEqual(
      seen?.course.map(({ status }) => status),
      ['received'],
    )
  })

  it('belongs to officers and supervisors: nobody else changes one', async () => {
    const { account, receiptNumber } = await ground.openCase()
    for (const actor of [
      visitor,
      account,
      staffActor('support'),
      staffActor('intake'),
      staffActor('admin'),
      systemActor('job'),
    ]) {
      const result = await ground.as(actor).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason })
      assert.deepEqual(result, { ok: false, refusal: 'not-allowed' })
    }
    const bySupervisor = { receiptNumber, status: 'actively-reviewed', reason }
    assert.equal((await ground.as(staffActor('supervisor')).perform(changeStatus, bySupervisor)).ok, true)
  })

  it('needs a reason, keeps it sealed, and shows it with the officer to the office alone', async () => {
    const { account, receiptNumber, caseId } = await ground.openCase()
    await assert.rejects(
      ground.as(officer).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason: ' ' }),
      /reason/,
    )
    await ground.as(officer).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason })
    const seen = await ground.as(officer).read(caseForOffice, { receiptNumber })
    assert.deepEqual(seen?.course.at(-1)?.by, { kind: 'staff', id: officer.id })
    assert.equal(seen?.course.at(-1)?.reason, reason)
    const rows = await ground.database.pools.owner
      ?.selectFrom('cases.status_change')
      .selectAll()
      .where('case', '=', caseId)
      .execute()
    assert.ok(
      rows && !JSON.stringify(rows.map((row) => row.reason_sealed?.toString('latin1'))).includes('Fingerprints'),
    )
    const own = await ground.as(account).read(caseFor, { receiptNumber })
    assert.deepEqual(Object.keys(own?.course.at(-1) ?? {}), ['status', 'on', 'at'])
  })

  it('tells everyone on the case that there is news, by the last four digits and nothing else', async () => {
    const account = await ground.newAccount('maria@example.test')
    const { receiptNumber } = await ground.openCase({ account: String(account.id) })
    await ground.openCase({ account: String((await ground.newAccount('sam@example.test')).id) })
    await ground.as(officer).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason })
    await ground.as(officer).perform(changeStatus, { receiptNumber, status: 'card-mailed', reason })
    const values = { ending: receiptNumber.slice(-4) }
    assert.deepEqual(await ground.mailsTo('maria@example.test'), [{ kind: 'cases.news', values }])
    assert.deepEqual(await ground.mailsTo('sam@example.test'), [])
  })

  it('lets one of two officers win who press at once, and judges the second by what the first made', async () => {
    const { receiptNumber } = await ground.openCase()
    const press = (status: string) =>
      ground.as(staffActor('officer')).perform(changeStatus, { receiptNumber, status, reason })
    const results = await Promise.all([...Array(4).fill('closed'), ...Array(4).fill('closed-other-means')].map(press))
    assert.equal(results.filter(({ ok }) => ok).length, 1)
    assert.ok(results.every((result) => result.ok || result.refusal === 'not-a-next-status'))
    const seen = await ground.as(officer).read(caseForOffice, { receiptNumber })
    assert.equal(seen?.course.length, 2)
    assert.equal(seen?.course.at(-1)?.status, seen?.status)
  })

  it('counts a choice once that was made before the case moved on, even where a status may follow itself', async () => {
    const { receiptNumber } = await ground.openCase()
    const choice = { receiptNumber, status: 'actively-reviewed', from: 'received', reason }
    const pressed = await Promise.all([1, 2, 3].map(() => ground.as(officer).perform(changeStatus, choice)))
    assert.equal(pressed.filter(({ ok }) => ok).length, 1)
    const again = await ground.as(officer).perform(changeStatus, { ...choice, from: 'actively-reviewed' })
    assert.equal(again.ok, true)
  })

  it('leaves an entry in the record, done or refused, that names the case by its id', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    await ground.as(officer).perform(changeStatus, { receiptNumber, status: 'card-mailed', reason })
    await ground.as(officer).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason })
    const entries = await ground.database.pools.owner
      ?.selectFrom('audit.entry')
      .selectAll()
      .where('subject', '=', caseId)
      .execute()
    assert.deepEqual(entries?.map(({ outcome, refusal }) => [outcome, refusal]).sort(), [
      ['done', null],
      ['refused', 'not-a-next-status'],
    ])
  })
})

describe('the mail that there is news', () => {
  it('names no case in full, no status and no person, and its link signs nobody in', async () => {
    const { services } = { services: await testServices() }
    const render = mailKinds.find(({ name }) => name === 'cases.news')?.render
    const t = textOf('en', 'America/New_York')
    const mail = render?.({ t, values: { ending: '4821' }, services, queuedAt: services.clock.now() })
    assert.equal(mail?.subject, 'There is news on a case ending 4821')
    assert.deepEqual(
      mail?.links?.map(({ url }) => url),
      ['http://portal.test/account'],
    )
    assert.doesNotMatch(JSON.stringify(mail), /[A-Z]{3}\d{10}|approved|received/i)
  })
})
