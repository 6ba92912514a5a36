import { type Field, right } from '../../../platform/http/field.ts'
import { checkRow, type Checks } from '../file/check-row.ts'
import type { Column } from '../file/columns.ts'
import { type IntakeRow, isRefusedRow } from '../file/intake-row.ts'
import { errorOf } from './fault-at.ts'
import { typedCells } from './typed-cells.ts'

/** The order of the page, which is that of most forms. */
const pageOrder: readonly Column[] = ['form', 'received_on', 'receipt_number', 'fee_cents', 'consular', 'family_name', 'given_name', 'date_of_birth', 'a_number', 'online_account_number', 'email']

const placeOf = (column: Column | '') => (pageOrder as readonly string[]).indexOf(column) + 1 || pageOrder.length + 1

/** What was typed, checked as a row of a file is: a filing, or everything that is wrong, each at its control. */
export const filingField: Field<IntakeRow, { readonly checks: Checks }> = {
  echo: true,
  parse(posted, _name, { checks }) {
    const read = checkRow({ line: 1, cells: typedCells(posted), faults: [] }, checks)
    if (!isRefusedRow(read)) return right(read)
    return { ok: false, errors: read.faults.toSorted((a, b) => placeOf(a.column) - placeOf(b.column)).map(errorOf) }
  },
}
