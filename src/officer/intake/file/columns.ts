const address = ['street', 'city', 'state', 'postal_code', 'country'] as const

/** The columns of a file of paper filings, in the order of its template. */
export const columns = [
  'receipt_number',
  'form',
  'received_on',
  'family_name',
  'given_name',
  'date_of_birth',
  'a_number',
  'email',
  ...address,
  'online_account_number',
  'representative_account_number',
  'representative_name',
  ...address.map((part) => `representative_${part}` as const),
  'consular',
  'fee_cents',
] as const

export type Column = (typeof columns)[number]

/** Without these a row says too little to be a case with an account. One of the two names is enough. */
export const neededColumns: readonly Column[] = ['form', 'received_on', 'family_name', 'given_name', 'date_of_birth', ...address]

/** Written by the report of refused rows, and passed over when that file is brought again. */
export const reportColumns = ['line', 'problem'] as const

/** Characters a cell may have, and bytes a line: nothing that stands on a form is longer. */
export const cellCharactersMost = 500
export const lineBytesMost = 64 * 1024

/** The file as a whole cannot be read: nothing of it is taken from there on. `line` is where. */
export class FileRefused extends Error {
  readonly code: 'empty' | 'not-text' | 'no-header' | 'column-missing' | 'column-twice' | 'column-unknown' | 'quote-left-open' | 'header-too-long'
  readonly line: number
  readonly column: string

  constructor(code: FileRefused['code'], { line = 1, column = '' }: { line?: number; column?: string } = {}) {
    super(`file refused: ${code}`)
    this.code = code
    this.line = line
    this.column = column
  }
}

/** A row as it stands in the file, before anybody looks at what it says. */
export interface RawRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** What keeps it from being told apart into cells; null: nothing. */
  readonly fault: 'too-long' | 'wrong-number-of-cells' | 'not-text' | 'not-json' | 'quote' | null
}
