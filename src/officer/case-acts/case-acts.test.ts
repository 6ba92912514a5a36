import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../../test/cast/decision-ground.ts'
import { caseFor } from '../../cases/index.ts'
import { ownOutcome } from '../../correspondence/decisions/own-outcome.ts'
import { newId } from '../../platform/ids.ts'
import { cardStep, hold, motion, transfer } from './act-operations.ts'

let ground: DecisionGround
before(async () => {
  ground = await decisionGround()
})
after(() => ground.end())

const day = Temporal.PlainDate.from('2026-11-23')
const noticesOf = async (caseId: string) => (await ground.owner.selectFrom('correspondence.notice').select('kind').where('case', '=', caseId).orderBy('issued_at').orderBy('kind').execute()).map(({ kind }) => kind)

async function approved() {
  const its = await ground.openCase()
  const officer = await ground.acting(its.receiptNumber, 'officer')
  await ground.clear(officer.browser, its.receiptNumber)
  await officer.browser.open(`/cases/${its.receiptNumber}/approve`)
  assert.match((await officer.browser.press('Approve the case', { words: 'All is there.', note })).text, /You approved the case/)
  return { ...its, officer }
}

describe('a transfer', () => {
  it('changes the office, keeps which one had the case, tells its people why, and is done once however often it is sent', async () => {
    const { account, receiptNumber, caseId } = await ground.openCase()
    const officer = await ground.at(receiptNumber, 'officer', 1, 'transfer')
    const done = await officer.press('Transfer the case', { office: 'field-office-chicago', reason: 'interview-there', note: 'Interview room.' })
    assert.match(done.text, /The case was transferred/)
    const own = await ground.as(account).read(caseFor, { receiptNumber })
    assert.deepEqual([own?.office, own?.status], ['field-office-chicago', 'transferred'])
    const acts = (await ground.as(account).read(ownOutcome, { receiptNumber }))?.acts
    assert.deepEqual(acts?.transfers.map(({ from, to, reason }) => [from, to, reason]), [['online-filing-center', 'field-office-chicago', 'interview-there']])
    assert.doesNotMatch(JSON.stringify(acts), /Interview room/, 'the note stays inside')
    assert.deepEqual(await noticesOf(caseId), ['transfer'])
  })

  it('goes to an office of the pack that is another one, for a reason of the pack', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const { perform } = await ground.acting(receiptNumber, 'officer')
    const input = { receiptNumber, press: newId(), note, reason: 'moved', toOffice: 'field-office-newark' }
    for (const wrong of [{ toOffice: 'online-filing-center' }, { toOffice: 'no-such-office' }, { reason: 'no-such-reason' }])
      assert.deepEqual(await perform(transfer, { ...input, ...wrong }), { ok: false, refusal: 'no-such-office' })
    const pressed = await Promise.all([1, 2, 3].map(() => perform(transfer, input)))
    assert.ok(pressed.every(({ ok }) => ok))
    assert.equal((await ground.owner.selectFrom('correspondence.transfer').select('id').where('case', '=', caseId).execute()).length, 1)
  })
})

describe('a hold', () => {
  it('lets the case wait for a reason its people read, once, and go on from where it was', async () => {
    const { account, receiptNumber, caseId } = await ground.openCase()
    await ground.setStatus(caseId, 'evidence-requested')
    const officer = await ground.acting(receiptNumber, 'officer')
    const input = { receiptNumber, kind: 'court-case', untilOn: null, note }
    assert.deepEqual(await officer.perform(hold, { ...input, press: newId(), kind: 'no-such-kind' }), { ok: false, refusal: 'no-such-kind' })
    assert.deepEqual(await officer.perform(hold, { ...input, press: newId(), untilOn: day }), { ok: false, refusal: 'day-gone' })
    const pressed = await Promise.all([1, 2].map(() => officer.perform(hold, { ...input, press: newId() })))
    assert.equal(pressed.filter(({ ok }) => ok).length, 1)
    assert.equal(await ground.statusOf(caseId), 'on-hold-litigation')
    assert.equal((await ground.as(account).read(ownOutcome, { receiptNumber }))?.acts.holds[0]?.kind, 'court-case')
    await officer.browser.open(`/cases/${receiptNumber}/hold`)
    assert.match(officer.browser.seen.text, /A court case has to be settled first.*We do not know yet until when/)
    assert.match((await officer.browser.press('Let it go on', { note: '' })).text, /Write why you let it go on/)
    assert.match((await officer.browser.press('Let it go on', { note: 'The court decided.' })).text, /goes on from where it was/)
    assert.equal(await ground.statusOf(caseId), 'evidence-requested')
  })
})

