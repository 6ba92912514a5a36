import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { knowStaff } from '../../../test/cast/cleared-staff.ts'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { manyCases } from '../../../test/cast/many-cases.ts'
import { manyNames } from '../../../test/cast/many-names.ts'
import { readsOf } from '../../../test/cast/reads.ts'
import { caseForOffice } from '../../cases/index.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { queuePage } from '../queues/list-queues.ts'
import { noFilters } from '../queues/filters.ts'
import { findPeople } from './index-store.ts'
import { soughtPieces } from '../../profile/index.ts'

describe('among many people and cases', () => {
  let ground: CasesGround
  let given: string[]
  let family: string[]
  const officer = staffActor('officer')
  before(async () => {
    ground = await casesGround()
    await knowStaff(ground, officer)
    await manyCases(ground.database)
    ;({ given, family } = await manyNames(ground.database, ground.services, 30_000))
  })
  after(() => ground.database.drop())

  it('a name is found through the index alone, exactly and forgivingly', async () => {
    const { keys } = ground.services
    for (const how of ['exact', 'forgiving'] as const) {
      const pieces = String(soughtPieces(keys, `${given[5]} ${family[7]}x`, how))
      const reads = await asActor(ground.database.pools.office, officer, {}, (tx) => readsOf(tx, 'officer', () => findPeople(tx, { pieces }, 200)))
      const [index] = reads.filter(({ table }) => table === 'name_index')
      assert.equal(index?.whole, 0, how)
      assert.ok((index?.indexed ?? 0) > 0, how)
    }
  })

  it('an A-Number is found through the index alone, and a receipt number too', async () => {
    const { pools } = ground.database
    const byNumber = await asActor(pools.office, officer, {}, (tx) => readsOf(tx, 'officer', () => findPeople(tx, { aNumbers: ['k1:nobody'] }, 200)))
    const [index] = byNumber.filter(({ table }) => table === 'name_index')
    assert.deepEqual([index?.whole, (index?.indexed ?? 0) > 0], [0, true])
    const now = ground.services.clock.now()
    const byReceipt = await asActor(pools.office, officer, {}, (tx) =>
      readsOf(tx, 'cases', () => caseForOffice.run({ tx, actor: officer, now, services: ground.services }, { receiptNumber: 'EAC0000000077' })),
    )
    assert.ok(byReceipt.length > 0)
    for (const { table, whole } of byReceipt.filter((each) => each.table !== 'document')) assert.equal(whole, 0, table)
  })

  it('a queue is read through its indexes alone, whatever it is filtered by', async () => {
    const now = ground.services.clock.now()
    for (const filters of [noFilters, { ...noFilters, form: 'i-90' }, { ...noFilters, office: 'national-benefits-center' }, { ...noFilters, channel: 'online' as const, waitsDays: 7 }, { ...noFilters, request: 'answered' as const }, { ...noFilters, request: 'lapsed' as const, form: 'i-90' }]) {
      const run = (schema: string) =>
        asActor(ground.database.pools.office, officer, {}, (tx) =>
          readsOf(tx, schema, () => queuePage.run({ tx, actor: officer, now, services: ground.services }, { queue: 'received', after: null, filters })),
        )
      for (const { table, whole } of await run('cases')) assert.equal(whole, 0, `${JSON.stringify(filters)} read ${table}`)
    }
  })
})
