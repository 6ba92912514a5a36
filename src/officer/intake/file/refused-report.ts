import { csvLine, type Delimiter } from '../../../platform/csv.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { columns, reportColumns } from './columns.ts'
import { problemOf } from './fault-words.ts'
import type { RefusedRow } from './intake-row.ts'

/** Without it a spreadsheet takes the file for one of its own country's encoding, and saves damaged names. */
const byteOrderMark = '\ufeff'

/** The head of the file of refused rows. `delimiter`: that of the file they were in, which its readers' spreadsheet expects. */
export const reportHead = (delimiter?: Delimiter): string => byteOrderMark + csvLine([...reportColumns, ...columns], delimiter)

/**
 * A refused row as it stood, cell by cell, behind its line and what is wrong with it: to be corrected and read again. Cells
 * stay empty where the row could not be told apart into cells: what they would be is nobody's guess.
 */
export const reportLine = (t: Text, { line, faults, cells }: RefusedRow, delimiter?: Delimiter): string =>
  csvLine([line, problemOf(t, faults), ...columns.map((column) => cells[column] ?? '')], delimiter)
