import { parseReceiptNumber } from '../../../cases/index.ts'
import { checkRow, type Checks } from './check-row.ts'
import { csvRows, type Header } from './csv-rows.ts'
import { type FirstLine, firstLineOf } from './first-line.ts'
import type { FileFault, RowFault } from './faults.ts'
import { type IntakeRow, isRefusedRow, type RefusedRow } from './intake-row.ts'
import { jsonRows } from './json-rows.ts'
import { rowCharactersMost, rowsMost } from './limits.ts'
import { type RawRow, refusedWhole, type RowReader } from './raw-row.ts'
import { readHeader } from './read-header.ts'
import { receiptsSeen } from './receipts-seen.ts'
import { textOfBytes } from './text-of-bytes.ts'

export type IntakeFile =
  | { readonly ok: true; readonly delimiter: Header['delimiter']; readonly rows: AsyncGenerator<IntakeRow | RefusedRow> }
  | { readonly ok: false; readonly fault: FileFault }

type Opened = { readonly delimiter: Header['delimiter']; readonly reader: RowReader; readonly begins: string }

function open({ line, after, hasEnd }: FirstLine): Opened | FileFault {
  const first = line.trimStart().charAt(0)
  if (!hasEnd && line === '') return { code: 'empty', column: '' }
  if (first === '[') return { code: 'json-list', column: '' }
  if (first === '{') return { delimiter: ',', reader: jsonRows(1), begins: hasEnd ? `${line}\n${after}` : line }
  if (line.length > rowCharactersMost) return { code: 'header-too-long', column: '' }
  const header = readHeader(line)
  return 'code' in header ? header : { delimiter: header.delimiter, reader: csvRows(header, 2), begins: after }
}

/** A refused row may still say which case it is about. */
function receiptNumberOf(row: IntakeRow | RefusedRow, { agency }: Checks): string | null {
  if (!isRefusedRow(row)) return row.receiptNumber
  const read = parseReceiptNumber(row.cells.receipt_number?.trim() ?? '', agency.receipts.prefixes)
  return read.ok ? read.number : null
}

/** A cell is a window on the piece of the file it was read from: whoever keeps a refused row would keep that piece, too. */
const apart = (row: RefusedRow): RefusedRow => ({ ...row, cells: JSON.parse(JSON.stringify(row.cells)) })

/** Checks each row by itself, and its receipt number against the rows before it, whatever became of those. */
function checkerOf(checks: Checks): (raw: RawRow) => IntakeRow | RefusedRow {
  const seen = receiptsSeen()
  let rows = 0
  return (raw) => {
    rows += 1
    if (rows > rowsMost) return refusedWhole(raw.line, { code: 'too-many-rows', values: { most: rowsMost } })
    const checked = checkRow(raw, checks)
    const row = isRefusedRow(checked) ? apart(checked) : checked
    const number = receiptNumberOf(row, checks)
    const first = number === null ? null : seen.first(number, row.line)
    if (first === null) return row
    const repeated: RowFault = { code: 'repeated-receipt-number', column: 'receipt_number', values: { first } }
    return { line: row.line, cells: row.cells, faults: isRefusedRow(row) ? [...row.faults, repeated] : [repeated] }
  }
}

async function* rowsOf(texts: AsyncGenerator<string>, { reader, begins }: Opened, checks: Checks): AsyncGenerator<IntakeRow | RefusedRow> {
  const check = checkerOf(checks)
  for (const raw of reader.push(begins)) yield check(raw)
  for await (const text of texts) for (const raw of reader.push(text)) yield check(raw)
  for (const raw of reader.end()) yield check(raw)
}

/**
 * Opens a file of paper filings: CSV under a header or JSON lines, told apart by how it begins. Its rows come one by one,
 * each a filing or refused with its line and every reason, in memory that does not grow with the file (but see
 * `receiptsSeen`). Nothing that the bytes say makes it throw; what the source throws goes through.
 */
export async function readIntakeFile(source: AsyncIterable<Uint8Array>, checks: Checks): Promise<IntakeFile> {
  const texts = textOfBytes(source)
  const opened = open(await firstLineOf(texts))
  if ('reader' in opened) return { ok: true, delimiter: opened.delimiter, rows: rowsOf(texts, opened, checks) }
  await texts.return(undefined)
  return { ok: false, fault: opened }
}
