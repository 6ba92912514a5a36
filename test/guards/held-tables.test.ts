import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Pool } from 'pg'
import { heldParts } from '../../src/portal/my-data/held-parts.ts'
import { accountTables } from '../cast/account-tables.ts'
import { testDatabase, type TestDatabase } from '../database.ts'
import { heldFaults, promiseOf } from './held-tables.ts'

let database: TestDatabase
let pool: Pool
const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await pool.query(text, values)).rows as T[]

before(async () => {
  database = await testDatabase()
  pool = new Pool({ connectionString: database.urls.superuser, max: 1 })
})
after(async () => {
  await pool.end()
  await database.drop()
})

test('every table with something of an account is in the archive of a person’s data, or left out for a reason', async () => {
  const tables = await accountTables(rows)
  assert.ok(tables.length > 25)
  assert.deepEqual(heldFaults(tables, heldParts), [])
})

test('every table with something of an account says what closing the account does', async () => {
  const silent = (await accountTables(rows)).filter((table) => promiseOf(table) === null).map(({ table }) => table)
  assert.deepEqual(silent, [])
})

test('a table that comes new is noticed until it is decided, by its column or by its reference', async () => {
  await rows('create table profile.hobby (account uuid)')
  await rows('create table profile.pet (keeper uuid references accounts.account)')
  const tables = await accountTables(rows)
  const faults = heldFaults(tables, heldParts)
  assert.deepEqual(faults.map((fault) => fault.split(' ')[0]), ['profile.hobby', 'profile.pet'])
  assert.deepEqual(tables.filter((table) => promiseOf(table) === null).map(({ table }) => table), ['profile.hobby', 'profile.pet'])
})

test('a reason is a reason, and what is left out is there', async () => {
  const tables = await accountTables(rows)
  const part = { ...heldParts[0], from: [], leavesOut: { 'accounts.parked_form': 'no', 'accounts.nothing': 'a table that went away long ago' } }
  const faults = heldFaults(tables.filter(({ table }) => table === 'accounts.parked_form'), [part as never])
  assert.deepEqual(faults, [
    'accounts.parked_form is left out for no reason',
    'accounts.nothing is left out and has nothing of an account',
  ])
})
