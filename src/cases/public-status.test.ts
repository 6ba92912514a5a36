import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accountActor, type CasesGround, casesGround, staffActor, visitor } from '../../test/cast/cases-ground.ts'
import { asActor, type Tx } from '../platform/db/transaction.ts'
import { changeStatus, publicStatus } from './index.ts'

const unknown = 'IOE0000000000'

interface Scans {
  relname: string
  seq_scan: number
  idx_scan: number
}

const scansOf = async (tx: Tx): Promise<Scans[]> => {
  const { rows } = await sql<Scans>`
    select relname, seq_scan, idx_scan from pg_stat_xact_user_tables where schemaname = 'cases' order by relname`.execute(
    tx,
  )
  return rows
}

/** How often a look-up reads each table whole and through an index, by the database's own count. */
const touched = (ground: CasesGround, receiptNumber: string) =>
  asActor(ground.database.pools.portal, visitor, {}, async (tx) => {
    const before = await scansOf(tx)
    await sql`select * from cases.public_status(${receiptNumber})`.execute(tx)
    const after = await scansOf(tx)
    return after
      .map(({ relname, seq_scan, idx_scan }, index) => ({
        relname,
        whole: seq_scan - (before[index]?.seq_scan ?? 0),
        indexed: idx_scan - (before[index]?.idx_scan ?? 0),
      }))
      .filter(({ whole, indexed }) => whole + indexed > 0)
  })

describe('the public status', () => {
  let ground: CasesGround
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  it('tells anyone status, days and course by the receipt number, and nothing of the people', async () => {
    const { account, receiptNumber } = await ground.openCase()
    const change = { receiptNumber, status: 'approved', reason: 'All is there' }
    await ground.as(staffActor('officer')).perform(changeStatus, change)
    const expected = {
      receiptNumber,
      form: 'i-90',
      status: 'approved',
      statusOn: '2026-11-23',
      receivedOn: '2026-11-23',
      course: [
        { status: 'approved', on: '2026-11-23' },
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
    await manyCases(ground)
    const forUnknown = await touched(ground, unknown)
    assert.deepEqual(forUnknown, [{ relname: 'case', whole: 0, indexed: 1 }])
    assert.deepEqual(await touched(ground, receiptNumber), forUnknown)
  })

  it('finds one case among many by its indexes alone, its course too', async () => {
    await manyCases(ground)
    const { receiptNumber } = await ground.openCase()
    assert.deepEqual(await touched(ground, receiptNumber), [
      { relname: 'case', whole: 0, indexed: 1 },
      { relname: 'status_change', whole: 0, indexed: 1 },
    ])
    const plan = await asActor(ground.database.pools.owner ?? assert.fail(), visitor, {}, (tx) =>
      sql`explain select id from cases."case" where receipt_number = ${receiptNumber} and not protected`.execute(tx),
    )
    assert.match(JSON.stringify(plan.rows), /Index (Only )?Scan using case_public/)
  })
})

let filled = false

/** Twenty thousand cases more, with two steps each: enough for a table to be read whole only by mistake. */
async function manyCases(ground: CasesGround) {
  if (filled) return
  filled = true
  const statements = [
    `insert into cases."case" select gen_random_uuid(), 'EAC' || lpad(n::text, 10, '0'), 'i-90', 'paper', 'received',
      '2026-01-01', now(), '2026-01-01', null, false, now(), now() from generate_series(1, 20000) n`,
    `insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id)
      select gen_random_uuid(), id, 'received', '2026-01-01', now(), 'system', 'test'
        from cases."case", generate_series(1, 2)
      where channel = 'paper'`,
    'analyze cases."case", cases.status_change',
  ]
  const { owner } = ground.database.pools
  for (const statement of statements) if (owner) await sql.raw(statement).execute(owner)
}
