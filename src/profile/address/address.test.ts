import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Posted } from '../../platform/http/posted.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { addressField, addressLines, type PostalAddress } from './address.ts'
import { shapeOf } from './country-shapes.ts'
import { countryCodes } from './places.ts'

const posted = (values: Record<string, string>): Posted =>
  new Map(Object.entries(values).map(([name, value]) => [name, [value]]))
const read = (values: Record<string, string>) => addressField.parse(posted(values), 'address', undefined)
const faultsOf = (values: Record<string, string>) => {
  const parsed = read(values)
  return parsed.ok ? [] : parsed.errors.map(({ at }) => at)
}
const linesOf = (values: Record<string, string>) => {
  const parsed = read(values)
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return addressLines(textOf('en', 'UTC'), parsed.value)
}

const street = { street: '12 Harbour Street', city: 'Town' }

test('an address of each country is read, kept and written in the order of its envelopes', () => {
  assert.deepEqual(linesOf({ country: 'US', street: '12 Elm St', unit: 'Apt 3', city: 'Albany', region: 'NY', postalCode: '122100001' }), [
    '12 Elm St', 'Apt 3', 'Albany, NY 12210-0001', 'United States',
  ])
  assert.deepEqual(linesOf({ country: 'MX', street: 'Av. Juárez 4', district: 'Centro', postalCode: '06010', city: 'Ciudad de México', region: 'CDMX' }), [
    'Av. Juárez 4', 'Centro', '06010 Ciudad de México, CDMX', 'Mexico',
  ])
  assert.deepEqual(linesOf({ country: 'DE', street: 'Hafenstraße 1', city: 'Hamburg', postalCode: '20459' }), [
    'Hafenstraße 1', '20459 Hamburg', 'Germany',
  ])
  assert.deepEqual(linesOf({ country: 'GB', inCareOf: 'A. Friend', street: '1 High St', city: 'Leeds', postalCode: 'ls1 4ap' }), [
    'c/o A. Friend', '1 High St', 'Leeds LS1 4AP', 'United Kingdom',
  ])
  assert.deepEqual(linesOf({ country: 'CN', region: '广东省', city: '深圳市', district: '南山区', street: '深南大道1号' }), [
    '广东省 深圳市', '南山区', '深南大道1号', 'China',
  ])
})

for (const [country, code, kept] of [
  ['US', '１２２１０', '12210'],
  ['CA', 'k1a0b1', 'K1A 0B1'],
  ['JP', '1000001', '100-0001'],
  ['BR', '70150900', '70150-900'],
  ['NL', '2511bt', '2511 BT'],
  ['PL', '00–950', '00-950'],
  ['IN', '110 001', '110001'],
] as const)
  test(`a code of ${country} typed as ${code} is kept as ${kept}`, () => {
    const parsed = read({ country, ...street, region: country === 'US' ? 'NY' : 'A', district: 'D', postalCode: code })
    assert.ok(parsed.ok, JSON.stringify(parsed))
    assert.equal((parsed.value as PostalAddress).postalCode, kept)
  })

for (const [what, values, at] of [
  ['no country', { ...street }, ['country']],
  ['a country that is none', { country: 'QQ', ...street }, ['country']],
  ['a state that is none', { country: 'US', ...street, region: 'ZZ', postalCode: '12210' }, ['region']],
  ['a wrong code', { country: 'US', ...street, region: 'NY', postalCode: '1221' }, ['postalCode']],
  ['every missing part', { country: 'US' }, ['street', 'city', 'region', 'postalCode']],
  ['a street too long', { country: 'GH', street: 'x'.repeat(151), city: 'Accra' }, ['street']],
  ['a street of ten thousand characters', { country: 'GH', street: 'x'.repeat(10_000), city: 'Accra' }, ['street']],
  ['a reordering mark', { country: 'GH', street: '1 Ring\u202eRoad', city: 'Accra' }, ['street']],
  ['nothing readable', { country: 'GH', street: '—', city: 'Accra' }, ['street']],
] as const)
  test(`an address with ${what} is refused beside its part`, () => assert.deepEqual(faultsOf(values), at))

test('where a country has no codes none is asked for, and where it has, who has none can still say where they live', () => {
  assert.ok(!shapeOf('GH').order.includes('postalCode'))
  assert.ok(!shapeOf('UG').order.includes('postalCode'))
  assert.deepEqual(faultsOf({ country: 'ET', ...street }), [])
  assert.deepEqual(faultsOf({ country: 'SO', ...street }), [])
})

test('parts that are not the country’s are left behind', () => {
  const parsed = read({ country: 'DE', ...street, region: 'NY', district: 'X', postalCode: '20459' })
  assert.deepEqual(parsed, { ok: true, value: { country: 'DE', ...street, postalCode: '20459' } })
})

test('every country has a shape that asks for no part it does not show, and whose example fits its own rule', () => {
  for (const country of countryCodes) {
    const { order, needed, code, example } = shapeOf(country)
    assert.ok(needed.every((part) => order.includes(part)), country)
    assert.equal(new Set(order).size, order.length, country)
    assert.ok(order.includes('street'), country)
    if (code) assert.match(example, code, country)
    if (code) assert.ok(order.includes('postalCode'), country)
  }
})
