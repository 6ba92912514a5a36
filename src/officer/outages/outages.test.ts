import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type Asked, type RequestsGround, requestsGround, wordsAsk } from '../../../test/cast/requests-ground.ts'
import { caseFor } from '../../cases/index.ts'
import { endOfDay, isOver } from '../../correspondence/evidence-requests/deadline.ts'
import { moveDeadlines, moveDeadlinesJob } from '../../correspondence/outages/move-deadlines.ts'
import { publicOutages } from '../../correspondence/outages/read-outages.ts'
import { systemActor, visitor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import type { JobContext } from '../../platform/jobs/job.ts'
import { declare, end, withdraw } from './outage-acts.ts'

const supervisor = staffActor('supervisor')
let ground: RequestsGround
let people = 0
before(async () => {
  ground = await requestsGround()
})
after(() => ground.database.drop())

const asked = () => {
  people += 1
  return ground.asked({ email: `outage-${people}@example.test`, kind: 'intent-to-deny', asks: [wordsAsk()] })
}
const told = async (number = people) => (await ground.mailsTo(`outage-${number}@example.test`)).filter(({ kind }) => kind === 'correspondence.deadline-moved').length
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? null : result.refusal)
const words = { en: 'Signing in did not work. Try again when it is over.' }
const run = (outage: string) => moveDeadlinesJob.run({ ...ground.as(systemActor('test')), services: ground.services } as unknown as JobContext, { outage })

/** At another moment; the clock is put back afterwards. */
async function atMoment<T>(at: Temporal.Instant, work: () => Promise<T>): Promise<T> {
  const now = ground.services.clock.now()
  ground.services.clock.set(at)
  try {
    return await work()
  } finally {
    ground.services.clock.set(now)
  }
}
async function declared(startsAt: Temporal.Instant, endsAt: Temporal.Instant | null = null, parts: Parameters<typeof declare.run>[1]['parts'] = ['sign-in']) {
  const result = await ground.as(supervisor).perform(declare, { press: newId(), parts, startsAt, endsAt, words })
  assert.ok(result.ok, refusalOf(result) ?? '')
  return result.output.outage
}
const dueOf = async (to: Asked) => (await ground.seen(to))?.request.dueAt as Temporal.Instant
const movesOf = ({ request }: Asked) => ground.owner().selectFrom('correspondence.request_event').select('what').where('request', '=', request).where('what', '=', 'deadline-moved').execute()

describe('while an outage lasts', () => {
  it('no deadline that it reaches passes, an answer is taken after it, and when it is over the deadline moves, once, and is told', async () => {
    const to = await asked()
    const { dueAt } = to
    const outage = await atMoment(dueAt.subtract({ hours: 5 }), () => declared(dueAt.subtract({ hours: 6 })))
    await atMoment(dueAt.add({ hours: 20 }), async () => {
      await ground.lapse()
      const seen = await ground.seen(to)
      assert.deepEqual([seen?.request.state, seen?.isOpen, seen?.isHeld], ['open', true, true])
      assert.ok((await ground.save(to)).ok)
      const ended = await ground.as(supervisor).perform(end, { outage, endsAt: dueAt.add({ hours: 19 }) })
      assert.ok(ended.ok)
      await Promise.all([run(outage), run(outage)])
      await run(outage)
    })
    const moved = await dueOf(to)
    assert.ok(Temporal.Instant.compare(moved, dueAt.add({ hours: 25 })) >= 0)
    assert.ok(moved.equals(endOfDay(ground.services.agency, moved.toZonedDateTimeISO(ground.services.agency.deadlineTimeZone).toPlainDate())))
    assert.equal((await movesOf(to)).length, 1)
    assert.equal(await told(), 1)
    const own = await ground.as(to.account).read(caseFor, { receiptNumber: to.receiptNumber })
    assert.ok(own?.tasks[0]?.dueAt?.equals(moved))
    assert.ok((await atMoment(moved, () => ground.send(to))).ok)
  })

  it('it can be answered until the deadlines have moved, and not a moment before they may lapse', async () => {
    const to = await asked()
    const outage = await atMoment(to.dueAt, () => declared(to.dueAt.subtract({ hours: 1 })))
    await atMoment(to.dueAt.add({ hours: 3 }), async () => {
      assert.ok((await ground.as(supervisor).perform(end, { outage, endsAt: to.dueAt.add({ hours: 2 }) })).ok)
      await ground.lapse()
      assert.equal((await ground.seen(to))?.request.state, 'open', 'it is over, and nothing has moved yet')
      await run(outage)
      assert.equal(isOver(await dueOf(to), ground.services.clock.now()), false)
    })
  })
})

