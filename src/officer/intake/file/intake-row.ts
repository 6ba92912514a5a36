import type { PostalAddress } from '../../../profile/index.ts'

/** One form on paper as a row of a file says it, read and checked. */
export interface IntakeRow {
  /** Where its row begins in the file; the header is line 1. */
  readonly line: number
  /** Null: it has none yet, and one is issued. */
  readonly receiptNumber: string | null
  /** Its code in the agency pack. */
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  readonly person: { readonly familyName: string; readonly givenName: string; readonly dateOfBirth: Temporal.PlainDate }
  /** `A` and nine digits. */
  readonly aNumber: string | null
  readonly email: string | null
  readonly address: PostalAddress
  readonly onlineAccountNumber: string | null
  readonly representative: { readonly name: string; readonly accountNumber: string | null; readonly address: PostalAddress } | null
  readonly consular: boolean
  readonly feeCents: number | null
  /** As the row says it, for the report of a row that its case speaks against. */
  readonly cells: Cells
}

/** The text of a row's cells, by the name of their column, as it stands in the file. */
export type Cells = Readonly<Record<string, string>>

/** What is wrong with a row: in which column (empty: the row as a whole), by its code. */
export interface RowFault {
  readonly column: string
  readonly code: string
}

/** A row that is not taken; `cells` is empty where the row could not be told apart into cells. */
export interface RefusedRow {
  readonly line: number
  readonly faults: readonly RowFault[]
  readonly cells: Cells
}
