import type { MessageKey, Text } from '../../../platform/i18n/text.ts'
import { csvLine } from '../../../platform/csv.ts'
import { columns, reportColumns } from './columns.ts'
import type { RefusedRow, RowFault } from './intake-row.ts'

/** One fault in words, with the column it is in. */
const sentence = (t: Text, { column, code }: RowFault): string =>
  column === '' ? t(`intake.row.${code}` as MessageKey) : `${column}: ${t(`intake.cell.${code}` as MessageKey)}`

export const problemOf = (t: Text, faults: readonly RowFault[]): string => faults.map((fault) => sentence(t, fault)).join(' ')

/** The head of the file of refused rows: those of an intake, with where and why before them. */
export const reportHead = (): string => csvLine([...reportColumns, ...columns])

/** A refused row as it stood, to be corrected and brought again: `line` and `problem` are passed over then. */
export const reportLine = (t: Text, { line, faults, cells }: RefusedRow): string =>
  csvLine([line, problemOf(t, faults), ...columns.map((column) => cells[column] ?? '')])
