import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../../test/cast/decision-ground.ts'
import { allEnded, type OpenOnCase, openOnCase, standsOnCase } from '../../../test/cast/open-on-case.ts'
import { proveNow } from '../../../test/cast/recent-session.ts'
import { agencyDay, changeStatus } from '../../cases/index.ts'
import { withdrawCase } from '../../correspondence/withdrawal/withdraw.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { setNames } from '../../profile/person/set-names.ts'
import { approveCase } from '../decisions/decision-acts.ts'
import { takeWithdrawal } from './withdraw-on-paper.ts'

let ground: DecisionGround
let people = 0
before(async () => {
  ground = await decisionGround()
})
after(() => ground.end())

const today = () => agencyDay(ground.services.agency, ground.services.clock.now())
const paperOf = (receiptNumber: string) => ({ receiptNumber, receivedOn: today(), name: 'Maria Example', why: null, press: newId() })
const kept = (caseId: string) => ground.owner.selectFrom('correspondence.paper_withdrawal').selectAll().where('case', '=', caseId).execute()
const came = (day: Temporal.PlainDate) => ({ 'came-month': String(day.month), 'came-day': String(day.day), 'came-year': String(day.year) })

/** A case of somebody who says in their account what they are called. */
async function caseOf(names = true): Promise<{ maria: Actor; email: string; receiptNumber: string; caseId: string }> {
  people += 1
  const email = `paper-withdrawal-${people}@example.test`
  const maria = await ground.newAccount(email)
  const state = { given: 'Maria', family: 'Example', order: 'given-first', ownScript: '', called: '', others: [] } as const
  if (names) assert.ok((await ground.as(maria).perform(setNames, state)).ok)
  return { maria, email, ...(await ground.openCase({ account: String(maria.id) })) }
}
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'withdrawn' : result.refusal)

