import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { allEnded, type OpenOnCase, openOnCase, standsOnCase } from '../../../test/cast/open-on-case.ts'
import { proveNow } from '../../../test/cast/recent-session.ts'
import { caseFor } from '../../cases/index.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { changeAppointment } from '../appointments/change-appointment.ts'
import { tellOfChange } from '../appointments/tell-of-change.ts'
import { ownRequest } from '../evidence-requests/own-requests.ts'
import { saveAnswer } from '../evidence-requests/save-answer.ts'
import { sendAnswer } from '../evidence-requests/send-answer.ts'
import { withdrawCase } from './withdraw.ts'

let ground: CasesGround
let maria: Actor
let email = ''
let receiptNumber = ''
let caseId = ''
let open: OpenOnCase
let people = 0
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())
beforeEach(async () => {
  people += 1
  email = `maria-${people}@example.test`
  maria = await ground.newAccount(email)
  await proveNow(ground, maria)
  const opened = await ground.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
  open = await openOnCase(ground, opened)
})

const withdraw = (press = newId()) => ground.as(maria).perform(withdrawCase, { receiptNumber, name: 'Maria Example', statement: 'I withdraw my case.', language: 'en', press })
const owner = () => ground.database.pools.owner ?? assert.fail('the test database has an owner')
const stands = () => standsOnCase(ground, caseId, open)
const untold = () => owner().selectFrom('correspondence.appointment_step').select(['id', 'what', 'side']).where('appointment', '=', open.appointment).where('told_at', 'is', null).execute()
const tell = async (step: string) => (await ground.as(systemActor('worker')).perform(tellOfChange, { step })).ok
const changesOfTasks = async () => (await owner().selectFrom('cases.task').select('changes').where('case', '=', caseId).execute()).map(({ changes }) => changes)
const noticesOff = () => owner().selectFrom('correspondence.notice').select('id').where('case', '=', caseId).where('kind', '=', 'appointment-off').execute()

describe('a withdrawal ends what is still open on its case', () => {
  it('in the same moment: nothing is asked any more and the slot is free; a job tells of the appointment once', async () => {
    assert.ok((await withdraw()).ok)
    assert.deepEqual(await stands(), allEnded('withdrawal'))
    assert.deepEqual((await ground.as(maria).read(caseFor, { receiptNumber }))?.tasks, [])
    assert.ok((await changesOfTasks()).every((changes) => changes > 0), 'calendars learn of it')
    assert.equal((await ground.as(maria).read(ownRequest, { receiptNumber, request: open.request }))?.request.endedWith, 'withdrawal')
    const [step, ...more] = await untold()
    assert.deepEqual([step?.what, step?.side, more], ['cancelled', 'person', []])
    const before = (await ground.mailsTo(email)).length
    assert.deepEqual([await tell(step?.id as string), await tell(step?.id as string)], [true, false])
    assert.equal((await noticesOff()).length, 1)
    assert.ok((await ground.mailsTo(email)).length > before)
    assert.equal((await owner().selectFrom('cases.case').select('status').where('id', '=', caseId).executeTakeFirst())?.status, 'withdrawn')
  })

  it('and not where it is refused', async () => {
    ground.services.clock.advance({ minutes: 6 })
    assert.equal((await withdraw()).ok, false)
    const { tasks, request, taken } = await stands()
    assert.deepEqual([tasks.length, request, taken], [3, ['open', null], 1])
  })

  it('also what nobody answered in time: no officer has to look at it, and no outage opens it again', async () => {
    await owner().updateTable('correspondence.evidence_request').set({ state: 'lapsed', ended_at: ground.services.clock.now() }).where('id', '=', open.request).execute()
    assert.ok((await withdraw()).ok)
    const row = await owner().selectFrom('correspondence.evidence_request').select(['state', 'seen_at']).where('id', '=', open.request).executeTakeFirst()
    assert.ok(row?.state === 'lapsed' && row.seen_at)
  })

  it('and what ended so stays ended when the office reopens the case', async () => {
    const press = newId()
    assert.ok((await withdraw(press)).ok)
    ground.services.clock.advance({ minutes: 1 })
    await owner().updateTable('cases.case').set({ status: 'reopened', status_since: ground.services.clock.now() }).where('id', '=', caseId).execute()
    assert.deepEqual(await stands(), allEnded('withdrawal'))
    assert.deepEqual(await ground.as(maria).perform(sendAnswer, { receiptNumber, request: open.request, understands: true, press: newId() }), { ok: false, refusal: 'withdrawn' })
    const again = await openOnCase(ground, { caseId, receiptNumber })
    await assert.rejects(asActor(ground.database.pools.portal, maria, {}, (tx) => sql`select correspondence.end_with_withdrawal(${press}, 'x')`.execute(tx)), /that was not made/)
    assert.equal((await standsOnCase(ground, caseId, again)).tasks.length, 3)
  })

  it('and of nobody else’s: the database ends nothing for who did not withdraw the case', async () => {
    const press = newId()
    assert.ok((await withdraw(press)).ok)
    const stranger = await ground.newAccount(`stranger-${people}@example.test`)
    for (const [actor, withdrawal] of [[stranger, press], [maria, newId()]] as const)
      await assert.rejects(asActor(ground.database.pools.portal, actor, {}, (tx) => sql`select correspondence.end_with_withdrawal(${withdrawal}, 'x')`.execute(tx)), /that was not made/)
  })

  it('and an answer or another time of the same moment comes before it, or is refused', async () => {
    const own = await ground.as(maria).read(ownRequest, { receiptNumber, request: open.request })
    await ground.as(maria).perform(saveAnswer, { receiptNumber, request: open.request, ask: String(own?.asks[0]?.id), text: 'It was stolen.', lacks: false, version: 0 })
    const [withdrawn, sent, moved] = await Promise.all([
      withdraw(),
      ground.as(maria).perform(sendAnswer, { receiptNumber, request: open.request, understands: true, press: newId() }),
      ground.as(maria).perform(changeAppointment, { receiptNumber, appointment: open.appointment, slot: open.later, why: 'illness', words: '', press: newId() }),
    ])
    assert.ok(withdrawn.ok)
    assert.ok(sent.ok || sent.refusal === 'withdrawn', JSON.stringify(sent))
    assert.ok(moved.ok || moved.refusal === 'not-open', JSON.stringify(moved))
    const { request, ...others } = await stands()
    const { request: ended, ...rest } = allEnded('withdrawal')
    assert.deepEqual(request, sent.ok ? ['answered', null] : ended)
    assert.deepEqual(others, rest)
    const later = await owner().selectFrom('correspondence.slot').select('taken').where('id', '=', open.later).executeTakeFirstOrThrow()
    assert.equal(later.taken, 0)
  })
})
