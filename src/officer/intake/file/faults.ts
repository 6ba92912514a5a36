import type { Column } from './columns.ts'

const ofRow = [
  'row-too-long',
  'too-few-cells',
  'too-many-cells',
  'stray-quote',
  'quote-left-open',
  'line-without-end',
  'not-json',
  'unknown-member',
  'doubled-member',
  'too-many-rows',
] as const

const ofCell = [
  'missing',
  'too-long',
  'not-text',
  'unsafe-characters',
  'number-not-in-quotes',
  'not-a-single-value',
  'nothing-readable',
  'not-a-name',
  'unknown-form',
  'date-order-unknown',
  'date-as-number',
  'date-with-time',
  'not-a-date',
  'no-such-day',
  'day-in-future',
  'day-too-long-ago',
  'born-after-receipt',
  'scientific-notation',
  'not-a-receipt-number',
  'unknown-receipt-prefix',
  'account-number-in-receipt',
  'a-number-in-receipt',
  'repeated-receipt-number',
  'receipt-exists',
  'not-an-account-number',
  'account-digit-lost',
  'account-number-length',
  'account-check-digit',
  'receipt-in-account-number',
  'a-number-in-account-number',
  'account-number-unknown',
  'not-an-a-number',
  'receipt-in-a-number',
  'account-number-in-a-number',
  'not-an-email',
  'unknown-country',
  'not-a-state',
  'wrong-postal-code',
  'postal-zero-lost',
  'not-in-this-country',
  'representative-incomplete',
  'not-yes-or-no',
  'fee-not-cents',
  'fee-too-high',
] as const

const ofFile = [
  'empty',
  'not-text',
  'json-list',
  'no-header',
  'header-too-long',
  'missing-column',
  'unknown-column',
  'doubled-column',
] as const

/** Everything that can be wrong with a row. The codes are kept with refusals and read by machines: they never change. */
export const rowFaultCodes = [...ofRow, ...ofCell] as const
export type RowFaultCode = (typeof rowFaultCodes)[number]

/**
 * One thing that is wrong with a row; `column` is empty where it is the row as a whole. It says the column, the rule and
 * numbers (lines, lengths), never what the cell says: it may stand in a log or in the record.
 */
export interface RowFault<C extends string = Column> {
  readonly code: RowFaultCode
  readonly column: C | ''
  readonly values?: Readonly<Record<string, number>>
}

/** Everything that keeps a file from being read at all. */
export const fileFaultCodes = ofFile
export type FileFaultCode = (typeof fileFaultCodes)[number]

/** Why nothing of a file was read. `column`: its name in the header; empty where it is none of a column's. */
export interface FileFault {
  readonly code: FileFaultCode
  readonly column: string
}
