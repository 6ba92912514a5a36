import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { reachedBy } from '../../src/platform/db/pipelined-driver.ts'
import type { DB } from '../../src/platform/db/tables.ts'

const records = new AsyncLocalStorage<string[]>()

type AnyQuery = (this: unknown, ...given: unknown[]) => unknown

const client = pg.Client.prototype as unknown as { query: AnyQuery }
const { query } = client
client.query = function recorded(...given) {
  const [statement] = given
  const text = typeof statement === 'string' ? statement : (statement as { text: string }).text
  records.getStore()?.push(text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'))
  return query.apply(this, given)
}

/** A pool that keeps the text of every statement as it is sent, with the ids that stand in it made alike. */
export function recordedStatements(pool: Kysely<DB>): { pool: Kysely<DB>; statements: string[] } {
  const statements: string[] = []
  const executor = pool.getExecutor()
  const recorded = reachedBy(pool, {
    provideConnection: (use) => records.run(statements, () => executor.provideConnection(use)),
  })
  return { pool: recorded, statements }
}
