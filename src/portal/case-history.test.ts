import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type DecisionGround, decisionGround, note } from '../../test/cast/decision-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { closeTask, moveTask, openTask, type TaskToOpen } from '../cases/index.ts'
import { transfer } from '../officer/case-acts/act-operations.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { operation, type OperationContext } from '../platform/operation.ts'
import { staffActor } from '../../test/cast/cases-ground.ts'
import { portalRoutes } from './index.ts'

let ground: DecisionGround
let portal: PortalGround
before(async () => {
  ground = await decisionGround()
  portal = await portalGround(ground, portalRoutes())
})
after(async () => {
  await portal.close()
  await ground.end()
})

const seen = async (path: string, as: Actor) => (await portal.get(path, as)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('each step of a case tells the office that had it then, whatever it was given to afterwards, in the statements there were', async () => {
  const { receiptNumber, account } = await ground.openCase()
  const { perform } = await ground.acting(receiptNumber, 'officer')
  const give = async (toOffice: string) => {
    ground.services.clock.advance({ hours: 1 })
    assert.equal((await perform(transfer, { receiptNumber, press: newId(), note, reason: 'workload', toOffice })).ok, true)
  }
  assert.match(await seen(`/cases/${receiptNumber}`, account), /Case Was Received At: Online Filing Center/)
  await give('field-office-chicago')
  portal.statements()
  const text = await seen(`/cases/${receiptNumber}`, account)
  assert.ok(portal.statements() <= 5)
  assert.match(text, /Case Was Received At: Online Filing Center/)
  assert.match(text, /Transferred[^:]*At: [^.]*Chicago/)
})

it('the calendar files of a case count each change of a date, and cancel what is not asked any longer', async () => {
  const { receiptNumber, caseId, account } = await ground.openCase()
  const doing = (name: string, run: (context: OperationContext) => Promise<void>) => operation({ name: `test.${name}`, allow: () => true, refusals: [], run: (context, _input: Record<string, never>) => run(context) })
  const officer = ground.as(staffActor('officer'))
  const done = async (name: string, run: (context: OperationContext) => Promise<void>) => assert.ok((await officer.perform(doing(name, run), {})).ok)
  const inDays = (days: number) => ground.services.clock.now().add({ hours: 24 * days })
  const [visit, request, answered] = [newId(), newId(), newId()]
  const ask = (task: Omit<TaskToOpen, 'caseId'>) => done('open', (context) => openTask(context, { ...task, caseId }))
  await ask({ kind: 'appointment', subject: visit, startsAt: inDays(9) })
  await ask({ kind: 'answer-request', subject: request, dueAt: inDays(30) })
  await ask({ kind: 'answer-intent', subject: answered, dueAt: inDays(20) })
  const entries = async (path: string) => {
    const { body } = await portal.get(path, account)
    const events = body.split('BEGIN:VEVENT').slice(1)
    return Object.fromEntries(events.map((event) => [/UID:([^@]+)@/.exec(event)?.[1], [/SEQUENCE:(\d+)/.exec(event)?.[1], /STATUS:(\w+)/.exec(event)?.[1], event.includes('VALARM')].join(' ')]))
  }
  for (const path of [`/cases/${receiptNumber}/calendar.ics`, '/account/calendar.ics'])
    assert.deepEqual(await entries(path), { [visit]: '0 CONFIRMED true', [request]: '0 CONFIRMED true', [answered]: '0 CONFIRMED true' })
  await done('move', (context) => moveTask(context, { subject: visit, startsAt: inDays(10) }))
  await done('again', (context) => moveTask(context, { subject: visit, startsAt: inDays(11) }))
  await done('take-back', (context) => closeTask(context, { subject: request, how: 'withdrawn' }))
  await done('answer', (context) => closeTask(context, { subject: answered, how: 'done' }))
  for (const path of [`/cases/${receiptNumber}/calendar.ics`, '/account/calendar.ics'])
    assert.deepEqual(await entries(path), { [visit]: '2 CONFIRMED true', [request]: '1 CANCELLED false' })
  assert.doesNotMatch(await seen('/account', account), /Answer our request for evidence/)
  await ask({ kind: 'answer-request', subject: request, dueAt: inDays(40) })
  assert.equal((await entries(`/cases/${receiptNumber}/calendar.ics`))[request], '2 CONFIRMED true')
})
