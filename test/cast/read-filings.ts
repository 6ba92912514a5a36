import assert from 'node:assert/strict'
import { type AgencyPack, loadAgency } from '../../src/agency/index.ts'
import { columns } from '../../src/officer/intake/file/columns.ts'
import type { Cells, IntakeRow, RefusedRow } from '../../src/officer/intake/file/intake-row.ts'
import { type IntakeFile, readIntakeFile } from '../../src/officer/intake/file/read-intake-file.ts'
import { csvLine } from '../../src/platform/csv.ts'

let agency: Promise<AgencyPack> | undefined

/** The demonstration's forms and prefixes, on the day on which every test happens. */
export async function intakeChecks() {
  agency ??= loadAgency('agency/us')
  return { agency: await agency, today: Temporal.PlainDate.from('2026-11-23') }
}

/** A filing with everything on it, correct; each test spoils what it is about. */
export const filing = {
  receipt_number: 'EAC9099100001',
  form: 'i-765',
  received_on: '2026-03-04',
  family_name: 'Example',
  given_name: 'Maria',
  date_of_birth: '1990-02-03',
  a_number: 'A900000001',
  email: 'maria@example.test',
  street: '12 Harbor Street, Apt 3',
  city: 'Albany',
  state: 'NY',
  postal_code: '12210',
  country: 'US',
  online_account_number: '482109375523',
  representative_account_number: '',
  representative_name: 'Example & Example, LLP',
  representative_street: '1 Court Square',
  representative_city: 'Boston',
  representative_state: 'MA',
  representative_postal_code: '02108',
  representative_country: 'US',
  consular: 'no',
  fee_cents: '52000',
} satisfies Cells

export const csvRow = (cells: Cells): string => csvLine(columns.map((column) => cells[column] ?? ''))
export const csvHead = csvLine(columns)

export const piecesOf = (bytes: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size))

async function* arriving(pieces: Iterable<Uint8Array>) {
  yield* pieces
}

export type ReadFile = { fault: Extract<IntakeFile, { ok: false }>['fault'] } | { rows: (IntakeRow | RefusedRow)[] }

/** Reads a whole file that arrives in pieces of so many bytes. */
export async function readFilings(file: string | Buffer, pieceBytes = 65_536): Promise<ReadFile> {
  const opened = await readIntakeFile(arriving(piecesOf(Buffer.from(file), pieceBytes)), await intakeChecks())
  return opened.ok ? { rows: await Array.fromAsync(opened.rows) } : { fault: opened.fault }
}

/** The rows of a file, told short: `2 taken`, or `3 quote-left-open`, `4 form: unknown-form`. */
export async function told(file: string | Buffer, pieceBytes?: number): Promise<string[]> {
  const read = await readFilings(file, pieceBytes)
  if ('fault' in read) return [[read.fault.code, read.fault.column].filter(Boolean).join(' ')]
  return read.rows.map((row) =>
    'faults' in row
      ? `${row.line} ${row.faults.map(({ code, column }) => (column ? `${column}: ${code}` : code)).join(', ')}`
      : `${row.line} taken`,
  )
}

/** Told the same, however the file arrives. */
export async function toldInPieces(file: string | Buffer): Promise<string[]> {
  const whole = await told(file)
  for (const size of [1, 2, 3, 7, 1000]) assert.deepEqual(await told(file, size), whole, `in pieces of ${size}`)
  return whole
}
