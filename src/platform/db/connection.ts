import { createHash } from 'node:crypto'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type { PoolClient, Query, QueryResult as Answered } from 'pg'
import { PreparedQuery, Shapes } from './prepared-query.ts'
import { boundValue } from './types-parsers.ts'

/** Past so many different statements, further ones go unnamed: each connection keeps every named one. */
const namedStatementsMax = 1_000

const names = new Map<string, string>()

const statementName = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= namedStatementsMax) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 27)
  names.set(text, name)
  return name
}

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/**
 * One connection to PostgreSQL, used as a pipeline: a statement leaves when it is given, not when the one before it
 * was answered, and all that are given in one breath leave in one write. The server works them in that order. A round
 * trip is most of what a small statement costs, on both sides.
 */
export class PipelinedConnection implements DatabaseConnection {
  readonly #client: PoolClient
  readonly #shapes = new Shapes()
  #behind: string | null = null
  #isOver = false
  #isBroken = false
  #isGathering = false

  constructor(client: PoolClient) {
    this.#client = client
  }

  /** With parameters a statement is prepared once a connection; without, several may stand in one text. */
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#isOver) throw new Error('This transaction has ended: its commit went with the statement before')
    const behind = this.#behind
    try {
      if (behind === null) return resultOf(await this.#send(sql, parameters))
      return resultOf(await this.#sendLast(sql, parameters, behind))
    } catch (fault) {
      // Where the statement was given, not where its answer was read.
      if (fault instanceof Error) Error.captureStackTrace(fault)
      throw fault
    }
  }

  async #sendLast(text: string, parameters: readonly unknown[], behind: string): Promise<Answered> {
    // A value that pg cannot write would keep the statement back and let the commit go.
    if (!parameters.every(isPlain)) throw new TypeError('The last statement of a transaction takes plain values only')
    this.#behind = null
    this.#isOver = true
    const [answer] = await Promise.all([this.#send(text, parameters), this.#ended(behind)])
    return answer
  }

  /** Sends statements without parameters at once. What comes after them must not depend on their answer. */
  async simple(text: string): Promise<void> {
    await this.#send(text, [])
  }

  /** The next statement is the last of its transaction: the commit leaves with it, and both must succeed. */
  commitBehindNext(): void {
    this.#behind = 'commit'
  }

  /** Ends the transaction unless that went with its last statement. */
  async commit(): Promise<void> {
    this.#behind = null
    if (!this.#isOver) await this.#ended('commit')
  }

  /** Undoes what is not committed. A connection that cannot even do that is not used again. */
  async rollback(): Promise<void> {
    this.#behind = null
    try {
      await this.simple('rollback')
    } catch (fault) {
      this.#isBroken = true
      throw fault
    }
  }

  /** Ready for the next transaction. */
  reset(): void {
    this.#behind = null
    this.#isOver = false
  }

  release(): void {
    this.#client.release(this.#isBroken)
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for it; this product reads no result in pieces
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Results are not read in pieces')
  }

  /** PostgreSQL answers ROLLBACK to the commit of a transaction in which a statement failed. */
  async #ended(commit: string): Promise<void> {
    const { command } = await this.#send(commit, [])
    if (command === 'ROLLBACK') throw new Error('The transaction was undone: a statement in it had failed')
  }

  #send(text: string, parameters: readonly unknown[]): Promise<Answered> {
    this.#gather()
    const name = parameters.length === 0 ? undefined : statementName(text)
    const values = parameters.map(boundValue)
    if (name === undefined) return this.#client.query(text, values.length === 0 ? undefined : values)
    return new Promise((settle, fail) => {
      const ended = (fault: Error | null, answered: Answered) => (fault ? fail(fault) : settle(answered))
      this.#client.query(new PreparedQuery({ name, text, values }, this.#shapes, ended) as unknown as Query)
    })
  }

  /** Holds the socket until whoever is sending now has sent everything: ticks come after all that is settled already. */
  #gather(): void {
    if (this.#isGathering) return
    this.#isGathering = true
    const { stream } = this.#client.connection
    stream.cork()
    process.nextTick(() => {
      this.#isGathering = false
      stream.uncork()
    })
  }
}

const isPlain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)

function resultOf<R>({ command, rowCount, rows }: Answered): QueryResult<R> {
  return changes.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0), rows: rows as R[] } : { rows: (rows ?? []) as R[] }
}
