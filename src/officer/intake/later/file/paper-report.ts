import { csvLine, type Delimiter } from '../../../../platform/csv.ts'
import type { Text } from '../../../../platform/i18n/text.ts'
import { reportColumns } from '../../file/columns.ts'
import { problemOf } from '../../file/fault-words.ts'
import type { RowFault } from '../../file/faults.ts'
import { type LaterFault, laterFaultCodes, type ManifestFault, type RefusedPaper } from './later-row.ts'
import { type ManifestColumn, manifestColumns } from './manifest-columns.ts'

const isOwn = (fault: ManifestFault): fault is LaterFault => (laterFaultCodes as readonly string[]).includes(fault.code)

const words = (t: Text, fault: ManifestFault): string =>
  isOwn(fault) ? `${fault.column}: ${t(`later-file.fault.${fault.code}`, fault.values)}` : problemOf(t, [fault as RowFault<ManifestColumn>])

/** Everything that is wrong with a paper, and what to do about it. */
export const paperProblem = (t: Text, faults: readonly ManifestFault[]): string => faults.map((fault) => words(t, fault)).join(' ')

const byteOrderMark = '\ufeff'

/** The head of the list of papers that were not taken in: laid beside the papers as `manifest.csv`, it is read again. */
export const paperReportHead = (delimiter?: Delimiter): string => byteOrderMark + csvLine([...reportColumns, ...manifestColumns], delimiter)

export const paperReportLine = (t: Text, { line, faults, cells }: RefusedPaper, delimiter?: Delimiter): string =>
  csvLine([line, paperProblem(t, faults), ...manifestColumns.map((column) => cells[column] ?? '')], delimiter)
