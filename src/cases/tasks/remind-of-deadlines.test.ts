import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { closeTask, moveTask, openTask, type TaskToOpen } from '../index.ts'
import { remindOfDeadlines } from './remind-of-deadlines.ts'

const open = operation({ name: 'test.open-task', allow: () => true, refusals: [], run: (context, task: TaskToOpen) => openTask(context, task) })
const move = operation({ name: 'test.move-task', allow: () => true, refusals: [], run: (context, to: { subject: string; dueAt: Temporal.Instant }) => moveTask(context, to) })
const close = operation({ name: 'test.close-task', allow: () => true, refusals: [], run: (context, subject: string) => closeTask(context, { subject, how: 'done' }) })
const worker = systemActor('test')

describe('reminders of deadlines', () => {
  let ground: CasesGround
  let person: Actor
  let email = ''
  let people = 0
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  const inDays = (days: number) => ground.services.clock.now().add({ hours: Math.round(24 * days) })
  const remind = () => ground.as(worker).perform(remindOfDeadlines, { most: 200 })
  const reminded = async () => (await ground.mailsTo(email)).filter(({ kind }) => kind === 'cases.deadline').map(({ values }) => values.days)

  /** Something asked of a new person, due in so many days. */
  async function asked(days: number): Promise<string> {
    people += 1
    email = `reminded-${people}@example.test`
    person = await ground.newAccount(email)
    const { caseId } = await ground.openCase({ account: person.id })
    const subject = newId()
    await ground.as(worker).perform(open, { caseId, kind: 'answer-request', subject, dueAt: inDays(days) })
    return subject
  }
  const pass = async (days: number) => {
    ground.services.clock.advance({ hours: Math.round(24 * days) })
    await Promise.all([remind(), remind()])
  }

  it('come 14, 7 and 1 days before, once each, however often the chore runs and two at once', async () => {
    await asked(20)
    const told: unknown[] = []
    for (let day = 1; day <= 21; day += 1) {
      await pass(1)
      told.push((await reminded()).length)
    }
    assert.deepEqual(await reminded(), [14, 7, 1])
    assert.deepEqual(told.slice(4, 7), [0, 1, 1])
  })

  it('that are caught up late are one, of what is left', async () => {
    await asked(20)
    await pass(14.5)
    assert.deepEqual(await reminded(), [6])
    await pass(1)
    assert.deepEqual(await reminded(), [6])
  })

  it('of days that had passed when it was asked do not come, nor of what is done or past its day', async () => {
    await asked(6)
    await pass(0.1)
    assert.deepEqual(await reminded(), [])
    await pass(5.2)
    assert.deepEqual(await reminded(), [1])
    const done = await asked(15)
    await ground.as(worker).perform(close, done)
    await pass(2)
    assert.deepEqual(await reminded(), [])
    await asked(15)
    await pass(16)
    assert.deepEqual(await reminded(), [])
  })

  it('begin anew where the deadline is moved', async () => {
    const subject = await asked(15)
    await pass(10)
    await ground.as(worker).perform(move, { subject, dueAt: inDays(20) })
    await pass(1)
    assert.deepEqual(await reminded(), [5])
    await pass(6)
    assert.deepEqual(await reminded(), [5, 13])
  })
})
