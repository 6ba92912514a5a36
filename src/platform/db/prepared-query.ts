import { Query, type QueryResult } from 'pg'

/** The columns of a prepared statement's rows. PostgreSQL refuses to run one whose columns have changed since. */
interface Shape {
  readonly fields: unknown
  readonly parsers: unknown
  readonly empty: unknown
}

/** The half of a pg connection that writes. */
interface Wire {
  describe(portal: object): void
}

type Ended = (fault: Error | null, result: QueryResult) => void

/** pg's own query, with what its types leave out. */
interface PgQuery {
  name: string
  readonly _result: { _types: unknown; fields: unknown; _parsers: unknown; _prebuiltEmptyResultObject: unknown }
  _accumulateRows: boolean
  hasBeenParsed(wire: Wire): boolean
  prepare(wire: Wire): void
  handleCommandComplete(message: unknown, wire: Wire): void
}

const PgQuery = Query as unknown as new (text: string, values: readonly unknown[], ended: Ended) => PgQuery

/** What one connection knows of the statements it has prepared. */
export class Shapes {
  readonly #shapes = new Map<string, Shape>()
  #quiet: Wire | undefined

  of(name: string): Shape | undefined {
    return this.#shapes.get(name)
  }

  keep(name: string, shape: Shape): void {
    this.#shapes.set(name, shape)
  }

  /** The same connection, which asks for no description. */
  quiet(wire: Wire): Wire {
    this.#quiet ??= Object.create(wire, { describe: { value: () => undefined } }) as Wire
    return this.#quiet
  }
}

/**
 * A named statement that has the server describe its columns the first time and remembers them: for most small
 * statements the description is the larger part of the answer.
 */
export class PreparedQuery extends PgQuery {
  readonly #shapes: Shapes

  constructor(statement: { name: string; text: string; values: readonly unknown[] }, shapes: Shapes, ended: Ended) {
    super(statement.text, statement.values, ended)
    this.name = statement.name
    this.#shapes = shapes
  }

  override prepare(wire: Wire): void {
    const shape = this.#shapes.of(this.name)
    if (!shape || !this.hasBeenParsed(wire)) {
      super.prepare(wire)
      return
    }
    this._result.fields = shape.fields
    this._result._parsers = shape.parsers
    this._result._prebuiltEmptyResultObject = shape.empty
    this._accumulateRows = true
    super.prepare(this.#shapes.quiet(wire))
  }

  /** By now the columns were described, or there are none. */
  override handleCommandComplete(message: unknown, wire: Wire): void {
    const { fields, _parsers: parsers, _prebuiltEmptyResultObject: empty } = this._result
    if (!this.#shapes.of(this.name)) this.#shapes.keep(this.name, { fields, parsers, empty })
    super.handleCommandComplete(message, wire)
  }
}