describe('a withdrawal that came on paper', () => {
  it('is shown with what ends, ends all of it at once, tells its people by a notice, and keeps the paper’s day and name, sealed', async () => {
    const its = await caseOf()
    const { receiptNumber, caseId, email } = its
    const open: OpenOnCase = await openOnCase(ground, its)
    const officer = await ground.at(receiptNumber, 'officer', 1, 'withdraw-on-paper')
    for (const words of ['A request for evidence', 'An appointment', 'A proof of identity']) assert.match(officer.seen.text, new RegExp(words))
    assert.match(officer.seen.text, /We know this person as Maria Example/)
    const told = (await ground.mailsTo(email)).length
    const done = await officer.press('Withdraw the case', { ...came(today()), signed: 'yes', name: 'maria example', why: '' })
    assert.match(done.text, /The case is withdrawn.*The paper that withdrew it/)
    assert.deepEqual(await standsOnCase(ground, caseId, open), allEnded('withdrawal'))
    assert.equal(await ground.statusOf(caseId), 'withdrawn')
    const rows = await kept(caseId)
    assert.deepEqual(rows.map(({ received_on, why_sealed, by }) => [String(received_on), why_sealed, by]), [[String(today()), null, ground.staffId('officer')]])
    assert.ok(!rows[0]?.name_sealed.toString('latin1').includes('maria'), 'it is sealed')
    assert.ok((await ground.mailsTo(email)).length > told)
    const notices = await ground.owner.selectFrom('correspondence.notice').select('kind').where('case', '=', caseId).execute()
    assert.equal(notices.filter(({ kind }) => kind === 'withdrawal').length, 1)
  })

  it('says its day, that it is signed, and by whom: without one of them nothing is done', async () => {
    const { receiptNumber, caseId } = await caseOf()
    const officer = await ground.at(receiptNumber, 'officer', 1, 'withdraw-on-paper')
    const seen = await officer.press('Withdraw the case', { 'came-month': '', 'came-day': '', 'came-year': '', name: '', why: '' })
    assert.equal(seen.status, 422)
    assert.match(seen.text, /Enter the day on which it came.*Look whether the paper is signed.*Enter the name that the paper is signed with/)
    assert.deepEqual([await ground.statusOf(caseId), await kept(caseId)], ['received', []])
  })

  it('under a name that is not theirs needs a reason, which is kept', async () => {
    const { receiptNumber, caseId } = await caseOf()
    const officer = await ground.acting(receiptNumber, 'officer')
    const paper = { ...paperOf(receiptNumber), name: 'Sam Example' }
    assert.deepEqual(await officer.perform(takeWithdrawal, paper), { ok: false, refusal: 'name-does-not-fit' })
    assert.equal(await ground.statusOf(caseId), 'received')
    await officer.browser.open(`/cases/${receiptNumber}/withdraw-on-paper`)
    const done = await officer.browser.press('Withdraw the case', { ...came(today()), signed: 'yes', name: 'Sam Example', why: 'Their guardian, papers are with it.' })
    assert.match(done.text, /Sam Example.*Their guardian, papers are with it/)
    assert.ok((await kept(caseId))[0]?.why_sealed)
  })

  it('came neither on a day to come nor before the case was received', async () => {
    const { receiptNumber, caseId } = await caseOf()
    const { perform } = await ground.acting(receiptNumber, 'officer')
    const on = async (days: number) => refusalOf(await perform(takeWithdrawal, { ...paperOf(receiptNumber), receivedOn: today().add({ days }) }))
    assert.deepEqual([await on(1), await on(-400)], ['day-to-come', 'before-receipt'])
    assert.deepEqual(await kept(caseId), [])
  })

  it('of a case that is decided or over is refused, and the page offers nothing', async () => {
    const { receiptNumber, caseId } = await caseOf()
    const officer = await ground.acting(receiptNumber, 'officer')
    for (const status of ['approved', 'denied', 'closed', 'withdrawn']) {
      await ground.setStatus(caseId, status)
      assert.equal(refusalOf(await officer.perform(takeWithdrawal, paperOf(receiptNumber))), 'case-is-over', status)
      assert.match((await officer.browser.open(`/cases/${receiptNumber}/withdraw-on-paper`)).text, /Not now/)
    }
    assert.deepEqual(await kept(caseId), [])
  })

  it('is one however often it is pressed, and of two officers at once the second finds the case over', async () => {
    const { receiptNumber, caseId, email } = await caseOf()
    const [one, other] = [await ground.acting(receiptNumber, 'officer'), await ground.acting(receiptNumber, 'officer', 2)]
    const paper = paperOf(receiptNumber)
    const pressed = await Promise.all([one.perform(takeWithdrawal, paper), one.perform(takeWithdrawal, paper), other.perform(takeWithdrawal, paperOf(receiptNumber))])
    assert.deepEqual(pressed.map(refusalOf).filter((each) => each === 'case-is-over').length, pressed[2]?.ok ? 2 : 1)
    assert.equal((await kept(caseId)).length, 1)
    assert.equal((await ground.mailsTo(email)).length, 1)
  })

  it('and the person’s own of the same moment, or an approval, are one: the second is refused', async () => {
    const its = await caseOf()
    const { perform } = await ground.acting(its.receiptNumber, 'officer')
    await proveNow(ground, its.maria)
    const own = () => ground.as(its.maria).perform(withdrawCase, { receiptNumber: its.receiptNumber, name: 'Maria Example', statement: 'I withdraw my case.', language: 'en', press: newId() })
    const both = await Promise.all([perform(takeWithdrawal, paperOf(its.receiptNumber)), own()])
    assert.deepEqual(both.map(refusalOf).toSorted(), ['case-is-over', 'withdrawn'])
    const next = await caseOf()
    const officer = await ground.acting(next.receiptNumber, 'officer')
    await ground.clear(officer.browser, next.receiptNumber)
    const approve = () => officer.perform(approveCase, { receiptNumber: next.receiptNumber, press: newId(), seen: 'received', words: '', note })
    const pressed = await Promise.all([officer.perform(takeWithdrawal, paperOf(next.receiptNumber)), approve()])
    assert.equal(pressed.filter(({ ok }) => ok).length, 1)
    assert.equal(await ground.statusOf(next.caseId), pressed[0]?.ok ? 'withdrawn' : 'approved')
  })

  it('is taken only by who opened the file, and by no choice of a status', async () => {
    const { receiptNumber } = await caseOf()
    const elsewhere = await ground.acting((await caseOf()).receiptNumber, 'officer')
    assert.deepEqual(await elsewhere.perform(takeWithdrawal, paperOf(receiptNumber)), { ok: false, refusal: 'file-not-opened' })
    assert.deepEqual(await elsewhere.perform(changeStatus, { receiptNumber, status: 'withdrawn', reason: note }), { ok: false, refusal: 'act-of-its-own' })
  })
})
