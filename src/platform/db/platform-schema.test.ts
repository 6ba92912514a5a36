import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Logger, runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { testDatabase } from '../../../test/database.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { ourSchemas } from './schema-reader.ts'
import type { DB } from './tables.ts'
import { writtenFiles } from './write-schema.ts'

const maria = '01890000-0000-7000-8000-000000000001'
const sam = '01890000-0000-7000-8000-000000000002'
let database: TestDatabase

before(async () => {
  database = await testDatabase({ portal: 40 })
  await sql
    .raw(`
    create schema probe;
    grant usage on schema probe to portolan_portal;
    create table probe.thing (account_id uuid not null, word text not null);
    alter table probe.thing enable row level security;
    alter table probe.thing force row level security;
    create policy owner_all on probe.thing to portolan_owner using (true) with check (true);
    create policy own_rows on probe.thing to portolan_portal
      using (account_id = platform.actor_account()) with check (account_id = platform.actor_account());
    grant select, insert on probe.thing to portolan_portal;
    insert into probe.thing values ('${maria}', 'hers'), ('${sam}', 'his')`)
    .execute(owner())
})
after(() => database.drop())

const owner = (): Kysely<DB> => database.pools.owner as Kysely<DB>
const rowsOf = async <T>(pool: Kysely<DB>, text: string): Promise<T[]> => (await sql.raw<T>(text).execute(pool)).rows

/** What the portal sees of the probe while `account` acts. */
const seenBy = (account: string | null) =>
  database.pools.portal.transaction().execute(async (tx) => {
    await sql`select set_config('portolan.account', ${account ?? ''}, true)`.execute(tx)
    return (await sql<{ word: string }>`select word from probe.thing`.execute(tx)).rows.map(({ word }) => word)
  })

test('no actor, no rows', async () => {
  assert.deepEqual(await seenBy(null), [])
  assert.deepEqual(await rowsOf(database.pools.portal, 'select * from probe.thing'), [])
})

test('an actor sees their own rows, and the next transaction on the connection none of them', async () => {
  assert.deepEqual(await seenBy(maria), ['hers'])
  assert.deepEqual(await seenBy(sam), ['his'])
  assert.deepEqual(await seenBy(null), [])
})

test('a row for somebody else cannot be written', async () => {
  const write = database.pools.portal.transaction().execute(async (tx) => {
    await sql`select set_config('portolan.account', ${maria}, true)`.execute(tx)
    await sql`insert into probe.thing values (${sam}, 'forged')`.execute(tx)
  })
  await assert.rejects(write, /row-level security/)
})

