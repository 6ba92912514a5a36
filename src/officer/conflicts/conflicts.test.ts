import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../../test/cast/decision-ground.ts'
import { caseForOffice } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { approveCase } from '../decisions/decision-acts.ts'
import { queuePage } from '../queues/list-queues.ts'
import { liftConflict } from './conflict-acts.ts'

let ground: DecisionGround
before(async () => {
  ground = await decisionGround()
})
after(() => ground.end())

it('who declares a conflict of interest cannot see the case any more: not its file, not in a queue, by no operation; supervisors are told and lift it', async () => {
  const { receiptNumber, caseId } = await ground.openCase()
  const officer = await ground.acting(receiptNumber, 'officer')
  await officer.browser.open('/queues')
  await officer.browser.press('Take the next case')
  await officer.browser.open(`/cases/${receiptNumber}/conflict`)
  assert.equal((await officer.browser.press('Declare it', {})).status, 422)
  const declared = await officer.browser.press('Declare it', { why: 'relative', note: 'My sister.' })
  assert.match(declared.text, /You declared a conflict of interest.*You have not taken a case/)
  for (const page of ['', '/decisions', '/checks', '/approve', '/conflict']) assert.equal((await officer.browser.open(`/cases/${receiptNumber}${page}`)).status, 404, page)
  assert.equal(await officer.read(caseForOffice, { receiptNumber }), null)
  assert.deepEqual(await officer.perform(approveCase, { receiptNumber, press: newId(), seen: 'received', words: '', note }), { ok: false, refusal: 'unknown-case' })
  const listed = await ground.asOffice('officer', 1, (tx) => tx.selectFrom('cases.case').select('id').where('id', '=', caseId).execute())
  assert.deepEqual(listed, [], 'the database itself keeps it away')
  assert.ok(!JSON.stringify(await officer.read(queuePage, { queue: 'received', after: null })).includes(receiptNumber))
  const other = await ground.at(receiptNumber, 'officer', 2)
  assert.match(other.seen.text, /Decide this case/, 'a colleague works on it as before')

  const supervisor = await ground.acting(receiptNumber, 'supervisor')
  assert.match((await supervisor.browser.open('/conflicts')).text, /It is of a relative of mine.*My sister\./)
  assert.match((await supervisor.browser.press('Lift', { note: '' })).text, /Say why it does not hold/)
  assert.match((await supervisor.browser.press('Lift', { note: 'Another person of that name.' })).text, /You lifted it/)
  assert.notEqual((await officer.browser.open(`/cases/${receiptNumber}`)).status, 404)
})

it('nobody lifts their own conflict, by the operation and by the database, and no officer lifts any', async () => {
  const { receiptNumber, caseId } = await ground.openCase()
  const supervisor = await ground.acting(receiptNumber, 'supervisor')
  await supervisor.browser.open(`/cases/${receiptNumber}/conflict`)
  await supervisor.browser.press('Declare it', { why: 'own-case', note: '' })
  const row = await ground.owner.selectFrom('officer.conflict').select('id').where('case', '=', caseId).executeTakeFirst()
  const conflict = row?.id ?? ''
  assert.equal((await supervisor.perform(liftConflict, { conflict, note })).ok, false)
  const set = (role: 'officer' | 'supervisor', by: string) =>
    ground.asOffice(role, 1, (tx) => tx.updateTable('officer.conflict').set({ lifted_by: by, lifted_at: ground.services.clock.now() }).where('id', '=', conflict).executeTakeFirst())
  assert.equal((await set('supervisor', ground.staffId('supervisor'))).numUpdatedRows, 0n)
  assert.equal((await set('officer', ground.staffId('officer'))).numUpdatedRows, 0n)
  const officer = await ground.acting(receiptNumber, 'officer')
  assert.deepEqual(await officer.perform(liftConflict, { conflict, note }), { ok: false, refusal: 'not-allowed' })
})
