import { textOfLine } from './as-utf8.ts'
import { columns, type RawRow } from './columns.ts'
import type { FileLine } from './read-lines.ts'

const nested = { mailing_address: '', representative_address: 'representative_' } as const
const addressKeys: readonly string[] = ['street', 'city', 'state', 'postal_code', 'country']

/** A number, a word or a truth value as the text that a cell has; null: it is none of them. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The cells of one object; null for a member that no filing has, or a value that is no text. */
function cellsOf(filing: Record<string, unknown>): Record<string, string> | null {
  const cells: Record<string, string> = {}
  const put = (column: string, value: unknown): boolean => {
    const text = textOf(value)
    if (text === null || !(columns as readonly string[]).includes(column) || column in cells) return false
    cells[column] = text
    return true
  }
  const isRead = Object.entries(filing).every(([key, value]) => {
    const prefix = nested[key as keyof typeof nested]
    if (prefix === undefined) return put(key, value)
    if (value === null) return true
    return isRecord(value) && Object.entries(value).every(([part, text]) => addressKeys.includes(part) && put(prefix + part, text))
  })
  return isRead ? cells : null
}

/** One JSON object a line, the addresses under `mailing_address` and `representative_address`. */
export async function* readJsonLines(lines: AsyncIterator<FileLine>, first: FileLine): AsyncGenerator<RawRow> {
  for (let next: IteratorResult<FileLine> = { value: first, done: false }; !next.done; next = await lines.next()) {
    const { number, bytes, isTooLong } = next.value
    const text = textOfLine(bytes)
    if (isTooLong || text === null) yield { line: number, cells: {}, fault: isTooLong ? 'too-long' : 'not-text' }
    else if (text.trim() !== '') yield rawOf(number, text)
  }
}

function rawOf(line: number, text: string): RawRow {
  try {
    const filing: unknown = JSON.parse(text)
    const cells = isRecord(filing) ? cellsOf(filing) : null
    return cells ? { line, cells, fault: null } : { line, cells: {}, fault: 'not-json' }
  } catch {
    return { line, cells: {}, fault: 'not-json' }
  }
}
