import { parse } from 'csv-parse/sync'
import { textOfLine } from './as-utf8.ts'
import { columns, FileRefused, neededColumns, type RawRow, reportColumns } from './columns.ts'
import type { FileLine } from './read-lines.ts'

/** A quoted cell may hold line breaks, but nothing on a form needs so many. */
const linesOfRowMost = 20

type Cut = { cells: string[] } | { open: true } | { fault: 'quote' }

/** One record told apart into cells; `open`: a quote is not closed yet. */
function cut(text: string, delimiter: string): Cut {
  // Most rows have no quote, and then a delimiter is one.
  if (!text.includes('"')) return { cells: text.split(delimiter) }
  try {
    const [cells = []] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false }) as string[][]
    return { cells }
  } catch (fault) {
    return (fault as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED' ? { open: true } : { fault: 'quote' }
  }
}

/** A spreadsheet of a country that writes 1,5 puts semicolons between cells. */
const delimiterOf = (header: string): string => (header.includes(';') && !header.includes(',') ? ';' : ',')

/** The mark that keeps a spreadsheet from reading a cell as a formula: the report writes it (`platform/csv.ts`). */
const formula = /^'(?=[=+\-@\t])/

const cellsOf = (header: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(header.map((column, index) => [column, (cells[index] ?? '').replace(formula, '').trim()]))

function headerOf(line: FileLine): { header: string[]; delimiter: string } {
  if (line.isTooLong) throw new FileRefused('header-too-long')
  const text = textOfLine(line.bytes)
  if (text === null) throw new FileRefused('not-text')
  const delimiter = delimiterOf(text)
  const read = cut(text, delimiter)
  if (!('cells' in read)) throw new FileRefused('no-header')
  const header = read.cells.map((name) => name.trim().toLowerCase())
  const known: readonly string[] = [...columns, ...reportColumns]
  const unknown = header.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new FileRefused(header.some((name) => known.includes(name)) ? 'column-unknown' : 'no-header', { column: unknown.slice(0, 60) })
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice !== undefined) throw new FileRefused('column-twice', { column: twice })
  const missing = neededColumns.find((name) => !header.includes(name))
  if (missing !== undefined) throw new FileRefused('column-missing', { column: missing })
  return { header, delimiter }
}

/** Rows of comma- or semicolon-separated values (RFC 4180) under a header. Throws FileRefused where nothing more can be told apart. */
export async function* readCsv(lines: AsyncIterator<FileLine>, first: FileLine): AsyncGenerator<RawRow> {
  const { header, delimiter } = headerOf(first)
  const raw = (line: number, fault: RawRow['fault'], cells: Record<string, string> = {}): RawRow => ({ line, cells, fault })
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const { number, bytes, isTooLong } = next.value
    let text = textOfLine(bytes)
    if (isTooLong || text === null) {
      yield raw(number, isTooLong ? 'too-long' : 'not-text')
      continue
    }
    if (text.trim() === '') continue
    let read = cut(text, delimiter)
    for (let more = 1; 'open' in read; more += 1) {
      const going = more < linesOfRowMost ? await lines.next() : { done: true as const }
      const added = going.done ? null : textOfLine((going.value as FileLine).bytes)
      // From here on nobody can say what is inside a quote and what is not.
      if (added === null) throw new FileRefused('quote-left-open', { line: number })
      text = `${text}\n${added}`
      read = cut(text, delimiter)
    }
    if (!('cells' in read)) yield raw(number, 'quote')
    else if (read.cells.length !== header.length) yield raw(number, 'wrong-number-of-cells', cellsOf(header, read.cells))
    else yield raw(number, null, cellsOf(header, read.cells))
  }
}
