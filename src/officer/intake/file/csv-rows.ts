import { type Delimiter, withoutTextMark } from '../../../platform/csv.ts'
import type { Column } from './columns.ts'
import type { RowFault } from './faults.ts'
import { type CsvRecord, readRecord } from './csv-record.ts'
import type { Cells } from './intake-row.ts'
import { rowCharactersMost } from './limits.ts'
import { type RawRow, refusedWhole, type RowReader } from './raw-row.ts'
import { skipRecord, type Standing } from './skip-record.ts'

export interface Header<C extends string = Column> {
  readonly delimiter: Delimiter
  /** Null: a column that is passed over. */
  readonly columns: readonly (C | null)[]
}

function rowOf<C extends string>({ columns }: Header<C>, line: number, texts: readonly string[]): RawRow<C> | null {
  if (texts.every((text) => text.trim() === '')) return null
  if (texts.length !== columns.length) {
    const code = texts.length < columns.length ? 'too-few-cells' : 'too-many-cells'
    return refusedWhole(line, { code, values: { cells: texts.length, columns: columns.length } })
  }
  const cells: { [column in C]?: string } = {}
  for (let index = 0; index < texts.length; index += 1) {
    const [column, text] = [columns[index], texts[index]]
    if (column && text) cells[column] = withoutTextMark(text)
  }
  return { line, cells: cells as Cells<C>, faults: [] }
}

/** A row that is passed over: where it began, how far that is. */
interface Passing {
  readonly line: number
  readonly isTooLong: boolean
  standing: Standing
  lastLine: number
}

function faultOf({ line, isTooLong, standing, lastLine }: Passing, isEnd: boolean): Omit<RowFault, 'column'> {
  if ((isEnd && standing === 'quoted') || (standing === 'broken' && lastLine > line)) return { code: 'quote-left-open', values: { lastLine } }
  if (standing === 'broken') return { code: 'stray-quote' }
  return isTooLong ? { code: 'row-too-long', values: { most: rowCharactersMost } } : { code: 'line-without-end' }
}

const linesIn = (text: string, from: number, to: number): number => {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Most rows have no quote: then a delimiter is one, and the line break ends the row. */
function readQuickly(text: string, start: number, delimiter: string): CsvRecord {
  const end = text.indexOf('\n', start)
  if (end < 0) return 'open'
  const line = text.slice(start, end)
  return line.includes('"') ? readRecord(text, start, delimiter) : { cells: line.split(delimiter), end: end + 1 }
}

/**
 * Rows of comma-separated values under a header. A row whose quotes are wrong is refused with every line that it may have
 * swallowed, and reading goes on behind the line where that was seen.
 */
export function csvRows<C extends string>(header: Header<C>, firstLine: number): RowReader<C> {
  const { delimiter } = header
  const state = { rest: '', line: firstLine, passing: null as Passing | null }

  /** Passes over the text from `start`; returns where the next row begins, or the end of the text. */
  const pass = (text: string, start: number, rows: RawRow<C>[], over: Passing): number => {
    const { standing, lines, end } = skipRecord(text, start, delimiter, over.standing)
    state.line += lines
    over.standing = standing
    over.lastLine = end === null && !text.endsWith('\n') ? state.line : state.line - 1
    state.passing = end === null ? over : null
    if (end !== null) rows.push(refusedWhole(over.line, faultOf(over, false)))
    return end ?? text.length
  }

  const begin = (isTooLong: boolean): Passing => ({ line: state.line, isTooLong, standing: 'cell-start', lastLine: state.line })

  const push = (text: string): RawRow<C>[] => {
    const rows: RawRow<C>[] = []
    const whole = state.rest + text
    let at = state.passing ? pass(whole, 0, rows, state.passing) : 0
    while (at < whole.length) {
      const read = readQuickly(whole, at, delimiter)
      const isTooLong = (typeof read === 'string' ? whole.length : read.end) - at > rowCharactersMost
      if (read === 'open' && !isTooLong) break
      if (typeof read === 'string' || isTooLong) {
        at = pass(whole, at, rows, begin(isTooLong))
        continue
      }
      const row = rowOf(header, state.line, read.cells)
      if (row) rows.push(row)
      state.line += linesIn(whole, at, read.end)
      at = read.end
    }
    state.rest = whole.slice(at)
    return rows
  }

  const end = (): RawRow<C>[] => {
    const { rest, passing } = state
    const over = passing ?? (rest.trim() === '' ? null : begin(false))
    if (over && !passing) pass(rest, 0, [], over)
    return over ? [refusedWhole(over.line, faultOf(over, true))] : []
  }

  return { push, end }
}