describe('an outage that was over before it was declared', () => {
  it('opens again what lapsed for it, and moves it; what an officer has taken note of stays', async () => {
    const [lapsed, noted] = [await asked(), await asked()]
    await atMoment(lapsed.dueAt.add({ hours: 2 }), async () => {
      await ground.lapse()
      await ground.owner().updateTable('correspondence.evidence_request').set({ seen_at: ground.services.clock.now(), seen_by: newId() }).where('id', '=', noted.request).execute()
      await run(await declared(lapsed.dueAt.subtract({ hours: 4 }), lapsed.dueAt.add({ hours: 1 })))
      assert.deepEqual([(await ground.seen(lapsed))?.request.state, (await ground.seen(noted))?.request.state], ['open', 'lapsed'])
      assert.equal((await ground.as(lapsed.account).read(caseFor, { receiptNumber: lapsed.receiptNumber }))?.tasks.length, 1)
    })
  })

  it('leaves alone a deadline that it does not reach, and every deadline where requests could be answered', async () => {
    const to = await asked()
    const now = ground.services.clock.now()
    await run(await declared(now.subtract({ hours: 5 }), now.subtract({ hours: 2 })))
    assert.ok((await dueOf(to)).equals(to.dueAt))
    await atMoment(to.dueAt, async () => run(await declared(to.dueAt.subtract({ hours: 5 }), to.dueAt.subtract({ hours: 2 }), ['payments'])))
    assert.ok((await dueOf(to)).equals(to.dueAt))
  })

  it('moves each deadline once, however its job is killed and run again, and says how many', async () => {
    const all = await Promise.all([asked(), asked(), asked()])
    const first = all[0] as Asked
    await atMoment(first.dueAt, async () => {
      const outage = await declared(first.dueAt.subtract({ hours: 5 }), first.dueAt.subtract({ hours: 2 }))
      const owner = ground.owner()
      // A kill undoes the batch that it falls into; the next run does it.
      await assert.rejects(
        owner.transaction().execute(async (tx) => {
          await tx.updateTable('correspondence.outage').set({ moved: 1 }).where('id', '=', outage).execute()
          throw new Error('killed')
        }),
        /killed/,
      )
      await Promise.all([run(outage), run(outage), run(outage)])
      const row = await owner.selectFrom('correspondence.outage').select(['moved', 'applied_at']).where('id', '=', outage).executeTakeFirst()
      const events = await owner.selectFrom('correspondence.request_event').select('request').where('outage', '=', outage).execute()
      assert.equal(new Set(events.map(({ request }) => request)).size, events.length)
      assert.equal(row?.moved, events.length)
      assert.ok(row?.applied_at)
      for (const to of all) assert.ok(events.some(({ request }) => request === to.request))
      assert.equal(refusalOf(await ground.as(systemActor('test')).perform(moveDeadlines, { outage })), 'nothing-to-move')
    })
  })
})

describe('who declares an outage', () => {
  it('is a supervisor or an administrator; anybody reads it, and nobody who of the agency declared it', async () => {
    const now = ground.services.clock.now()
    const input = { press: newId(), parts: ['files'] as const, startsAt: now.subtract({ hours: 1 }), endsAt: null, words }
    assert.equal(refusalOf(await ground.as(staffActor('officer')).perform(declare, input)), 'not-allowed')
    assert.equal(refusalOf(await ground.as(staffActor('support')).perform(declare, input)), 'not-allowed')
    assert.ok((await ground.as(staffActor('admin')).perform(declare, input)).ok)
    assert.ok((await ground.as(supervisor).perform(declare, input)).ok, 'the same press is the same outage')
    const read = await ground.as(visitor).read(publicOutages, { page: 1 })
    const found = read?.outages.filter(({ id }) => id === input.press) ?? []
    assert.equal(found.length, 1)
    assert.equal(JSON.stringify(found).includes(String(supervisor.id)), false)
    assert.ok((await ground.as(supervisor).perform(end, { outage: input.press, endsAt: now })).ok)
  })

  it('can name no time that is not over, none long ago, and no end before the beginning', async () => {
    const now = ground.services.clock.now()
    const at = (startsAt: Temporal.Instant, endsAt: Temporal.Instant | null) => ground.as(supervisor).perform(declare, { press: newId(), parts: ['everything'], startsAt, endsAt, words })
    assert.equal(refusalOf(await at(now.add({ seconds: 1 }), null)), 'starts-later')
    assert.equal(refusalOf(await at(now.subtract({ hours: 24 * 61 }), null)), 'too-long-ago')
    assert.equal(refusalOf(await at(now.subtract({ hours: 2 }), now.subtract({ hours: 3 }))), 'ends-before')
    assert.equal(refusalOf(await at(now.subtract({ hours: 2 }), now.add({ hours: 3 }))), 'ends-later')
  })

  it('by mistake withdraws it: it ends, stays to be read so, and what people relied on is kept', async () => {
    const to = await asked()
    await atMoment(to.dueAt.add({ hours: 1 }), async () => {
      const outage = await declared(to.dueAt.subtract({ hours: 1 }))
      assert.ok((await ground.as(supervisor).perform(withdraw, { outage })).ok)
      await ground.lapse()
      assert.equal((await ground.seen(to))?.request.state, 'open')
      await run(outage)
      assert.ok(Temporal.Instant.compare(await dueOf(to), to.dueAt) > 0)
      const found = (await ground.as(visitor).read(publicOutages, { page: 1 }))?.outages.find(({ id }) => id === outage)
      assert.ok(found?.withdrawnAt && found.endsAt)
    })
  })
})
