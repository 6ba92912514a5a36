import { Kysely, sql } from 'kysely'
import { Pool } from 'pg'
import { dialectOf, PipelinedDriver } from './pipelined-driver.ts'
import type { DB } from './tables.ts'
import { typeParsers } from './types-parsers.ts'

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

/** One Kysely database over one pg pool of pipelined connections. */
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
    pipeline: true,
  })
  // Without listeners a connection that the server ends would end the process: idle ones and ones in use.
  pool.on('error', onFault)
  pool.on('connect', (client) => client.on('error', onFault))
  return new Kysely<DB>({ dialect: dialectOf(new PipelinedDriver(pool)) })
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
