import {
  type ConnectionProvider,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { PipelinedConnection } from './connection.ts'

/** Kysely's way to a pg pool whose connections are pipelines. */
export class PipelinedDriver implements Driver {
  readonly #pool: Pool
  readonly #connections = new WeakMap<PoolClient, PipelinedConnection>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PipelinedConnection> {
    const client = await this.#pool.connect()
    const known = this.#connections.get(client) ?? new PipelinedConnection(client)
    this.#connections.set(client, known)
    known.reset()
    return known
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ours(connection).release()
  }

  async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await ours(connection).simple(accessMode ? `begin ${accessMode}` : 'begin')
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).commit()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).rollback()
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }
}

/** How Kysely speaks to PostgreSQL over this driver. */
export const dialectOf = (driver: Driver): Dialect => ({
  createDriver: () => driver,
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (database) => new PostgresIntrospector(database),
})

const noDriver = new DummyDriver()
const noPool = { config: { dialect: dialectOf(noDriver) }, dialect: dialectOf(noDriver), driver: noDriver }

/** The same database, reached over connections that are provided in another way. */
export const reachedBy = <Tables>(pool: Kysely<Tables>, provider: ConnectionProvider): Kysely<Tables> =>
  new Kysely<Tables>({ ...noPool, executor: pool.getExecutor().withConnectionProvider(provider) })

/**
 * A Kysely whose statements all go over one connection, at once: Kysely's own makes each wait for the answer of the
 * one before it.
 */
export const handleOn = <Tables>(pool: Kysely<Tables>, connection: PipelinedConnection): Kysely<Tables> =>
  reachedBy(pool, { provideConnection: (use) => use(connection) })

/** The connection behind what Kysely hands around. */
export function ours(connection: DatabaseConnection): PipelinedConnection {
  if (connection instanceof PipelinedConnection) return connection
  throw new TypeError('This connection is not of a pool of ours')
}
