import { type Compilable, CompiledQuery, DummyDriver, Kysely, type RawBuilder } from 'kysely'
import { connectionOf, type Tx } from './transaction.ts'
import { dialectOf } from './pipelined-driver.ts'
import type { DB } from './tables.ts'

/** Stands for a value while a query is built. */
class StandIn {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const builder = new Kysely<DB>({ dialect: dialectOf(new DummyDriver()) })

interface Compiled {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/**
 * A query of a hot path, built and compiled at its first use; later uses fill in the values. Building one costs more
 * than sending it.
 * `build` is called once, with stand-ins for the input's members: it may place them, never look at them (no lists for
 * `in`: use `= any`).
 */
export function compiledOnce<Input extends object, Row>(
  build: (db: Kysely<DB>, input: Input) => Compilable<Row> | RawBuilder<Row>,
): (tx: Tx, input: Input) => Promise<Row[]> {
  let compiled: Compiled | undefined
  return async (tx, input) => {
    compiled ??= compile(build)
    const { sql, parameters } = compiled
    const values = parameters.map((each) => (each instanceof StandIn ? input[each.name as keyof Input] : each))
    return sendText<Row>(tx, sql, values)
  }
}

/** Sends a fixed text with its values; over a transaction's connection, or any of the pool's where `tx` is one. */
export async function sendText<Row>(tx: Tx, text: string, values: readonly unknown[]): Promise<Row[]> {
  const statement = CompiledQuery.raw(text, [...values]) as CompiledQuery<Row>
  const connection = connectionOf(tx)
  const { rows } = await (connection ? connection.executeQuery<Row>(statement) : tx.executeQuery(statement))
  return rows
}

function compile<Input extends object, Row>(
  build: (db: Kysely<DB>, input: Input) => Compilable<Row> | RawBuilder<Row>,
): Compiled {
  const standIns = new Proxy({} as Input, { get: (_, name) => new StandIn(String(name)) })
  const { sql, parameters } = build(builder, standIns).compile(builder)
  return { sql, parameters }
}
