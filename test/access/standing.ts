import { createHash } from 'node:crypto'
import type { Held, Rows } from './planted-cases.ts'

/** Sessions are seen and attempts are counted whoever comes by; whoever asks for help may say which address it is about, and support opens what was asked. */
const movesByItself = ['accounts.session', 'accounts.support_request', 'accounts.support_step', 'audit.entry', 'audit.unsealed', 'platform.attempt']

/** Every table of the product, from the database itself. */
export const everyTable = async (rows: Rows): Promise<string[]> =>
  (
    await rows<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg_toast%'
      order by 1`)
  ).map(({ name }) => name)

/** What tells that a row is about this person: their account, their case, and every id that a row of theirs has. */
export async function marksOf(rows: Rows, { account, caseId, receiptNumber }: Held): Promise<string[]> {
  const marks = new Set([account, caseId, receiptNumber])
  // A session is no thing in an address, and its id is sealed into its own pages.
  for (const table of (await everyTable(rows)).filter((each) => each !== 'accounts.session'))
    for (const { id } of await rows<{ id: string | null }>(
      `select to_jsonb(t) ->> 'id' as id from ${table} t where to_jsonb(t)::text like '%' || $1 || '%' or to_jsonb(t)::text like '%' || $2 || '%'`,
      [account, caseId],
    ))
      if (id && id.length >= 20) marks.add(id)
  return [...marks]
}

/** Every row about this person, as one word a table. */
export async function standingOf(rows: Rows, marks: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const table of await everyTable(rows)) {
    if (movesByItself.includes(table)) continue
    const its = await rows<{ text: string }>(`select to_jsonb(t)::text as text from ${table} t where to_jsonb(t)::text like any ($1) order by 1`, [marks.map((mark) => `%${mark}%`)])
    found[table] = createHash('sha256').update(its.map(({ text }) => text).join('\n')).digest('hex')
  }
  return found
}
