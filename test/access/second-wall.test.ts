import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/db/transaction.ts'
import { page, recordsNothing } from '../../src/platform/http/page.ts'
import { anyone } from '../../src/platform/http/visit.ts'
import { newId } from '../../src/platform/ids.ts'
import { query } from '../../src/platform/operation.ts'
import { paths } from '../../src/platform/paths.ts'
import { accountActor, staffActor } from '../cast/cases-ground.ts'
import { knowStaff } from '../cast/cleared-staff.ts'
import { portalGround } from '../cast/portal-ground.ts'
import { type AccessGround, accessGround } from './access-ground.ts'
import { marksOf } from './standing.ts'

let ground: AccessGround
let marks: string[]
before(async () => {
  ground = await accessGround()
  marks = [...(await marksOf(ground.rows, ground.maria)), ...(await marksOf(ground.rows, ground.petra))]
})
after(() => ground.end())

interface Readable {
  readonly name: string
  /** The columns that the role may select at all. */
  readonly columns: string
}

/** Every table of the product of which a role may read anything, from the database itself: a new one is among them. */
const readableBy = (role: string): Promise<Readable[]> =>
  ground.rows<Readable>(
    `select format('%I.%I', n.nspname, c.relname) as name, string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p', 'v') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
       and has_schema_privilege($1, n.oid, 'usage') and has_column_privilege($1, c.oid, a.attnum, 'select')
     group by c.oid, n.nspname, c.relname order by 1`,
    [role],
  )

/** Rows that name one of these, where nothing but the database asks who is there: every condition of the code is left out. */
async function foundBy(pool: 'portal' | 'office', actor: Actor, { name, columns }: Readable, named: readonly string[]): Promise<number> {
  const found = await asActor(ground.database.pools[pool], actor, { readOnly: true }, (tx) =>
    sql<{ count: number }>`select count(*)::int as count from (select ${sql.raw(columns)} from ${sql.raw(name)}) t
      where to_jsonb(t)::text like any(${named.map((mark) => `%${mark}%`)}::text[])`.execute(tx),
  )
  return found.rows[0]?.count ?? 0
}

async function leaks(pool: 'portal' | 'office', actor: Actor, named = marks): Promise<string[]> {
  const found: string[] = []
  for (const table of await readableBy(`portolan_${pool}`)) {
    const count = await foundBy(pool, actor, table, named)
    if (count > 0) found.push(table.name)
  }
  return found
}

describe('with every check of the code taken out', () => {
  it('every table that holds anything forces row-level security on its owner too', async () => {
    const open = await ground.rows<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity)
         and (has_any_column_privilege('portolan_portal', c.oid, 'select') or has_any_column_privilege('portolan_office', c.oid, 'select'))
         and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`,
    )
    assert.deepEqual(open.map(({ name }) => name), [])
  })

  it('the portal’s connection finds no row of anybody for another account, for a visitor, and for whoever says to be staff', async () => {
    assert.ok((await readableBy('portolan_portal')).length > 40)
    for (const actor of [accountActor(), visitor, staffActor('supervisor'), { ...accountActor(), id: newId() }]) assert.deepEqual(await leaks('portal', actor), [], actor.kind)
  })

  it('the portal’s connection finds for a person nothing of another, a protected one least of all', async () => {
    const petras = await marksOf(ground.rows, ground.petra)
    assert.deepEqual(await leaks('portal', { ...accountActor(), id: ground.maria.account }, petras), [])
    const own = await leaks('portal', { ...accountActor(), id: ground.maria.account }, await marksOf(ground.rows, ground.maria))
    assert.ok(own.includes('cases."case"') && own.includes('filing.draft') && own.length > 25, `a person finds their own: ${own.length} tables`)
  })

  it('the office’s connection finds no row of anybody without staff behind it, whatever else is said of who acts', async () => {
    for (const actor of [visitor, accountActor(), { ...accountActor(), id: ground.maria.account }]) assert.deepEqual(await leaks('office', actor), [], actor.kind)
  })

  it('the office’s connection finds no case of a protected person, and no sign of their protection, for staff who was not cleared', async () => {
    const guarded = ['cases."case"', 'cases.task', 'accounts.protection', 'accounts.safe_contact']
    for (const role of ['officer', 'support', 'admin'] as const) {
      const staff = staffActor(role)
      await knowStaff(ground, staff)
      const seen = (await leaks('office', staff, [ground.petra.account, ground.petra.caseId, ground.petra.receiptNumber])).filter((table) => guarded.includes(table))
      assert.deepEqual(seen, [], role)
      assert.ok((await leaks('office', staff, [ground.maria.caseId])).includes('cases."case"'), `${role}: the case of anybody else is there`)
    }
  })

  it('a page that asks nobody who they are, and looks for every case there is, shows each person their own alone', async () => {
    const everyCase = query({
      name: 'test.every-case',
      allow: () => true,
      run: async ({ tx }, _input: Record<string, never>) => (await tx.selectFrom('cases.case').select('receipt_number').execute()).map(({ receipt_number: number }) => number),
    })
    const careless = page({
      path: paths.front,
      access: anyone,
      audit: recordsNothing('a page with its check taken out'),
      load: async (context) => ({ numbers: (await context.read(everyCase, {})) ?? [] }),
      view: ({ model }) => ({ title: 'Every case', body: `Every case: ${model.numbers.join(', ')}.` }),
    })
    const portal = await portalGround(ground, [careless])
    const shown = async (actor?: Actor) => /Every case: ([^.]*)\./.exec((await portal.get('/', actor)).body)?.[1]
    assert.equal(await shown(), '')
    assert.equal(await shown(accountActor()), '')
    assert.equal(await shown({ ...accountActor(), id: ground.maria.account }), ground.maria.receiptNumber)
    await portal.close()
  })
})
