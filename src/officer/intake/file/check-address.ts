import { addressField, type AddressPart, type PostalAddress, shapeOf } from '../../../profile/index.ts'
import type { FieldError } from '../../../platform/http/field.ts'
import type { CellsOf } from './cell-reader.ts'
import { type AddressName, type AddressPrefix, addressNames } from './columns.ts'
import type { RowFault, RowFaultCode } from './faults.ts'

const partOf: Readonly<Record<Exclude<AddressName, 'country'>, AddressPart>> = {
  street: 'street', city: 'city', state: 'region', postal_code: 'postalCode',
}
const nameOf: Readonly<Record<string, AddressName>> = { country: 'country', street: 'street', city: 'city', region: 'state', postalCode: 'postal_code' }

/** Whether the code is one of the country once the zeros are back that a spreadsheet took from its front. */
function hasLostZeros(country: string, text: string): boolean {
  const { code } = shapeOf(country)
  return /^\d/.test(text) && code !== null && ['0', '00'].some((zeros) => code.test(zeros + text))
}

/** What the profile's error means for a cell; where nothing stands, that is what is wrong. */
function faultOf({ at, key, values }: FieldError, text: string, country: string, missing: RowFaultCode): Omit<RowFault, 'column'> {
  if (key === 'platform.field.too-long') return { code: 'too-long', values: { most: Number(values?.most) } }
  if (key === 'contact.address.nothing-readable') return { code: 'nothing-readable' }
  if (text === '') return { code: missing }
  if (at === 'country') return { code: 'unknown-country' }
  if (at === 'region') return { code: 'not-a-state' }
  return { code: hasLostZeros(country, text) ? 'postal-zero-lost' : 'wrong-postal-code' }
}

/**
 * An address in the shape of its country, as the profile keeps one. A cell for a part that addresses there do not have is
 * refused and not dropped: it may be what the letter needs.
 * @param missing how an empty cell is told that post needs
 */
export function readAddress<P extends AddressPrefix>(reader: CellsOf<`${P}${AddressName}`>, prefix: P, missing: RowFaultCode): PostalAddress | null {
  const column = (name: AddressName): `${P}${AddressName}` => `${prefix}${name}`
  const text = (name: AddressName) => reader.text(column(name))
  const country = text('country').toUpperCase()
  const parts = { country, street: text('street'), city: text('city'), region: country === 'US' ? text('state').toUpperCase() : text('state'), postalCode: text('postal_code') }
  const read = addressField.parse(new Map(Object.entries(parts).map(([part, typed]) => [part, [typed]])), 'address', undefined)
  if (!read.ok) {
    for (const error of read.errors) {
      const name = nameOf[error.at] ?? 'street'
      const { code, values } = faultOf(error, text(name), country, missing)
      reader.fault(column(name), code, values)
    }
    if (read.errors.some(({ at }) => at === 'country')) return null
  }
  const { order } = shapeOf(country)
  for (const name of addressNames) {
    if (name !== 'country' && !order.includes(partOf[name]) && reader.has(column(name))) reader.fault(column(name), 'not-in-this-country')
  }
  return read.ok ? read.value : null
}
