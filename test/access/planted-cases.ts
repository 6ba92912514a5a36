import type { Client } from 'pg'
import { sealPaperPerson } from '../../src/cases/paper-link/paper-filing.ts'
import type { Keys } from '../../src/platform/crypto/keys.ts'
import { newId } from '../../src/platform/ids.ts'
import { type Column, neededColumns } from '../cast/account-tables.ts'

/** Somebody of whom there is a row in every table that holds something of a person. */
export interface Held {
  readonly account: string
  readonly caseId: string
  readonly receiptNumber: string
}

export type Rows = <T>(text: string, values?: unknown[]) => Promise<T[]>

const at = '2026-11-23T15:00:00Z'

const onPaper = {
  familyName: 'Planted',
  givenName: 'Person',
  dateOfBirth: Temporal.PlainDate.from('1990-02-03'),
  aNumber: null,
  email: null,
  address: { country: 'US', street: '1 Main Street', city: 'Utica', region: 'NY', postalCode: '13501' },
  representative: null,
}

/** What the checks of a table ask for beyond the types of its columns. A table that cannot be planted by its types alone is told here. */
const particulars: Readonly<Record<string, (held: Held, keys: Keys) => Record<string, unknown>>> = {
  'cases.document': ({ caseId }) => ({ kind: 'copy-of-record', source: caseId, title_key: 'portal.case.document' }),
  'cases.letter': () => ({ sealed: Buffer.from('planted') }),
  'cases.paper_filing': ({ caseId }, keys) => ({ sealed: sealPaperPerson(keys, caseId, onPaper) }),
  'correspondence.thread': () => ({ waits_since: at, topic: 'status' }),
  'officer.intake_entry': ({ receiptNumber }) => ({ taken_at: at, receipt_number: receiptNumber, whose: 'new' }),
  'officer.scanned_paper': () => ({ state: 'clean', judged_at: at }),
}

interface CaseTable {
  readonly table: string
  readonly column: string
}

/** Tables that hold something of a case and nothing of an account: `plantHeld` does not know them. */
const caseTables = (rows: Rows): Promise<CaseTable[]> =>
  rows<CaseTable>(`
    select n.nspname || '.' || c.relname as table, min(a.attname::text) as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and (a.attname = 'case' or exists (
        select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey) and f.confrelid = 'cases.case'::regclass))
      and not exists (
        select from pg_attribute o where o.attrelid = c.oid and o.attname in ('account', 'person') and not o.attisdropped)
    group by c.oid, n.nspname, c.relname
    order by 1`)

/** A value of a type that no check of its own is against. */
function plainValue({ name, type, allowed }: Column, { receiptNumber }: Held): unknown {
  if (allowed) return allowed
  if (name === 'receipt_number') return receiptNumber
  if (name === 'status') return 'received'
  if (name.endsWith('sha256')) return 'a'.repeat(64)
  if (type.startsWith('timestamp')) return at
  if (type === 'date') return at.slice(0, 10)
  if (type === 'uuid') return newId()
  if (type === 'bytea') return Buffer.from('planted')
  if (type === 'boolean') return false
  if (/int|numeric/.test(type)) return 1
  if (type === 'jsonb' || type.endsWith('[]')) return '{}'
  return `${newId()}${newId()}`.slice(0, 40)
}

const quoted = (table: string) => table.split('.').map((part) => `"${part}"`).join('.')

/**
 * Plants a row about this person's case in every table that has a case in it and no account. What a row refers to besides
 * need not be there: the references sleep meanwhile, the checks do not.
 * @returns the tables in which none could be planted, each with why
 */
export async function plantAboutCase(client: Client, rows: Rows, held: Held, keys: Keys): Promise<string[]> {
  const faults: string[] = []
  await client.query("set session_replication_role = 'replica'")
  for (const { table, column } of await caseTables(rows)) {
    const [there] = await rows(`select 1 from ${quoted(table)} where "${column}" = $1 limit 1`, [held.caseId])
    if (there) continue
    const usual = Object.fromEntries((await neededColumns(rows, table)).map((each) => [each.name, plainValue(each, held)]))
    const row: Record<string, unknown> = { ...usual, [column]: held.caseId, ...particulars[table]?.(held, keys) }
    const names = Object.keys(row)
    const text = `insert into ${quoted(table)} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) on conflict do nothing`
    await client.query(text, Object.values(row)).catch((fault: Error) => faults.push(`${table}: ${fault.message}`))
  }
  await client.query("set session_replication_role = 'origin'")
  return faults
}
