import { csvLine } from '../../../../platform/csv.ts'
import { type ManifestColumn, manifestColumns } from './manifest-columns.ts'

const examples: readonly Partial<Record<ManifestColumn, string>>[] = [
  { file: 'answer.pdf', receipt_number: 'IOE0912345678', kind: 'answer', received_on: '2026-03-02' },
  {
    ...{ file: 'address.pdf', receipt_number: 'IOE0912345678', kind: 'address', received_on: '2026-03-02' },
    ...{ street: '12 Harbor Street', city: 'Springfield', state: 'IL', postal_code: '62701', country: 'US', address_use: 'home', all_cases: 'no' },
  },
  { file: 'envelope.pdf', receipt_number: 'IOE0912345678', kind: 'returned-mail', received_on: '2026-03-02', reason: 'moved' },
]

/** A list with its header and a paper of each kind that says more than a day, to be filled in. */
export const manifestTemplate = (): string =>
  csvLine(manifestColumns) + examples.map((example) => csvLine(manifestColumns.map((column) => example[column] ?? ''))).join('')