test('no role of the application is a superuser, passes row-level security or owns a table', async () => {
  const mighty = await rowsOf(
    owner(),
    `
    select rolname from pg_roles where rolname like 'portolan\\_%'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  )
  assert.deepEqual(mighty, [])
  const owned = await rowsOf(
    owner(),
    `
    select c.relname from pg_class c join (${ourSchemas}) ours on ours.oid = c.relnamespace
    where pg_get_userbyid(c.relowner) <> 'portolan_owner'`,
  )
  assert.deepEqual(owned, [])
})

test('the gate must be asked for by name, by portal and office alone', async () => {
  for (const pool of [database.pools.portal, database.pools.office]) {
    const [row] = await rowsOf<{ inherits: boolean; may: boolean }>(
      pool,
      `
      select pg_has_role('portolan_gate', 'usage') inherits, pg_has_role('portolan_gate', 'member') may`,
    )
    assert.deepEqual(row, { inherits: false, may: true })
    await pool.transaction().execute((tx) => sql`set local role portolan_gate`.execute(tx))
  }
  await assert.rejects(rowsOf(database.pools.worker, 'set role portolan_gate'), /permission denied/)
  await assert.rejects(rowsOf(database.pools.portal, 'set role portolan_owner'), /permission denied/)
})

test('every table forces row-level security, lets its owner work, and says purpose and time kept', async () => {
  const faults = await rowsOf<{ name: string }>(
    owner(),
    `
    select c.oid::regclass::text as name from pg_class c join (${ourSchemas}) ours on ours.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ours.nspname <> 'probe' and (
      not c.relrowsecurity or not c.relforcerowsecurity
      or not c.relispartition and (
        not exists (select from pg_policy p where p.polrelid = c.oid and 'portolan_owner'::regrole = any (p.polroles))
        or coalesce(obj_description(c.oid, 'pg_class'), '') !~ 'Purpose: .+ Kept: .+'))`,
  )
  assert.deepEqual(
    faults.map(({ name }) => name),
    [],
  )
})

test('nothing of ours is open to everybody', async () => {
  const open = await rowsOf<{ name: string }>(
    owner(),
    `
    with ours as (${ourSchemas})
    select p.oid::regprocedure::text as name from pg_proc p join ours on ours.oid = p.pronamespace,
      aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0
    union all
    select c.oid::regclass::text from pg_class c join ours on ours.oid = c.relnamespace, aclexplode(c.relacl) a
    where a.grantee = 0
    union all
    select nspname from pg_namespace, aclexplode(nspacl) a where oid in (select oid from ours) and a.grantee = 0`,
  )
  assert.deepEqual(
    open.map(({ name }) => name),
    [],
  )
})

test("every function that acts with its owner's rights fixes its search path", async () => {
  const loose = await rowsOf<{ name: string }>(
    owner(),
    `
    select p.oid::regprocedure::text as name from pg_proc p join (${ourSchemas}) ours on ours.oid = p.pronamespace
    where p.prosecdef and not exists (select from unnest(p.proconfig) setting where setting like 'search\\_path=%')`,
  )
  assert.deepEqual(
    loose.map(({ name }) => name),
    [],
  )
})

test('a job enters the queue in the transaction of its caller', async () => {
  await rowsOf(owner(), "insert into platform.task_allowed values ('probe')")
  const queued = async () =>
    (await rowsOf(owner(), "select from graphile_worker.jobs where task_identifier = 'probe'")).length
  const undone = database.pools.portal.transaction().execute(async (tx) => {
    await sql`select platform.enqueue('probe', '{"id": 1}')`.execute(tx)
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  assert.equal(await queued(), 0)
  await sql`select platform.enqueue('probe', '{"id": 2}', 'key')`.execute(database.pools.portal)
  await sql`select platform.enqueue('probe', '{"id": 2}', 'key')`.execute(database.pools.office)
  assert.equal(await queued(), 1)
})

test('the worker runs the queue with no more rights than its own', async () => {
  await rowsOf(owner(), "insert into platform.task_allowed values ('probe.run') on conflict do nothing")
  await sql`select platform.enqueue('probe.run', '{"id": 3}')`.execute(database.pools.portal)
  const ran: unknown[] = []
  const logger = new Logger(() => () => {})
  const taskList = { 'probe.run': async (payload: unknown) => void ran.push(payload) }
  await runOnce({ connectionString: database.urls.worker, taskList, logger })
  assert.deepEqual(ran, [{ id: 3 }])
})

test('a task that is not on the list is refused, and the queue has no other door', async () => {
  const enqueue = sql`select platform.enqueue('anything', '{}')`.execute(database.pools.portal)
  await assert.rejects(enqueue, /task anything is not allowed/)
  await assert.rejects(rowsOf(database.pools.portal, "select graphile_worker.add_job('anything')"), /permission denied/)
  await assert.rejects(
    rowsOf(database.pools.portal, "insert into platform.task_allowed values ('anything')"),
    /permission denied/,
  )
})

test('of 40 attempts at the same time each is counted with a number of its own', async () => {
  const made = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const { rows } = await sql<{ made: number }>`
      select platform.count_attempt('probe', 'subject', '2026-01-01T00:00Z') as made`.execute(database.pools.portal)
      return rows[0]?.made
    }),
  )
  assert.deepEqual(
    made.sort((a = 0, b = 0) => a - b),
    Array.from({ length: 40 }, (_, index) => index + 1),
  )
})

test('an attempt given back is not counted, and none is given back below zero', async () => {
  const count = (name: string) => sql.raw(`select platform.${name}('probe', 'other', '2026-01-01T00:00Z') as made`)
  const made = async (name: string) => (await count(name).execute(database.pools.portal)).rows[0]
  assert.deepEqual(await made('count_attempt'), { made: 1 })
  assert.deepEqual(await made('forgive_attempt'), { made: 0 })
  assert.deepEqual(await made('forgive_attempt'), { made: null })
  assert.deepEqual(await made('attempts_made'), { made: 0 })
  await assert.rejects(rowsOf(database.pools.portal, 'select * from platform.attempt'), /permission denied/)
})

test('schema.sql and tables.ts are what the migrations make', async () => {
  for (const [path, text] of Object.entries(await writtenFiles())) {
    assert.equal(
      readFileSync(join(import.meta.dirname, '../../..', path), 'utf8'),
      text,
      `${path} is old: run write-schema.ts`,
    )
  }
})
