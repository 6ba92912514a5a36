import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { DB } from './tables.ts'

export type PoolUrls = { portal: string; office: string; worker: string; owner?: string }
export type PoolSizes = Partial<Record<keyof PoolUrls, number>>

export type Pools = {
  portal: Kysely<DB>
  office: Kysely<DB>
  worker: Kysely<DB>
  /** Only where an owner's address was given: migrations, backup, tests. */
  owner: Kysely<DB> | undefined
  close(): Promise<void>
}

export const openPools = (urls: PoolUrls, sizes: PoolSizes = {}, onFault: (error: Error) => void = () => {}): Pools => {
  const open = (role: keyof PoolUrls) => openPool(urls[role] ?? '', role, sizes[role] ?? 10, onFault)
  const [portal, office, worker] = [open('portal'), open('office'), open('worker')]
  const owner = urls.owner ? open('owner') : undefined
  const close = async () => {
    await Promise.all([portal, office, worker, owner].map((pool) => pool?.destroy()))
  }
  return { portal, office, worker, owner, close }
}

const openPool = (url: string, role: string, max: number, onFault: (error: Error) => void): Kysely<DB> => {
  const pool = new Pool({ connectionString: url, max, application_name: `portolan ${role}`, idleTimeoutMillis: 30_000 })
  // Without a listener a connection that the server ends while idle would end the process.
  pool.on('error', onFault)
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

