import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { personWith } from '../../../test/cast/given-factors.ts'
import { openedRecovery } from '../../../test/cast/recovery-in-browser.ts'
import { beginReset } from '../../../test/cast/reset-in-browser.ts'
import { signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { type SupportGround, supportGround } from '../../../test/cast/support-ground.ts'
import { phoneOf } from '../../../test/cast/ways-in-browser.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'

/** What the office's own role may read of accounts, column by column where it is not all. */
const officeReads: Readonly<Record<string, readonly string[] | 'all'>> = {
  account: 'all',
  forwarding: 'all',
  // Where news of a case goes: addresses and phones, sealed.
  contact_point: 'all',
  // Who is protected and where: rows for who may see them alone.
  protection: 'all',
  safe_contact: 'all',
  support_request: 'all',
  support_step: 'all',
  identity_check: 'all',
  // How many got past each step of the sign-up on a day: nothing of anyone is in it.
  sign_up_step_count: 'all',
  recovery_request: ['id', 'account', 'lost', 'begun_at', 'opens_at', 'expires_at', 'opened_at', 'ended_at', 'ended_by'],
}

const secretTables = [
  'password',
  'backup_code',
  'reset_answer',
  'authenticator_app',
  'passkey',
  'passkey_challenge',
  'code_challenge',
  'session',
  'sign_up_link',
  'password_reset',
  'contact_point',
]

let ground: SupportGround
before(async () => {
  ground = await supportGround()
  // Somebody with a row in every table that matters.
  const person = await personWith(ground.portal, 'secrets@example.test', { app: true, phone: phoneOf(61) })
  await beginReset(ground.portal, ground.portal.browser(), person.email)
  await openedRecovery(ground.portal, person)
  const plain = await personWith(ground.portal, 'plain-secrets@example.test', {})
  await signInBy(ground.portal, ground.portal.browser(), plain.email)
})
after(() => ground.end())

const staff: Actor = { kind: 'staff', id: newId(), roles: ['support'], sessionId: newId() }

const owner = () => {
  const { owner: pool } = ground.portal.database.pools
  if (!pool) throw new Error('the test database has an owner')
  return pool
}

async function tablesOfAccounts(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'accounts' order by tablename`.execute(owner())
  return rows.map(({ name }) => name)
}

test('the office’s database role has no grant on anything that proves a person, and may change next to nothing', async () => {
  const { rows } = await sql<{ table: string; column: string; privilege: string }>`
    select c.relname as table, a.attname as column, p.privilege
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'accounts' and c.relkind = 'r'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join (values ('SELECT'), ('INSERT'), ('UPDATE')) p (privilege)
    where has_column_privilege('portolan_office', c.oid, a.attnum, p.privilege)`.execute(owner())
  for (const { table, column, privilege } of rows.filter((row) => row.privilege === 'SELECT')) {
    const may = officeReads[table]
    assert.ok(may === 'all' || may?.includes(column), `${privilege} on ${table}.${column}`)
  }
  const changes = rows.filter(({ privilege }) => privilege === 'UPDATE').map(({ table, column }) => `${table}.${column}`)
  assert.deepEqual(changes.toSorted(), [
    'identity_check.confirmed_at',
    'identity_check.confirmed_by',
    'recovery_request.ended_at',
    'recovery_request.ended_by',
    'support_request.answered_at',
    'support_request.closed_at',
  ])
  const inserts = new Set(rows.filter(({ privilege }) => privilege === 'INSERT').map(({ table }) => table))
  for (const table of [...secretTables, 'recovery_request']) assert.ok(!inserts.has(table), `INSERT on ${table}`)
  const { rows: deletes } = await sql<{ table: string }>`
    select c.relname as table
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'accounts' and c.relkind = 'r'
    where has_table_privilege('portolan_office', c.oid, 'DELETE')`.execute(owner())
  assert.deepEqual(deletes, [])
})

test('through the role of the gate, which the office can take, it sees no row of any table of accounts', async () => {
  const { office } = ground.portal.database.pools
  for (const table of await tablesOfAccounts()) {
    const seen = await asActor(office, staff, { gate: true, readOnly: true }, async (tx) => {
      const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from accounts.${sql.ref(table)}`.execute(tx)
      return rows[0]?.rows ?? 0
    }).catch((fault: Error) => {
      assert.match(fault.message, /permission denied/, table)
      return 0
    })
    assert.equal(seen, 0, table)
  }
})

test('the portal’s own gate still sees them, so the tables of this test are not empty', async () => {
  const { rows } = await sql<{ table: string; rows: number }>`
    select 'password' as table, count(*)::int as rows from accounts.password
    union all select 'backup_code', count(*)::int from accounts.backup_code
    union all select 'reset_answer', count(*)::int from accounts.reset_answer
    union all select 'authenticator_app', count(*)::int from accounts.authenticator_app
    union all select 'code_challenge', count(*)::int from accounts.code_challenge
    union all select 'session', count(*)::int from accounts.session
    union all select 'password_reset', count(*)::int from accounts.password_reset
    union all select 'recovery_request', count(*)::int from accounts.recovery_request
    union all select 'contact_point', count(*)::int from accounts.contact_point`.execute(owner())
  for (const { table, rows: count } of rows) assert.ok(count > 0, table)
})

test('neither can it change them there: an update finds no row, an insert is refused', async () => {
  const { office } = ground.portal.database.pools
  const changed = await asActor(office, staff, { gate: true }, async (tx) => {
    const { numAffectedRows } = await sql`update accounts.password set hash = repeat('x', 60)`.execute(tx)
    return Number(numAffectedRows ?? 0)
  })
  assert.equal(changed, 0)
  await assert.rejects(
    asActor(office, staff, { gate: true }, (tx) =>
      sql`insert into accounts.backup_code (id, account, hash, issued_at)
        select gen_random_uuid(), id, repeat('x', 60), now() from accounts.account limit 1`.execute(tx).then(() =>
        sql`insert into accounts.backup_code (id, account, hash, issued_at)
          values (gen_random_uuid(), gen_random_uuid(), repeat('x', 60), now())`.execute(tx),
      ),
    ),
    /row-level security/,
  )
})
