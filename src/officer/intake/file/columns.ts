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

export const isColumn = (name: string): name is Column => (columns as readonly string[]).includes(name)

/** A file without one of these is not read: its rows could not say enough to be a case with an account. */
export const neededColumns: readonly Column[] = ['form', 'received_on', 'family_name', 'given_name', 'date_of_birth', ...address]

/** Written by the report of refused rows, and passed over when that file is read again. */
export const reportColumns = ['line', 'problem'] as const

export type AddressPrefix = '' | 'representative_'
export type AddressName = (typeof address)[number]
export const addressNames: readonly AddressName[] = address
