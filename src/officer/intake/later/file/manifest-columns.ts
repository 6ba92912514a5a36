import { type AddressName, addressNames } from '../../file/columns.ts'
import type { FileColumns } from '../../file/read-header.ts'

/** The columns of a list of scanned papers, in the order of its template. */
export const manifestColumns = [
  'file',
  'receipt_number',
  'kind',
  'received_on',
  ...(addressNames as readonly ['street', 'city', 'state', 'postal_code', 'country']),
  'address_use',
  'all_cases',
  'reason',
  'new_address',
] as const

export type ManifestColumn = (typeof manifestColumns)[number] | AddressName

/** What every paper has; the rest is asked of its kind. */
export const ofManifest: FileColumns<ManifestColumn> = {
  columns: manifestColumns,
  needed: ['file', 'receipt_number', 'kind', 'received_on'],
}
