import { asUtf8 } from './as-utf8.ts'
import { type Checks, checkRow } from './check-row.ts'
import { FileRefused, type RawRow } from './columns.ts'
import type { IntakeRow, RefusedRow } from './intake-row.ts'
import { readCsv } from './read-csv.ts'
import { readJsonLines } from './read-json-lines.ts'
import { readLines } from './read-lines.ts'

async function* rawRows(source: AsyncIterable<Buffer>): AsyncGenerator<RawRow> {
  const lines = readLines(asUtf8(source))
  const first = await lines.next()
  if (first.done) throw new FileRefused('empty')
  const isJson = first.value.bytes.toString('latin1').trimStart().startsWith('{')
  yield* isJson ? readJsonLines(lines, first.value) : readCsv(lines, first.value)
}

export const isRefusedRow = (row: IntakeRow | RefusedRow): row is RefusedRow => 'faults' in row

/**
 * The rows of a file of paper filings, CSV under a header or JSON lines, told apart by how it begins: each one a filing, or
 * refused with its line and every reason. Memory stays at one line, whatever the file is.
 * Throws FileRefused where the file itself cannot be read on; the rows before that stand.
 */
export async function* readFilings(source: AsyncIterable<Buffer>, checks: Checks): AsyncGenerator<IntakeRow | RefusedRow> {
  for await (const raw of rawRows(source)) yield checkRow(raw, checks)
}
