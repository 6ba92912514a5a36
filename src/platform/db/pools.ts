import { createHash } from 'node:crypto'
import { Kysely, sql, PostgresDialect } from 'kysely'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { Pool } from 'pg'
import type { PoolClient } from 'pg'
import type { DB } from './tables.ts'
import { boundValue, typeParsers } from './types-parsers.ts'

export type PoolUrls = { portal: string; office: string; worker: string; owner?: string }
export type PoolRole = keyof PoolUrls
export type PoolSizes = Partial<Record<PoolRole, number>>

export type Pools = {
  portal: Kysely<DB>
  office: Kysely<DB>
  worker: Kysely<DB>
  /** Only where an owner's address was given: migrations, backup, tests. */
  owner: Kysely<DB> | undefined
  close(): Promise<void>
}

const sizeUsual = 10
const connectionTimeoutMs = 5_000
const idleTimeoutMs = 30_000
const statementTimeoutMs = 20_000
const idleInTransactionTimeoutMs = 30_000
/** Past so many different statements, further ones go unnamed: each connection keeps every named one. */
const namedStatementsMax = 1_000

/**
 * Opens one pool for each role. Connections are made when first used.
 * `onFault` hears of connections that the server ended while idle.
 */
export const openPools = (urls: PoolUrls, sizes: PoolSizes = {}, onFault: (fault: Error) => void = () => {}): Pools => {
  const open = (role: PoolRole, url: string) => openPool(url, role, sizes[role] ?? sizeUsual, onFault)
  const portal = open('portal', urls.portal)
  const office = open('office', urls.office)
  const worker = open('worker', urls.worker)
  const owner = urls.owner === undefined ? undefined : open('owner', urls.owner)
  const close = async () => {
    await Promise.all([portal, office, worker, owner].map((pool) => pool?.destroy()))
  }
  return { portal, office, worker, owner, close }
}

/** One Kysely database over one pg pool; every statement with parameters is named, hence prepared once a connection. */
export const openPool = (url: string, role: string, max: number, onFault: (fault: Error) => void): Kysely<DB> => {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: `portolan ${role}`,
    connectionTimeoutMillis: connectionTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    types: typeParsers,
  })
  // Without listeners a connection that the server ends would end the process: idle ones and ones in use.
  pool.on('error', onFault)
  pool.on('connect', (client) => client.on('error', onFault))
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: naming(pool) }) })
}

const naming = (pool: Pool): PostgresPool => {
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? namingClient(client)
      wrapped.set(client, known)
      return known
    },
  }
}

/** Statements without parameters go by the simple protocol, which alone takes several in one round trip. */
const namingClient = (client: PoolClient): PostgresPoolClient => {
  const query = (text: string, parameters: readonly unknown[]): Promise<unknown> =>
    parameters.length === 0
      ? client.query(text)
      : client.query({ name: statementName(text), text, values: parameters.map(boundValue) })
  return {
    processID: (client as { processID?: number }).processID,
    // Kysely's type also covers cursors, which this product does not use.
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  }
}

const names = new Map<string, string>()

const statementName = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= namedStatementsMax) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 27)
  names.set(text, name)
  return name
}

/** Whether the database behind a pool answers now. */
export const answers = async (pool: Kysely<DB>): Promise<boolean> => {
  try {
    await sql`select 1`.execute(pool)
    return true
  } catch {
    return false
  }
}
