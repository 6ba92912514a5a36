import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround, note, words } from '../../../test/cast/decision-ground.ts'
import { caseFor } from '../../cases/index.ts'
import { ownOutcome } from '../../correspondence/decisions/own-outcome.ts'
import { newId } from '../../platform/ids.ts'
import { takeWithdrawal } from '../case-acts/withdraw-on-paper.ts'
import { agreeDecision, approveCase, proposeDenial, returnDecision } from './decision-acts.ts'

let ground: DecisionGround
before(async () => {
  ground = await decisionGround()
})
after(() => ground.end())

const newsOf = async () => (await ground.owner.selectFrom('mail.queued').select('id').where('kind', '=', 'cases.news').execute()).length

describe('a denial', () => {
  it('is proposed with its grounds by one, agreed to by another, and only then changes anything for the person', async () => {
    const account = await ground.newAccount('denied@example.test')
    const { receiptNumber, caseId } = await ground.openCase({ account: String(account.id) })
    const officer = await ground.at(receiptNumber, 'officer')
    const proposed = await ground.propose(officer, receiptNumber)
    assert.match(proposed.text, /You proposed the decision.*You proposed it: a supervisor who is somebody else has to agree/)
    assert.equal(await ground.statusOf(caseId), 'received')
    assert.deepEqual((await ground.as(account).read(ownOutcome, { receiptNumber }))?.decisions, [], 'what is proposed is told to nobody outside')
    const told = await newsOf()
    const supervisor = await ground.at(receiptNumber, 'supervisor')
    await supervisor.open('/approvals')
    assert.match(supervisor.seen.text, /Denials 1.*What waits.*Denials/)
    await supervisor.open(proposed.url.replace(/\?.*/, ''))
    assert.match(supervisor.seen.text, /does not show that you can get what you asked for\. \(8 CFR 103\.2\(b\)\(1\)\).*We looked at your birth certificate.*Ask us to look again \(motion\)/)
    assert.match(supervisor.seen.text, /The names do not match/)
    const agreed = await supervisor.press('Agree: deny the case', { answer: 'Seen.' })
    assert.match(agreed.text, /You agreed\. The case is decided/)
    assert.equal(await ground.statusOf(caseId), 'denied')
    assert.equal((await newsOf()) - told, 1)
    const [own] = (await ground.as(account).read(ownOutcome, { receiptNumber }))?.decisions ?? []
    assert.deepEqual([own?.kind, own?.grounds, own?.words], ['denial', ['not-eligible'], words])
    assert.doesNotMatch(JSON.stringify(own), new RegExp(`${note}|Seen\\.`), 'a note of the office is in nothing that the person reads')
    const course = (await ground.as(account).read(caseFor, { receiptNumber }))?.course
    assert.equal(course?.at(-1)?.status, 'denied')
    await supervisor.open('/approvals')
    assert.match(supervisor.seen.text, /Nothing waits/)
  })

  it('is never agreed to by who proposed it, whatever they may: the page says so, the operation refuses, the database too', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const one = await ground.at(receiptNumber, 'supervisor')
    await ground.propose(one, receiptNumber)
    assert.doesNotMatch(one.seen.text, /Agree: deny the case/)
    const [row] = await ground.decisionsOf(caseId)
    const acting = await ground.acting(receiptNumber, 'supervisor')
    const refused = await acting.perform(agreeDecision, { receiptNumber, decision: row?.id ?? '', answer: '' })
    assert.deepEqual(refused, { ok: false, refusal: 'proposed-by-you' })
    const set = (change: object) => (tx: Parameters<Parameters<typeof ground.asOffice>[2]>[0]) =>
      tx.updateTable('correspondence.decision').set(change).where('id', '=', row?.id ?? '').execute()
    const at = ground.services.clock.now()
    const made = (by: string) => ({ state: 'made', reviewed_by: by, reviewed_at: at, made_at: at })
    await assert.rejects(ground.asOffice('supervisor', 1, set(made(ground.staffId('supervisor')))), /check constraint/)
    await assert.rejects(ground.asOffice('supervisor', 2, set({ state: 'made', made_at: at })), /row-level security|check constraint/, 'nor by nobody')
    await assert.rejects(ground.asOffice('supervisor', 1, set(made(ground.staffId('supervisor', 2)))), /row-level security/, 'nor in the name of a colleague')
    await assert.rejects(ground.asOffice('officer', 1, set(made(ground.staffId('officer')))), /row-level security/, 'nor by an officer')
    await assert.rejects(ground.asOffice('supervisor', 2, set({ grounds: ['no-answer'] })), /permission denied/, 'what was proposed is not changed')
    assert.equal(await ground.statusOf(caseId), 'received')
  })

  it('cannot be written into the database as decided, nor in the name of somebody else', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const at = ground.services.clock.now()
    const row = {
      id: newId(), case: caseId, receipt_number: receiptNumber, kind: 'denial', from_status: 'received', grounds: ['not-eligible'],
      note_sealed: Buffer.from('x'), state: 'proposed', proposed_by: ground.staffId('officer'), proposed_at: at,
    }
    const insert = (change: object) => ground.asOffice('officer', 1, (tx) => tx.insertInto('correspondence.decision').values({ ...row, id: newId(), ...change }).execute())
    await assert.rejects(insert({ state: 'made', made_at: at, reviewed_by: ground.staffId('supervisor'), reviewed_at: at }), /row-level security/)
    await assert.rejects(insert({ proposed_by: ground.staffId('supervisor') }), /row-level security/)
    await assert.rejects(insert({ kind: 'approval', state: 'made', made_at: at, grounds: [], reviewed_by: ground.staffId('officer'), reviewed_at: at }), /check constraint/)
  })

  it('is returned with an answer, or taken back by who proposed it, and nothing is decided', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const officer = await ground.at(receiptNumber, 'officer')
    const { url } = await ground.propose(officer, receiptNumber)
    const supervisor = await ground.at(receiptNumber, 'supervisor', 1, url.split('/').slice(3).join('/'))
    assert.match((await supervisor.press('Return it', { answer: ' ' })).text, /Say why you return it.*Waits for a second person/)
    assert.match((await supervisor.press('Return it', { answer: 'Ask for the original first.' })).text, /You returned it.*Ask for the original first/)
    await ground.propose(officer, receiptNumber)
    assert.match((await officer.press('Take it back')).text, /You took it back/)
    assert.deepEqual((await ground.decisionsOf(caseId)).map(({ state }) => state), ['returned', 'taken-back'])
    assert.equal(await ground.statusOf(caseId), 'received')
  })

  it('needs grounds of the pack for this form, words to the person and a note, and keeps what was typed', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const officer = await ground.at(receiptNumber, 'officer', 1, 'deny')
    const empty = await officer.press('Propose the denial', { words: 'Kept words', note: '' })
    assert.equal(empty.status, 422)
    assert.match(empty.text, /Choose at least one ground.*Write why you decide so/)
    assert.match(empty.html, /Kept words/)
    const acting = await ground.acting(receiptNumber, 'officer')
    for (const grounds of [[], ['marriage-not-genuine'], ['no-such-ground'], ['not-eligible', 'not-eligible']])
      assert.deepEqual(await acting.perform(proposeDenial, { receiptNumber, press: newId(), seen: 'received', grounds, words, note }), { ok: false, refusal: 'no-grounds' })
    assert.deepEqual(await ground.decisionsOf(caseId), [])
  })

  it('is proposed once however often one page is sent, and no second decision is begun while it waits', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const [officer, other] = [await ground.acting(receiptNumber, 'officer'), await ground.acting(receiptNumber, 'officer', 2)]
    const input = { receiptNumber, press: newId(), seen: 'received', grounds: ['not-eligible'], words, note }
    const same = await Promise.all([1, 2, 3].map(() => officer.perform(proposeDenial, input)))
    assert.ok(same.every(({ ok }) => ok))
    assert.deepEqual(await other.perform(proposeDenial, { ...input, press: newId() }), { ok: false, refusal: 'proposed-already' })
    assert.deepEqual(await other.perform(proposeDenial, input), { ok: false, refusal: 'unknown-case' }, 'a press is nobody else’s')
    assert.equal((await ground.decisionsOf(caseId)).length, 1)
  })

  it('is not made once the case moved on: it stays where it went, and the second person is told', async () => {
    const account = await ground.newAccount('moved-on@example.test')
    const { receiptNumber, caseId } = await ground.openCase({ account: String(account.id) })
    const officer = await ground.acting(receiptNumber, 'officer')
    const { url } = await ground.propose(officer.browser, receiptNumber)
    assert.ok((await officer.perform(takeWithdrawal, { receiptNumber, receivedOn: Temporal.PlainDate.from('2026-11-23'), name: 'Maria Example', why: null, press: newId() })).ok)
    const supervisor = await ground.at(receiptNumber, 'supervisor', 1, url.split('/').slice(3).join('/'))
    assert.match((await supervisor.press('Agree: deny the case', { answer: '' })).text, /The case moved on before you agreed/)
    assert.deepEqual([await ground.statusOf(caseId), (await ground.decisionsOf(caseId))[0]?.state], ['withdrawn', 'overtaken'])
    assert.deepEqual((await ground.as(account).read(ownOutcome, { receiptNumber }))?.decisions, [])
  })
})

