import type { IntakeRow } from '../../src/officer/intake/file/intake-row.ts'

/** A form on paper of Maria's, as a row says it; `about` changes what a test is about. */
export const paperRow = (about: Partial<IntakeRow> = {}): IntakeRow => ({
  line: 2,
  receiptNumber: 'IOE9012345677',
  form: 'i-90',
  receivedOn: Temporal.PlainDate.from('2026-02-20'),
  person: { familyName: 'Lopez', givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') },
  aNumber: null,
  email: null,
  address: { country: 'US', street: '12 Harbor Street', city: 'Springfield', region: 'IL', postalCode: '62701' },
  onlineAccountNumber: null,
  representative: null,
  consular: false,
  feeCents: 46_500,
  cells: {},
  ...about,
})
