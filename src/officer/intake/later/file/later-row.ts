import type { AddressOnPaper, LaterPaperKind, ReturnReason } from '../../../../cases/index.ts'
import type { Cells, RefusedRow } from '../../file/intake-row.ts'
import type { RowFault } from '../../file/faults.ts'
import type { ManifestColumn } from './manifest-columns.ts'

/** What can be wrong with a paper of a list besides what can be with any row. */
export const laterFaultCodes = [
  'file-name',
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-no-pdf',
  'unknown-kind',
  'unknown-use',
  'unknown-reason',
  'not-of-this-kind',
  'unknown-case',
  'received-before-case',
  'returned-before-printed',
] as const
export type LaterFaultCode = (typeof laterFaultCodes)[number]

export interface LaterFault {
  readonly code: LaterFaultCode
  readonly column: ManifestColumn
  readonly values?: Readonly<Record<string, number>>
}

export type ManifestFault = RowFault<ManifestColumn> | LaterFault

/** A paper as a row of a list says it. */
export interface LaterRow {
  readonly line: number
  readonly cells: Cells<ManifestColumn>
  readonly file: string
  readonly receiptNumber: string
  readonly kind: LaterPaperKind
  readonly receivedOn: Temporal.PlainDate
  /** Of a change of address. */
  readonly said: AddressOnPaper | null
  /** Of returned mail. */
  readonly reason: ReturnReason | null
  readonly sticker: string | null
}

/** A paper that is not taken in, with everything that is wrong with it. */
export type RefusedPaper = Omit<RefusedRow<ManifestColumn>, 'faults'> & { readonly faults: readonly ManifestFault[] }

export const isRefusedPaper = (row: LaterRow | RefusedPaper): row is RefusedPaper => 'faults' in row