describe('a motion', () => {
  it('is recorded with whether it is in time, answered by two people, and leaves the decision or reopens the case', async () => {
    const { account, receiptNumber, caseId, supervisor } = await ground.denied()
    const officer = await ground.acting(receiptNumber, 'officer')
    const input = { receiptNumber, kind: 'reopen', way: 'paper' as const, cameOn: day, note }
    assert.deepEqual(await officer.perform(motion, { ...input, press: newId(), cameOn: day.add({ days: 3 }) }), { ok: false, refusal: 'day-to-come' })
    assert.equal((await officer.perform(motion, { ...input, press: newId() })).ok, true)
    assert.equal(await ground.statusOf(caseId), 'motion-received')
    assert.equal((await ground.as(account).read(ownOutcome, { receiptNumber }))?.acts.motions[0]?.isInTime, true)
    await officer.browser.open(`/cases/${receiptNumber}/motion`)
    assert.match(officer.browser.seen.text, /It came in time/)
    await officer.browser.open(`/cases/${receiptNumber}/refuse-motion`)
    const { url } = await officer.browser.press('Propose the refusal', { grounds: 'motion-no-new-facts', words: 'There is nothing new.', note })
    await supervisor.open(url)
    assert.match((await supervisor.press('Agree: refuse the motion', { answer: '' })).text, /You agreed/)
    assert.equal(await ground.statusOf(caseId), 'motion-dismissed')
    const rows = await ground.decisionsOf(caseId)
    assert.ok(rows.at(-1)?.motion, 'the decision names the motion')
    assert.equal((await officer.perform(motion, { ...input, press: newId() })).ok, true)
    const reopened = await ground.propose(officer.browser, receiptNumber, 'reopen', 'new-facts')
    await supervisor.open(reopened.url)
    await supervisor.press('Agree: reopen the case', { answer: '' })
    assert.equal(await ground.statusOf(caseId), 'reopened')
    assert.deepEqual((await noticesOf(caseId)).toSorted(), ['denial', 'motion-refusal', 'reopening'])
  })

  it('is not taken where nothing was decided', async () => {
    const { receiptNumber } = await ground.openCase()
    const { perform } = await ground.acting(receiptNumber, 'officer')
    assert.deepEqual(await perform(motion, { receiptNumber, press: newId(), kind: 'reopen', way: 'paper', cameOn: day, note }), { ok: false, refusal: 'not-a-next-status' })
  })
})

describe('a card', () => {
  it('goes step by step to its person, who sees each and the number it is found by; come back, it is destroyed and made anew', async () => {
    const { account, receiptNumber, caseId, officer } = await approved()
    const step = (name: 'ordered' | 'produced' | 'mailed' | 'returned' | 'destroyed' | 'delivered', more = {}) =>
      officer.perform(cardStep, { receiptNumber, press: newId(), step: name, doneOn: day, carrier: '', tracking: '', note, ...more })
    assert.deepEqual(await step('mailed', { carrier: 'postal-service', tracking: '9400' }), { ok: false, refusal: 'not-a-next-step' })
    assert.deepEqual(await step('ordered', { doneOn: day.add({ days: 9 }) }), { ok: false, refusal: 'day-to-come' })
    for (const name of ['ordered', 'produced'] as const) assert.equal((await step(name)).ok, true, name)
    assert.deepEqual(await step('mailed'), { ok: false, refusal: 'no-carrier' })
    const press = newId()
    const mailed = { press, carrier: 'postal-service', tracking: '9400 1118 9922' }
    const pressed = await Promise.all([1, 2].map(() => step('mailed', mailed)))
    assert.ok(pressed.every(({ ok }) => ok))
    const [card] = (await ground.as(account).read(ownOutcome, { receiptNumber }))?.acts.cards ?? []
    assert.deepEqual(card?.steps.map((each) => [each.step, each.tracking]), [['ordered', null], ['produced', null], ['mailed', '9400 1118 9922']])
    const row = await ground.owner.selectFrom('correspondence.card_step').selectAll().where('id', '=', press).executeTakeFirst()
    assert.ok(!row?.tracking_sealed?.toString('latin1').includes('9400'), 'it is sealed')
    for (const name of ['returned', 'destroyed', 'ordered'] as const) assert.equal((await step(name)).ok, true, name)
    const cards = (await ground.as(account).read(ownOutcome, { receiptNumber }))?.acts.cards
    assert.deepEqual(cards?.map(({ isReplacement, steps }) => [isReplacement, steps.length]), [[true, 1], [false, 5]])
    assert.equal(await ground.statusOf(caseId), 'card-in-production')
    assert.deepEqual((await noticesOf(caseId)).toSorted(), ['approval', 'card'])
  })

  it('is of a form that yields one, and seen by nobody who is not on the case', async () => {
    const { receiptNumber, caseId } = await ground.openCase({ form: 'i-130' })
    await ground.setStatus(caseId, 'approved')
    const { perform } = await ground.acting(receiptNumber, 'officer')
    assert.deepEqual(await perform(cardStep, { receiptNumber, press: newId(), step: 'ordered', doneOn: day, carrier: '', tracking: '', note }), { ok: false, refusal: 'not-a-next-step' })
    const stranger = await ground.newAccount('stranger@example.test')
    assert.equal(await ground.as(stranger).read(ownOutcome, { receiptNumber }), null)
  })
})
