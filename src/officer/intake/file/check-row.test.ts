import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { filing, intakeChecks } from '../../../../test/cast/read-filings.ts'
import { checkRow } from './check-row.ts'
import type { Column } from './columns.ts'
import type { Cells } from './intake-row.ts'

const checks = await intakeChecks()
const check = (cells: Cells) => checkRow({ line: 2, cells, faults: [] }, checks)
const faultsOf = (cells: Cells) => {
  const row = check({ ...filing, ...cells })
  return 'faults' in row ? row.faults.map(({ code, column }) => `${column}: ${code}`) : []
}
const taken = (cells: Cells) => {
  const row = check({ ...filing, ...cells })
  assert.ok(!('faults' in row), JSON.stringify(row))
  return row
}

const refused: readonly (readonly [Column, string, code: string])[] = [
  ['form', '', 'missing'],
  ['form', 'i-9', 'unknown-form'],
  ['form', 'I 765', 'unknown-form'],
  ['family_name', '', 'missing'],
  ['family_name', '45231', 'not-a-name'],
  ['given_name', '=HYPERLINK("x")', 'not-a-name'],
  ['given_name', 'MarÃ­a©', 'not-a-name'],
  ['given_name', 'x'.repeat(101), 'too-long'],
  ['received_on', '', 'missing'],
  ['received_on', '2026-11-24', 'day-in-future'],
  ['received_on', '1899-12-31', 'day-too-long-ago'],
  ['received_on', '2026-02-29', 'no-such-day'],
  ['received_on', '2026-13-01', 'no-such-day'],
  ['received_on', '03/04/2026', 'date-order-unknown'],
  ['received_on', '13/04/2026', 'date-order-unknown'],
  ['received_on', '3/4/26', 'date-order-unknown'],
  ['received_on', '4.3.2026', 'date-order-unknown'],
  ['received_on', '04-03-2026', 'date-order-unknown'],
  ['received_on', '45231', 'date-as-number'],
  ['received_on', '45231.5', 'date-as-number'],
  ['received_on', '2026-03-04 00:00:00', 'date-with-time'],
  ['received_on', '2026-03-04T00:00:00Z', 'date-with-time'],
  ['received_on', '2026/03/04', 'not-a-date'],
  ['received_on', '20260304', 'not-a-date'],
  ['received_on', '4-Mar-26', 'not-a-date'],
  ['received_on', '+002026-03-04', 'not-a-date'],
  ['received_on', '２０２６-03-04', 'not-a-date'],
  ['date_of_birth', '', 'missing'],
  ['date_of_birth', '2027-01-01', 'day-in-future'],
  ['date_of_birth', '2026-03-05', 'born-after-receipt'],
  ['date_of_birth', '1901-03-03', 'day-too-long-ago'],
  ['date_of_birth', '2/3/1990', 'date-order-unknown'],
  ['date_of_birth', '32907', 'date-as-number'],
  ['date_of_birth', '366', 'date-as-number'],
  ['receipt_number', 'EAC909910000', 'not-a-receipt-number'],
  ['receipt_number', 'QQQ9099100001', 'unknown-receipt-prefix'],
  ['receipt_number', '4821 0937 5523', 'account-number-in-receipt'],
  ['receipt_number', 'A900000001', 'a-number-in-receipt'],
  ['receipt_number', '9.0991E+09', 'scientific-notation'],
  ['online_account_number', '482109375524', 'account-check-digit'],
  ['online_account_number', '482109735523', 'account-check-digit'],
  ['online_account_number', '082109375523', 'account-check-digit'],
  ['online_account_number', '48210937552', 'account-digit-lost'],
  ['online_account_number', '4821093755', 'account-number-length'],
  ['online_account_number', '4821093755230', 'account-number-length'],
  ['online_account_number', '4.82109E+11', 'scientific-notation'],
  ['online_account_number', '1.23457E+11', 'scientific-notation'],
  ['online_account_number', '4,82109E+11', 'scientific-notation'],
  ['online_account_number', '4E+11', 'scientific-notation'],
  ['online_account_number', 'EAC9099100001', 'receipt-in-account-number'],
  ['online_account_number', 'A900000001', 'a-number-in-account-number'],
  ['online_account_number', 'none', 'not-an-account-number'],
  ['representative_account_number', '482109375524', 'account-check-digit'],
  ['a_number', 'A12', 'not-an-a-number'],
  ['a_number', 'EAC9099100001', 'receipt-in-a-number'],
  ['a_number', '482109375523', 'account-number-in-a-number'],
  ['a_number', '9E+08', 'scientific-notation'],
  ['email', 'maria@', 'not-an-email'],
  ['email', `${'x'.repeat(250)}@example.test`, 'not-an-email'],
  ['email', 'x'.repeat(601), 'too-long'],
  ['street', '', 'missing'],
  ['street', '—', 'nothing-readable'],
  ['street', 'x'.repeat(151), 'too-long'],
  ['street', `${'e'}${'\u0301'.repeat(599)}`, 'too-long'],
  ['country', '', 'missing'],
  ['country', 'USA', 'unknown-country'],
  ['country', 'QQ', 'unknown-country'],
  ['state', '', 'missing'],
  ['state', 'New York', 'not-a-state'],
  ['postal_code', '', 'missing'],
  ['postal_code', '2108', 'postal-zero-lost'],
  ['postal_code', '601', 'postal-zero-lost'],
  ['postal_code', '2108-1234', 'postal-zero-lost'],
  ['postal_code', '122', 'postal-zero-lost'],
  ['postal_code', '12', 'wrong-postal-code'],
  ['postal_code', '122100', 'wrong-postal-code'],
  ['representative_name', '', 'representative-incomplete'],
  ['representative_name', '12', 'nothing-readable'],
  ['representative_name', 'x'.repeat(151), 'too-long'],
  ['representative_country', '', 'representative-incomplete'],
  ['representative_street', '', 'representative-incomplete'],
  ['representative_postal_code', '2108', 'postal-zero-lost'],
  ['consular', 'maybe', 'not-yes-or-no'],
  ['consular', 'TRUE', 'not-yes-or-no'],
  ['consular', '1', 'not-yes-or-no'],
  ['fee_cents', '$520.00', 'fee-not-cents'],
  ['fee_cents', '520.00', 'fee-not-cents'],
  ['fee_cents', '52,000', 'fee-not-cents'],
  ['fee_cents', '-1', 'fee-not-cents'],
  ['fee_cents', '5.2E+04', 'scientific-notation'],
  ['fee_cents', '100000001', 'fee-too-high'],
]

