import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../../test/cast/decision-ground.ts'
import { newId } from '../../platform/ids.ts'
import { motion } from '../../officer/case-acts/act-operations.ts'
import { lastDayOf } from '../evidence-requests/deadline.ts'
import { motionDue } from './ways-on.ts'

let ground: DecisionGround
before(async () => {
  ground = await decisionGround()
})
after(() => ground.end())

describe('the last day for a motion', () => {
  it('is a business day, as of every other deadline: behind a weekend, a holiday, and the day on which one is kept', () => {
    const { agency } = ground.services
    const lastDay = (decided: string, isMailed = false) => {
      const at = Temporal.Instant.from(`${decided}T17:00:00Z`)
      const due = motionDue(agency, { status: 'denied', form: 'i-90', grounds: [], at, isMailed })
      assert.equal(due?.toZonedDateTimeISO(agency.deadlineTimeZone).toPlainTime().toString(), '23:59:59')
      return due && `${lastDayOf(agency, due)}`
    }
    assert.equal(lastDay('2026-11-23'), '2026-12-23', 'thirty days')
    assert.equal(lastDay('2026-11-23', true), '2026-12-28', 'by mail three more, behind a weekend')
    assert.equal(lastDay('2026-11-25'), '2026-12-28', 'Christmas is a Friday')
    assert.equal(lastDay('2026-12-02'), '2027-01-04', 'New Year is a Friday')
    assert.equal(lastDay('2027-05-20'), '2027-06-21', 'Juneteenth is a Saturday')
    assert.equal(lastDay('2027-05-19'), '2027-06-21', 'and kept the Friday before')
  })
})

describe('a refused motion', () => {
  it('has a notice with why it was refused and until when another may come, which is all that tells its people', async () => {
    const account = String((await ground.newAccount('motion@example.test')).id)
    const { receiptNumber, caseId, supervisor } = await ground.denied({ account })
    const officer = await ground.acting(receiptNumber, 'officer')
    const input = { receiptNumber, press: newId(), kind: 'reopen', way: 'paper' as const, cameOn: Temporal.PlainDate.from('2026-11-23'), note }
    assert.equal((await officer.perform(motion, input)).ok, true)
    await officer.browser.open(`/cases/${receiptNumber}/refuse-motion`)
    const told = async () => (await ground.mailsTo('motion@example.test')).length
    const { url } = await officer.browser.press('Propose the refusal', { grounds: 'motion-no-new-facts', words: 'There is nothing new.', note })
    const before = await told()
    await supervisor.open(url)
    await supervisor.press('Agree: refuse the motion', { answer: '' })
    const notices = await ground.owner.selectFrom('correspondence.notice').select(['id', 'kind']).where('case', '=', caseId).where('kind', '=', 'motion-refusal').execute()
    assert.equal(notices.length, 1)
    assert.equal((await told()) - before, 1)
    const { text } = await officer.browser.open(`/cases/${receiptNumber}/notices/${notices[0]?.id}`)
    assert.match(text, /We refused your motion.*There is nothing new\..*You may ask us by Wednesday, December 23, 2026 to look at this answer again/)
  })
})
