/** Maria's form on paper as it is typed in the office, by the names of the controls; `about` changes what a test is about. */
export const typedForm = (about: Record<string, string> = {}): Record<string, string> => ({
  form: 'i-90',
  'received_on-month': '2',
  'received_on-day': '20',
  'received_on-year': '2026',
  receipt_number: '',
  fee_cents: '465.00',
  family_name: 'Lopez',
  given_name: 'Maria',
  'date_of_birth-month': '6',
  'date_of_birth-day': '14',
  'date_of_birth-year': '1985',
  country: 'US',
  street: '12 Harbor Street',
  city: 'Springfield',
  state: 'IL',
  postal_code: '62701',
  ...about,
})

/** Their representative, as the form names them. */
export const typedRepresentative = {
  representative_name: 'Rosa Representative',
  representative_country: 'US',
  representative_street: '9 Court Square',
  representative_city: 'Springfield',
  representative_state: 'IL',
  representative_postal_code: '62701',
}
