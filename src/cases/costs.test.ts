import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../test/cast/cases-ground.ts'
import { manyCases } from '../../test/cast/many-cases.ts'
import { readsOf } from '../../test/cast/reads.ts'
import type { Actor } from '../platform/actor.ts'
import { asActor } from '../platform/db/transaction.ts'
import type { Query } from '../platform/operation.ts'
import { caseFor, caseForOffice, listCasesOf, listCasesWaiting } from './index.ts'

describe('among many cases', () => {
  let ground: CasesGround
  before(async () => {
    ground = await casesGround()
    await manyCases(ground.database)
  })
  after(() => ground.database.drop())

  const readsBy = <I, O>(actor: Actor, query: Query<I, O>, input: I) => {
    const { services, database } = ground
    const pool = database.pools[actor.kind === 'staff' ? 'office' : 'portal']
    const now = services.clock.now()
    return asActor(pool, actor, {}, (tx) => readsOf(tx, 'cases', () => query.run({ tx, actor, now, services }, input)))
  }

  it('no read of a person or of the office goes through a whole table', async () => {
    const { account, receiptNumber } = await ground.openCase()
    const officer = staffActor('officer')
    const reads = [
      await readsBy(account, caseFor, { receiptNumber }),
      await readsBy(account, listCasesOf, {}),
      await readsBy(officer, caseForOffice, { receiptNumber }),
      await readsBy(officer, listCasesWaiting, { statuses: ['received'], most: 20 }),
    ]
    for (const [place, tables] of reads.entries()) {
      assert.ok(tables.length > 0)
      for (const { table, whole } of tables.filter((each) => each.table !== 'document')) {
        assert.equal(whole, 0, `read ${place} of ${table}`)
      }
    }
  })

  it('the longest waiting cases are found however many wait', async () => {
    const { database, services } = ground
    const rows = await asActor(database.pools.office, staffActor('officer'), {}, (tx) =>
      listCasesWaiting.run(
        { tx, actor: staffActor('officer'), now: services.clock.now(), services },
        { statuses: ['received'], most: 3 },
      ),
    )
    const since = rows.cases.map(({ statusSince }) => statusSince.epochMilliseconds)
    assert.deepEqual(
      since,
      since.toSorted((a, b) => a - b),
    )
  })
})
