import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { accountTables, type AccountTable } from '../../../test/cast/account-tables.ts'
import { type DataGround, dataGround } from '../../../test/cast/data-ground.ts'
import { plantHeld } from '../../../test/cast/planted-rows.ts'
import { promiseOf } from '../../../test/guards/held-tables.ts'
import type { Actor } from '../../platform/actor.ts'
import { carryOutClosings } from './carry-out-closings.ts'
import { closeAccount } from './close-account.ts'

type Row = Record<string, unknown>
type Snapshot = ReadonlyMap<string, readonly Row[]>

let ground: DataGround
let person: Actor
let neighbour: Actor
let tables: AccountTable[]
let before_: Snapshot
let after_: Snapshot
let neighbourBefore: Snapshot
let neighbourAfter: Snapshot

const quoted = (table: string) => table.split('.').map((part) => `"${part}"`).join('.')

/** Every row of a person in every table that has something of an account. */
async function rowsOf(account: string): Promise<Snapshot> {
  const found = new Map<string, Row[]>()
  for (const { table, columns } of tables) {
    const own = columns.map((column) => `"${column}"::text = $1`).join(' or ')
    found.set(table, await ground.rows<Row>(`select * from ${quoted(table)} where ${own}`, [account]))
  }
  return found
}

before(async () => {
  ground = await dataGround()
  person = await ground.person()
  neighbour = await ground.person()
  for (const each of [person, neighbour]) await plantHeld(ground, String(each.id))
  tables = await accountTables(ground.rows)
  await ground.prove(person)
  const closed = await ground.as(person).perform(closeAccount, {})
  assert.ok(closed.ok, JSON.stringify(closed))
  before_ = await rowsOf(String(person.id))
  neighbourBefore = await rowsOf(String(neighbour.id))
  ground.clock.advance({ hours: 72 })
  await ground.runChore(carryOutClosings)
  after_ = await rowsOf(String(person.id))
  neighbourAfter = await rowsOf(String(neighbour.id))
})
after(() => ground.end())

const planted = (table: string) => before_.get(table) ?? []
const left = (table: string) => after_.get(table) ?? []
const sealedOf = (row: Row) => Object.entries(row).filter(([column, value]) => column.endsWith('_sealed') && value !== null)

/** What each promise of a comment comes to, row by row. A promise that is not here is not tested, and so not made. */
const kept: Record<string, (table: string) => void> = {
  deleted: (table) => assert.deepEqual(left(table), []),
  'deleted unless submitted': (table) => {
    const submitted = planted(table).filter((row) => row.submission !== null)
    assert.ok(submitted.length < planted(table).length && submitted.length > 0)
    assert.deepEqual(left(table), submitted)
  },
  'deleted with its draft': (table) => {
    const drafts = new Set(left('filing.draft').map(({ id }) => id))
    assert.deepEqual(left(table), planted(table).filter(({ draft }) => drafts.has(draft)))
    assert.ok(left(table).length < planted(table).length)
  },
  'removed unless submitted': (table) => {
    for (const row of left(table)) assert.ok(row.removed_at !== null || row.submission !== null)
    assert.ok(left(table).some((row) => row.removed_at !== null))
  },
  'removed unless sent': (table) => {
    const sent = planted(table).filter((row) => row.submitted_at !== null)
    assert.ok(sent.length < planted(table).length, 'no unsent one was planted here')
    assert.deepEqual(left(table), sent)
  },
  'the account is taken off it': (table) => assert.deepEqual(left(table), []),
  emptied: (table) => {
    assert.equal(left(table).length, planted(table).length)
    for (const row of left(table)) assert.deepEqual(sealedOf(row), [])
  },
  'sealed columns are emptied, the number stays': (table) => {
    assert.deepEqual(left(table).map((row) => row.online_account_number), planted(table).map((row) => row.online_account_number))
    for (const row of left(table)) assert.deepEqual([sealedOf(row), row.email_hash, row.date_of_birth_hash], [[], null, null])
  },
  ended: (table) => {
    assert.equal(left(table).length, planted(table).length)
    for (const row of left(table)) assert.deepEqual([row.ended_at !== null, row.ended_from], [true, 'representative'])
  },
  'the row ends': (table) => {
    assert.equal(left(table).length, planted(table).length)
    for (const row of left(table)) assert.notEqual(row.until_at, null)
  },
  'kept, without the hash': (table) => {
    assert.equal(left(table).length, planted(table).length)
    assert.ok(left(table).some((row) => row.carried_out_at !== null && row.undo_hash === null))
  },
  kept: (table) => assert.deepEqual(left(table).filter((row) => planted(table).some(({ id }) => id === row.id)), planted(table)),
  swept: (table) => assert.deepEqual(left(table), planted(table), 'by the chore of uploads, within the hour'),
  'cancelled, then swept': (table) => assert.ok(left(table).length > 0 && left(table).every((row) => row.cancelled_at !== null)),
  'as ever, 30 days': (table) => assert.ok(left(table).length >= planted(table).length),
  'as ever, a year at most': (table) => assert.ok(left(table).length >= planted(table).length),
  'as ever, 30 days, since the last one tells of the closing': (table) => assert.ok(left(table).length >= planted(table).length),
}

describe('closing an account does, table by table, what the comment of each table promises', () => {
  it('in every table that has something of an account', async (t) => {
    assert.ok(tables.length > 25)
    for (const { table, comment } of tables)
      await t.test(`${table}: ${promiseOf({ comment })}`, () => {
        assert.ok(planted(table).length > 0, 'no row was planted here')
        const promise = kept[promiseOf({ comment }) ?? '']
        assert.ok(promise, 'this promise is not one that is tested')
        promise(table)
      })
  })

  it('and touches nothing of anyone else', () => {
    for (const { table } of tables) assert.deepEqual(neighbourAfter.get(table), neighbourBefore.get(table), table)
  })

  it('in accounts that were merged into it too: their address is free and their sealed columns are empty', async () => {
    const merged = await ground.owner
      .selectFrom('accounts.forwarding')
      .innerJoin('accounts.account', 'accounts.account.id', 'accounts.forwarding.retired')
      .select(['email_hash', 'email_sealed', 'emptied_at'])
      .where('kept', '=', String(person.id))
      .execute()
    assert.equal(merged.length, 1)
    for (const row of merged) assert.deepEqual([row.email_hash, row.email_sealed, row.emptied_at !== null], [null, null, true])
  })

  it('once: a second turn finds nothing to do', async () => {
    await ground.runChore(carryOutClosings)
    assert.deepEqual(await rowsOf(String(person.id)), after_)
  })
})
