import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../../test/cast/decision-ground.ts'
import { newId } from '../../platform/ids.ts'
import { approveCase } from '../decisions/decision-acts.ts'
import { checksInWay, standingChecks } from './check.ts'
import { recordCheck } from './check-acts.ts'

let ground: DecisionGround
before(async () => {
  ground = await decisionGround()
})
after(() => ground.end())

const approving = (receiptNumber: string) => ({ receiptNumber, press: newId(), seen: 'received', words: '', note })
const on = (day: string) => Temporal.PlainDate.from(day)

describe('an approval', () => {
  it('is refused while a check that the form needs is missing, found something, or is too old, and the page says which', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const officer = await ground.acting(receiptNumber, 'officer')
    const refused = async () => {
      const tried = await officer.perform(approveCase, approving(receiptNumber))
      assert.deepEqual(tried, { ok: false, refusal: 'checks-in-way' })
      return (await officer.browser.open(`/cases/${receiptNumber}/approve`)).text
    }
    const missing = await refused()
    assert.match(missing, /Fingerprints: No result yet.*Background and records: No result yet/)
    assert.doesNotMatch(missing, /Approve the case/)
    await ground.record(officer.browser, receiptNumber, 'fingerprints')
    await ground.record(officer.browser, receiptNumber, 'background', { on: '2026-05-23' })
    assert.match(await refused(), /Background and records: Too old, ask anew/)
    const hit = await ground.record(officer.browser, receiptNumber, 'background', { outcome: 'hit' })
    assert.match(hit.text, /Write what was found/)
    await ground.record(officer.browser, receiptNumber, 'background', { outcome: 'hit', note: 'A warrant in Utica.' })
    assert.match(await refused(), /Background and records: Something was found/)
    await ground.record(officer.browser, receiptNumber, 'background')
    assert.equal((await officer.perform(approveCase, approving(receiptNumber))).ok, true)
    assert.equal(await ground.statusOf(caseId), 'approved')
    const rows = await ground.owner.selectFrom('officer.check_result').select('note_sealed').where('case', '=', caseId).execute()
    assert.ok(rows.every(({ note_sealed }) => !note_sealed?.toString('latin1').includes('warrant')), 'notes are sealed')
  })

  it('of a form that needs no check asks for none', async () => {
    const { receiptNumber, caseId } = await ground.openCase({ form: 'ar-11' })
    const { perform } = await ground.acting(receiptNumber, 'officer')
    assert.equal((await perform(approveCase, approving(receiptNumber))).ok, true)
    assert.equal(await ground.statusOf(caseId), 'approved')
  })

  it('and a hit of the same moment come one after the other: never an approval that did not see it and stands on it', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const [one, other] = [await ground.acting(receiptNumber, 'officer'), await ground.acting(receiptNumber, 'officer', 2)]
    await ground.clear(one.browser, receiptNumber)
    const hit = { receiptNumber, press: newId(), gate: 'background', outcome: 'hit' as const, doneOn: on('2026-11-23'), note: 'Found.' }
    const [approved, recorded] = await Promise.all([one.perform(approveCase, approving(receiptNumber)), other.perform(recordCheck, hit)])
    assert.equal(recorded.ok, true)
    assert.equal(await ground.statusOf(caseId), approved.ok ? 'approved' : 'received')
  })
})

describe('a result', () => {
  it('is of a check that the form needs, on a day that has come, and kept once however often it is sent', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const { perform } = await ground.acting(receiptNumber, 'officer')
    const result = { receiptNumber, press: newId(), gate: 'background', outcome: 'clear' as const, doneOn: on('2026-11-20'), note: '' }
    assert.deepEqual(await perform(recordCheck, { ...result, gate: 'horoscope' }), { ok: false, refusal: 'no-such-check' })
    assert.deepEqual(await perform(recordCheck, { ...result, doneOn: on('2027-01-01') }), { ok: false, refusal: 'day-to-come' })
    await Promise.all([1, 2, 3].map(() => perform(recordCheck, result)))
    assert.equal((await ground.owner.selectFrom('officer.check_result').select('id').where('case', '=', caseId).execute()).length, 1)
  })

  it('counts to the day before its months are over, over the end of a month too', () => {
    const { agency } = ground.services
    const stateOn = (day: string, doneOn: string) => standingChecks(agency, 'i-130', { results: [{ gate: 'background', outcome: 'clear', doneOn: on(doneOn) }], visits: [] }, on(day))[0]?.state
    assert.deepEqual([stateOn('2027-02-27', '2026-08-31'), stateOn('2027-02-28', '2026-08-31')], ['clear', 'expired'])
    assert.deepEqual([stateOn('2028-02-28', '2027-08-29'), stateOn('2028-02-29', '2027-08-29')], ['clear', 'expired'], 'on a leap day')
    assert.equal(checksInWay(standingChecks(agency, 'i-130', { results: [], visits: [] }, on('2026-01-01'))).length, 1)
  })
})

describe('interview notes', () => {
  it('are kept sealed, by who wrote them, never changed, and read in an opened file alone', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const officer = await ground.at(receiptNumber, 'officer', 1, 'interview-notes')
    assert.match((await officer.press('Keep note', { text: 'She knew <b>every</b> answer.' })).text, /She knew <b>every<\/b> answer\./)
    const [row] = await ground.owner.selectFrom('officer.interview_note').selectAll().where('case', '=', caseId).execute()
    assert.ok(!row?.sealed.toString('latin1').includes('every'))
    const change = { staff: ground.staffId('officer', 2) }
    await assert.rejects(ground.asOffice('officer', 1, (tx) => tx.updateTable('officer.interview_note').set(change).execute()), /permission denied/)
    await assert.rejects(ground.asOffice('officer', 1, (tx) => tx.deleteFrom('officer.check_result').execute()), /permission denied/)
    ground.services.clock.advance({ seconds: 60 })
    const other = await ground.office('officer', 2)
    await other.open(`/cases/${receiptNumber}/interview-notes`)
    assert.doesNotMatch(other.seen.text, /She knew/)
  })
})
