import { csvLine } from '../../../platform/csv.ts'
import { columns } from './columns.ts'
import type { Cells } from './intake-row.ts'

/** Maria of the demonstration, who filed on paper. */
const example: Cells = {
  form: 'i-90',
  received_on: '2026-03-02',
  family_name: 'Lopez',
  given_name: 'Maria',
  date_of_birth: '1985-06-14',
  street: '12 Harbor Street',
  city: 'Springfield',
  state: 'IL',
  postal_code: '62701',
  country: 'US',
  consular: 'no',
  fee_cents: '46500',
}

/** A file with the header and one filing, to be filled in. */
export const template = (): string => csvLine(columns) + csvLine(columns.map((column) => example[column] ?? ''))
