import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../../test/cast/decision-ground.ts'
import { allEnded, type OpenOnCase, openOnCase, standsOnCase } from '../../../test/cast/open-on-case.ts'
import { caseFor } from '../../cases/index.ts'
import { changeAppointment } from '../../correspondence/appointments/change-appointment.ts'
import { ownAppointment } from '../../correspondence/appointments/own-appointments.ts'
import { ownRequest } from '../../correspondence/evidence-requests/own-requests.ts'
import { saveAnswer } from '../../correspondence/evidence-requests/save-answer.ts'
import { sendAnswer } from '../../correspondence/evidence-requests/send-answer.ts'
import { ownIdentityCheck } from '../../correspondence/identity/prove-identity.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { changeCaseStatus } from '../case-file/change-case-status.ts'
import { agreeDecision, approveCase } from './decision-acts.ts'

let ground: DecisionGround
let people = 0
before(async () => {
  ground = await decisionGround()
})
after(() => ground.end())

interface Its {
  maria: Actor
  email: string
  receiptNumber: string
  caseId: string
  open: OpenOnCase
}

/** A case on which everything is open that the office can want. */
async function caseWithAll(): Promise<Its> {
  people += 1
  const email = `ends-${people}@example.test`
  const maria = await ground.newAccount(email)
  const { receiptNumber, caseId } = await ground.openCase({ account: String(maria.id) })
  return { maria, email, receiptNumber, caseId, open: await openOnCase(ground, { receiptNumber, caseId }) }
}

const stands = ({ caseId, open }: Its) => standsOnCase(ground, caseId, open)

/** What a second person of the office needs to agree to a denial. */
async function proposedDenial({ receiptNumber, caseId }: Its) {
  await ground.propose(await ground.at(receiptNumber, 'officer'), receiptNumber)
  const decision = (await ground.decisionsOf(caseId)).at(-1)?.id ?? ''
  const supervisor = await ground.acting(receiptNumber, 'supervisor')
  return () => supervisor.perform(agreeDecision, { receiptNumber, decision, answer: '' })
}

const answered = async ({ maria, receiptNumber, open: { request } }: Its) => {
  const own = await ground.as(maria).read(ownRequest, { receiptNumber, request })
  await ground.as(maria).perform(saveAnswer, { receiptNumber, request, ask: String(own?.asks[0]?.id), text: 'It was stolen.', lacks: false, version: 0 })
  return () => ground.as(maria).perform(sendAnswer, { receiptNumber, request, understands: true, press: newId() })
}

describe('a decision ends what is still open on its case', () => {
  it('when it is an approval: nothing is asked any more, the slot is free, and its people are told of the appointment', async () => {
    const its = await caseWithAll()
    const { receiptNumber, maria, email, open } = its
    const officer = await ground.acting(receiptNumber, 'officer')
    await ground.clear(officer.browser, receiptNumber)
    const told = (await ground.mailsTo(email)).length
    const approved = await officer.perform(approveCase, { receiptNumber, press: newId(), seen: 'evidence-requested', words: '', note })
    assert.ok(approved.ok, JSON.stringify(approved))
    assert.deepEqual(await stands(its), allEnded('decision'))
    assert.deepEqual((await ground.as(maria).read(caseFor, { receiptNumber }))?.tasks, [])
    assert.ok((await ground.mailsTo(email)).length > told)
    const notices = await ground.owner.selectFrom('correspondence.notice').select('kind').where('case', '=', its.caseId).execute()
    assert.ok(notices.some(({ kind }) => kind === 'appointment-off'))
    const own = await ground.as(maria).read(ownRequest, { receiptNumber, request: open.request })
    assert.deepEqual([own?.isOpen, own?.request.endedWith], [false, 'decision'])
    const seen = await ground.as(maria).read(ownAppointment, { receiptNumber, appointment: open.appointment })
    assert.deepEqual([seen?.appointment.state, seen?.appointment.sequence], ['cancelled', 1], 'a calendar that has it takes it out')
    assert.equal((await ground.as(maria).read(ownIdentityCheck, { receiptNumber, check: open.check }))?.check.outcome, 'withdrawn')
  })

  it('when two people deny it, not when it is proposed; and when it is reopened, what ended stays ended', async () => {
    const its = await caseWithAll()
    const agree = await proposedDenial(its)
    assert.equal((await stands(its)).tasks.length, 3)
    assert.ok((await agree()).ok)
    assert.deepEqual(await stands(its), allEnded('decision'))
    await ground.propose(await ground.at(its.receiptNumber, 'officer'), its.receiptNumber, 'reopen')
    const decision = (await ground.decisionsOf(its.caseId)).at(-1)?.id ?? ''
    const supervisor = await ground.acting(its.receiptNumber, 'supervisor')
    assert.ok((await supervisor.perform(agreeDecision, { receiptNumber: its.receiptNumber, decision, answer: '' })).ok)
    assert.equal(await ground.statusOf(its.caseId), 'reopened')
    assert.deepEqual(await stands(its), allEnded('decision'))
    const send = await ground.as(its.maria).perform(sendAnswer, { receiptNumber: its.receiptNumber, request: its.open.request, understands: true, press: newId() })
    assert.deepEqual(send, { ok: false, refusal: 'withdrawn' })
  })

  it('when an officer closes it', async () => {
    const its = await caseWithAll()
    const officer = await ground.acting(its.receiptNumber, 'officer')
    assert.ok((await officer.perform(changeCaseStatus, { receiptNumber: its.receiptNumber, status: 'closed', reason: 'Got it in another case.' })).ok)
    assert.deepEqual(await stands(its), allEnded('closing'))
  })

  it('and an answer of the same moment comes before it, or is refused', async () => {
    const its = await caseWithAll()
    const [agree, send] = [await proposedDenial(its), await answered(its)]
    const [made, sent] = await Promise.all([agree(), send()])
    assert.ok(made.ok)
    const { request, ...others } = await stands(its)
    const isMade = made.output.outcome === 'made'
    assert.notEqual(isMade, sent.ok, 'a case that moved on is left to the officer; an answer to one that is decided is not taken')
    assert.deepEqual(request, sent.ok ? ['answered', null] : ['withdrawn', 'decision'])
    if (isMade) assert.deepEqual(others.tasks, [])
  })

  it('and another time that a person takes in the same moment keeps no place', async () => {
    const its = await caseWithAll()
    const { receiptNumber, maria, open } = its
    const agree = await proposedDenial(its)
    const move = () => ground.as(maria).perform(changeAppointment, { receiptNumber, appointment: open.appointment, slot: open.later, why: 'illness', words: '', press: newId() })
    const [made, moved] = await Promise.all([agree(), move()])
    assert.ok(made.ok && (moved.ok || moved.refusal === 'not-open'), JSON.stringify([made, moved]))
    assert.deepEqual(await stands(its), allEnded('decision'))
    const later = await ground.owner.selectFrom('correspondence.slot').select('taken').where('id', '=', open.later).executeTakeFirstOrThrow()
    assert.equal(later.taken, 0)
    assert.equal((await move()).ok, false)
  })
})
