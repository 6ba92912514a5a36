import { sql } from 'kysely'
import type { Tx } from './transaction.ts'

export interface ServerFacts {
  version: string
  role: string
  /** Rights that end every wall inside the database. */
  isAboveRows: boolean
  at: Temporal.Instant
}

/** What the server says of itself and of whoever asks. */
export async function readServerFacts(tx: Tx): Promise<ServerFacts> {
  const { rows } = await sql<{ version: string; role: string; above: boolean; at: string }>`
    select current_setting('server_version') as version, current_user as role,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as above,
      to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the server says nothing of itself')
  return { version: row.version, role: row.role, isAboveRows: row.above, at: Temporal.Instant.from(row.at) }
}