describe('a row of paper filings', () => {
  it('with everything on it is a filing', () => {
    const { cells: _cells, ...row } = taken({})
    assert.deepEqual(JSON.parse(JSON.stringify(row)), {
      line: 2,
      receiptNumber: 'EAC9099100001',
      form: 'i-765',
      receivedOn: '2026-03-04',
      person: { familyName: 'Example', givenName: 'Maria', dateOfBirth: '1990-02-03' },
      aNumber: 'A900000001',
      email: 'maria@example.test',
      address: { country: 'US', street: '12 Harbor Street, Apt 3', city: 'Albany', region: 'NY', postalCode: '12210' },
      onlineAccountNumber: '482109375523',
      representative: { name: 'Example & Example, LLP', accountNumber: null, address: { country: 'US', street: '1 Court Square', city: 'Boston', region: 'MA', postalCode: '02108' } },
      consular: false,
      feeCents: 52000,
    })
  })

  for (const [column, text, code] of refused) {
    it(`with ${column} “${text.slice(0, 30)}” is refused: ${code}`, () => assert.deepEqual(faultsOf({ [column]: text }), [`${column}: ${code}`]))
  }

  it('has every fault told at once, one for each column', () => {
    assert.deepEqual(faultsOf({ form: 'x', received_on: '3/4/2026', date_of_birth: '', postal_code: '2108', consular: 'x', fee_cents: 'x' }), [
      'form: unknown-form', 'received_on: date-order-unknown', 'date_of_birth: missing', 'postal_code: postal-zero-lost', 'consular: not-yes-or-no', 'fee_cents: fee-not-cents',
    ])
  })

  it('never has what a cell says in its faults', () => {
    const row = check({ ...filing, receipt_number: '', email: 'secret-1', date_of_birth: 'secret-2', street: 'secret-3'.repeat(90), online_account_number: 'secret-4' })
    assert.ok('faults' in row && row.faults.length === 4)
    assert.doesNotMatch(JSON.stringify(row.faults), /secret/)
  })

  it('may lack what only some filings have', () => {
    const { receiptNumber, aNumber, email, onlineAccountNumber, consular, feeCents, representative } = taken(
      Object.fromEntries(Object.keys(filing).filter((name) => /representative|receipt|a_number|email|account|consular|fee/.test(name)).map((name) => [name, ''])),
    )
    assert.deepEqual([receiptNumber, aNumber, email, onlineAccountNumber, feeCents, representative, consular], [null, null, null, null, null, null, false])
  })

  it('takes a person with one name, and only as family name', () => {
    assert.deepEqual(taken({ given_name: '' }).person.givenName, '')
    assert.deepEqual(faultsOf({ family_name: '', given_name: 'Maria' }), ['family_name: missing'])
  })

  it('takes a day of birth on the day received, and one 125 years before it', () => {
    taken({ date_of_birth: '2026-03-04' })
    taken({ date_of_birth: '1901-03-04' })
    taken({ received_on: '2026-11-23' })
    taken({ received_on: '1900-01-01', date_of_birth: '1880-01-01' })
  })

  it('reads numbers, codes and names as they are written by hand', () => {
    const row = taken({ receipt_number: ' ioe-9012 345 677 ', form: 'N-400', online_account_number: '4821-0937-5523', a_number: '12 345 678', state: 'ny', country: 'us', consular: 'YES', email: 'Maria@Example.test', family_name: 'de  la\nCruz' })
    assert.deepEqual(
      [row.receiptNumber, row.form, row.onlineAccountNumber, row.aNumber, row.address.region, row.consular, row.email, row.person.familyName],
      ['IOE9012345677', 'n-400', '482109375523', 'A012345678', 'NY', true, 'maria@example.test', 'de la Cruz'],
    )
  })

  it('has its address in the shape of its country, and nothing that is given is dropped', () => {
    assert.deepEqual(taken({ country: 'DE', street: 'Hafenstraße 1', city: 'Hamburg', state: '', postal_code: '20459' }).address, { country: 'DE', street: 'Hafenstraße 1', city: 'Hamburg', postalCode: '20459' })
    assert.deepEqual(faultsOf({ country: 'DE', city: 'Hamburg', state: 'HH', postal_code: '20459' }), ['state: not-in-this-country'])
    assert.deepEqual(faultsOf({ country: 'DE', city: 'Dresden', state: '', postal_code: '1067' }), ['postal_code: postal-zero-lost'])
    assert.deepEqual(faultsOf({ country: 'SG', city: 'Singapore', state: '', postal_code: '018956' }), ['city: not-in-this-country'])
    assert.deepEqual(faultsOf({ country: 'GH', city: 'Accra', state: '', postal_code: '00233' }), ['postal_code: not-in-this-country'])
  })
})
