import { unsafeCharacters } from '../../../platform/http/field.ts'
import type { Column } from './columns.ts'
import type { RowFault, RowFaultCode } from './faults.ts'
import type { Cells } from './intake-row.ts'
import { cellCharactersMost } from './limits.ts'

/** Reads the cells of one row and keeps what is wrong with them: for each column the first thing. */
export interface CellReader<C extends string = Column> extends CellsOf<C> {
  readonly faults: readonly RowFault<C>[]
}

/** The cells that a check looks at, and where it says what is wrong with them. */
export interface CellsOf<C extends string> {
  /** Without the space around it; empty, too, for a cell that was refused as it stands. */
  text(column: C): string
  has(column: C): boolean
  fault(column: C, code: RowFaultCode, values?: RowFault['values']): null
}

function faultOfAny(text: string): RowFaultCode | null {
  if (text.length > cellCharactersMost) return 'too-long'
  // U+FFFD is what is left of bytes that were no text, here or wherever the file was made before.
  if (text.includes('\ufffd') || !text.isWellFormed()) return 'not-text'
  return unsafeCharacters.test(text) ? 'unsafe-characters' : null
}

export function cellReader<C extends string = Column>(cells: Cells<C>, before: readonly RowFault<C>[]): CellReader<C> {
  const faults = [...before]
  const refused = new Set<string>(before.map(({ column }) => column).filter((column) => column !== ''))
  const fault: CellsOf<C>['fault'] = (column, code, values) => {
    if (!refused.has(column)) faults.push(values ? { code, column, values } : { code, column })
    refused.add(column)
    return null
  }
  for (const column in cells) {
    const code = faultOfAny(cells[column as C] ?? '')
    if (code) fault(column as C, code, code === 'too-long' ? { most: cellCharactersMost } : undefined)
  }
  const text = (column: C) => (refused.has(column) ? '' : (cells[column]?.trim() ?? ''))
  return { faults, fault, text, has: (column: C) => refused.has(column) || text(column) !== '' }
}

/** A text that `read` makes a value of; null where the cell is empty, or `read` has said what is wrong with it. */
export function optional<V, C extends string>(reader: CellsOf<C>, column: C, read: (text: string) => V | null): V | null {
  const text = reader.text(column)
  return text === '' ? null : read(text)
}
