import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { decidedCases } from '../../test/cast/decided-cases.ts'
import { type CasesGround, casesGround, staffActor, visitor } from '../../test/cast/cases-ground.ts'
import { systemActor } from '../platform/actor.ts'
import { countUsualTimes, usualTimes } from './usual-time.ts'

let ground: CasesGround
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())

const count = () => ground.as(systemActor('test')).perform(countUsualTimes, {})
const timeOf = async (form: string) => (await ground.as(visitor).read(usualTimes, {}))?.get(form)

test('how long a form takes is said from thirty decided cases on, as the middle half of them, to everybody', async () => {
  await decidedCases(ground.database, { form: 'i-90', days: Array.from({ length: 29 }, (_, index) => 101 + index) })
  await count()
  assert.equal(await timeOf('i-90'), undefined)
  await decidedCases(ground.database, { form: 'i-90', days: Array.from({ length: 11 }, (_, index) => 130 + index) })
  assert.deepEqual(await count(), { ok: true, output: { forms: 1 } })
  const time = await timeOf('i-90')
  const { countedAt, ...counted } = time ?? assert.fail()
  assert.ok(countedAt instanceof Temporal.Instant)
  assert.deepEqual({ ...counted, from: String(counted.from), until: String(counted.until) }, { decided: 40, lowerDays: 110, upperDays: 130, from: '2026-11-01', until: '2026-11-01' })
})

test('protected cases, cases decided more than a year ago and cases that were withdrawn say nothing', async () => {
  const days = Array.from({ length: 30 }, () => 50)
  await decidedCases(ground.database, { form: 'n-400', days, isProtected: true })
  await decidedCases(ground.database, { form: 'i-130', days, decidedOn: '2025-11-01' })
  await decidedCases(ground.database, { form: 'i-539', days, status: 'withdrawn' })
  await count()
  for (const form of ['n-400', 'i-130', 'i-539']) assert.equal(await timeOf(form), undefined, form)
})

test('a case that was reopened and decided again counts once, until its first decision', async () => {
  await decidedCases(ground.database, { form: 'i-765', days: Array.from({ length: 30 }, () => 60), decidedAgainOn: '2026-11-20' })
  await count()
  assert.deepEqual([(await timeOf('i-765'))?.decided, (await timeOf('i-765'))?.upperDays], [30, 60])
})

test('nobody but the system counts', async () => {
  for (const actor of [visitor, staffActor('officer')]) {
    assert.deepEqual(await ground.as(actor).perform(countUsualTimes, {}), { ok: false, refusal: 'not-allowed' })
  }
})
