import pg from 'pg'

const pageRoles = new Set(['portolan_portal', 'portolan_office'])

export interface StatementCount {
  /** Statements that pages sent since the last call. */
  taken(): number
  stop(): void
}

type AnyQuery = (this: { user?: string }, ...given: unknown[]) => unknown

/** Counts what the portal and the office send to the database, beginning and end of transactions among it. */
export function countStatements(): StatementCount {
  const client = pg.Client.prototype as unknown as { query: AnyQuery }
  const { query } = client
  let count = 0
  client.query = function counted(...given) {
    if (pageRoles.has(this.user ?? '')) count += 1
    return query.apply(this, given)
  }
  return {
    taken: () => {
      const taken = count
      count = 0
      return taken
    },
    stop: () => {
      client.query = query
    },
  }
}
