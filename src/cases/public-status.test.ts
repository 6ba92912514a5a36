import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accountActor, type CasesGround, casesGround, staffActor, visitor } from '../../test/cast/cases-ground.ts'
import { manyCases } from '../../test/cast/many-cases.ts'
import { readsOf } from '../../test/cast/reads.ts'
import { asActor } from '../platform/db/transaction.ts'
import { changeStatus, publicStatus } from './index.ts'

const unknown = 'IOE0000000000'

/** What one look-up reads. */
const touched = ({ database }: CasesGround, receiptNumber: string) =>
  asActor(database.pools.portal, visitor, {}, (tx) =>
    readsOf(tx, 'cases', () => sql`select * from cases.public_status(${receiptNumber})`.execute(tx)),
  )

describe('the public status', () => {
  let ground: CasesGround
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  it('tells anyone status, days and course by the receipt number, and nothing of the people', async () => {
    const { account, receiptNumber } = await ground.openCase()
    const change = { receiptNumber, status: 'actively-reviewed', reason: 'All is there' }
    await ground.as(staffActor('officer')).perform(changeStatus, change)
    const expected = {
      receiptNumber,
      form: 'i-90',
      status: 'actively-reviewed',
      statusOn: '2026-11-23',
      receivedOn: '2026-11-23',
      course: [
        { status: 'actively-reviewed', on: '2026-11-23' },
        { status: 'received', on: '2026-11-23' },
      ],
    }
    for (const actor of [visitor, account, accountActor()]) {
      const seen = await ground.as(actor).read(publicStatus, { receiptNumber })
      assert.deepEqual(JSON.parse(JSON.stringify(seen)), expected)
    }
  })

  it('leaves out of the course what is not public', async () => {
    const { caseId, receiptNumber } = await ground.openCase()
    await ground.database.pools.owner
      ?.updateTable('cases.status_change')
      .set({ public: false })
      .where('case', '=', caseId)
      .execute()
    const seen = await ground.as(visitor).read(publicStatus, { receiptNumber })
    assert.deepEqual(seen?.course, [])
  })

  it('says nothing alike of a number nobody has and of a protected case, and touches the same for both', async () => {
    const { receiptNumber } = await ground.openCase({ isProtected: true })
    assert.equal(await ground.as(visitor).read(publicStatus, { receiptNumber: unknown }), null)
    assert.equal(await ground.as(visitor).read(publicStatus, { receiptNumber }), null)
    await manyCases(ground.database)
    const forUnknown = await touched(ground, unknown)
    assert.deepEqual(forUnknown, [{ table: 'case', whole: 0, indexed: 1 }])
    assert.deepEqual(await touched(ground, receiptNumber), forUnknown)
  })

  it('finds one case among many by its indexes alone, its course too', async () => {
    await manyCases(ground.database)
    const { receiptNumber } = await ground.openCase()
    assert.deepEqual(await touched(ground, receiptNumber), [
      { table: 'case', whole: 0, indexed: 1 },
      { table: 'status_change', whole: 0, indexed: 1 },
    ])
    const plan = await asActor(ground.database.pools.owner ?? assert.fail(), visitor, {}, (tx) =>
      sql`explain select id from cases."case" where receipt_number = ${receiptNumber} and not protected`.execute(tx),
    )
    assert.match(JSON.stringify(plan.rows), /Index (Only )?Scan using case_public/)
  })
})
