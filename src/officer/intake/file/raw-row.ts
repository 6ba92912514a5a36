import type { Column } from './columns.ts'
import type { RowFault } from './faults.ts'
import type { Cells } from './intake-row.ts'

/** A row told apart into cells, or why it could not be; nobody has looked yet at what it says. */
export interface RawRow<C extends string = Column> {
  readonly line: number
  readonly cells: Cells<C>
  readonly faults: readonly RowFault<C>[]
}

/** Tells rows apart in text that comes piece by piece. Keeps no more than one row of it. */
export interface RowReader<C extends string = Column> {
  /** The rows that end in this piece. */
  push(text: string): RawRow<C>[]
  /** What the end of the file leaves: a row without its end is not taken. */
  end(): RawRow<C>[]
}

export const refusedWhole = (line: number, fault: Omit<RowFault, 'column'>): RawRow<never> => ({ line, cells: {}, faults: [{ column: '', ...fault }] })
