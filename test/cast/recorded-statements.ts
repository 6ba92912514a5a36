import { type Kysely, PostgresQueryCompiler } from 'kysely'
import type { DB } from '../../src/platform/db/tables.ts'

/** A pool that keeps the text of every statement, with the ids that stand in it made alike. */
export function recordedStatements(pool: Kysely<DB>): { pool: Kysely<DB>; statements: string[] } {
  const statements: string[] = []
  const compiler = new PostgresQueryCompiler()
  const recorded = pool.withPlugin({
    transformQuery: ({ node, queryId }) => {
      statements.push(compiler.compileQuery(node, queryId).sql.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'))
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { pool: recorded, statements }
}
