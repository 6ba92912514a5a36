import type { PostalAddress } from '../../../profile/index.ts'
import type { Column } from './columns.ts'
import type { RowFault } from './faults.ts'

/** What a row says, cell by cell as it stands in the file; cells without text are left out. */
export type Cells<C extends string = Column> = Readonly<Partial<Record<C, string>>>

/** One form on paper as a row of a file says it, read and checked. */
export interface IntakeRow {
  /** Where the row begins in the file; the header is line 1. */
  readonly line: number
  /** Null: it has none yet, and one is issued. */
  readonly receiptNumber: string | null
  /** Its code in the agency pack. */
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  /** Who has one name only has it as family name; the other is empty. */
  readonly person: { readonly familyName: string; readonly givenName: string; readonly dateOfBirth: Temporal.PlainDate }
  /** `A` and nine digits. */
  readonly aNumber: string | null
  readonly email: string | null
  readonly address: PostalAddress
  /** 12 digits whose check digit fits; whether it is anybody's, the file cannot say. */
  readonly onlineAccountNumber: string | null
  readonly representative: { readonly name: string; readonly accountNumber: string | null; readonly address: PostalAddress } | null
  readonly consular: boolean
  readonly feeCents: number | null
  /** For the report, where something else than the file speaks against the row. */
  readonly cells: Cells
}

/** A row of which nothing is taken. `cells` is empty where it could not be told apart into cells. */
export interface RefusedRow<C extends string = Column> {
  readonly line: number
  readonly faults: readonly RowFault<C>[]
  readonly cells: Cells<C>
}

export const isRefusedRow = (row: IntakeRow | RefusedRow): row is RefusedRow => 'faults' in row