describe('two who press at the same moment', () => {
  it('decide once: of two supervisors the second is told what the first did', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    await ground.propose(await ground.at(receiptNumber, 'officer'), receiptNumber)
    const decision = (await ground.decisionsOf(caseId))[0]?.id ?? ''
    const [one, other] = [await ground.acting(receiptNumber, 'supervisor'), await ground.acting(receiptNumber, 'supervisor', 2)]
    const pressed = await Promise.all([
      one.perform(agreeDecision, { receiptNumber, decision, answer: '' }),
      other.perform(returnDecision, { receiptNumber, decision, answer: 'No.' }),
    ])
    assert.deepEqual(pressed.map((each) => (each.ok ? 'done' : each.refusal)).toSorted(), ['decided-already', 'done'])
    const [row] = await ground.decisionsOf(caseId)
    assert.equal(await ground.statusOf(caseId), row?.state === 'made' ? 'denied' : 'received')
  })

  it('leave one decision: of an approval and a denial that is proposed the second is refused', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const [one, other] = [await ground.acting(receiptNumber, 'officer'), await ground.acting(receiptNumber, 'officer', 2)]
    await ground.clear(one.browser, receiptNumber)
    const base = { receiptNumber, seen: 'received', words, note }
    const pressed = await Promise.all([
      one.perform(approveCase, { ...base, press: newId() }),
      other.perform(proposeDenial, { ...base, press: newId(), grounds: ['not-eligible'] }),
      other.perform(approveCase, { ...base, press: newId() }),
    ])
    assert.equal(pressed.filter(({ ok }) => ok).length, 1)
    assert.ok(pressed.every((each) => each.ok || each.refusal === 'moved-on' || each.refusal === 'proposed-already'))
    assert.equal((await ground.decisionsOf(caseId)).length, 1)
  })

  it('leave either the withdrawal or the approval, never one over the other', async () => {
    const { receiptNumber, caseId } = await ground.openCase()
    const [one, other] = [await ground.acting(receiptNumber, 'officer'), await ground.acting(receiptNumber, 'officer', 2)]
    await ground.clear(one.browser, receiptNumber)
    const pressed = await Promise.all([
      one.perform(approveCase, { receiptNumber, press: newId(), seen: 'received', words: '', note }),
      other.perform(takeWithdrawal, { receiptNumber, receivedOn: Temporal.PlainDate.from('2026-11-23'), name: 'Maria Example', why: null, press: newId() }),
    ])
    assert.equal(pressed.filter(({ ok }) => ok).length, 1)
    assert.equal(await ground.statusOf(caseId), pressed[0]?.ok ? 'approved' : 'withdrawn')
  })
})
