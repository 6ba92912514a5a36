import type { Control } from '../kind.ts'
import { labelOf } from '../kind.ts'
import { listOptions } from '../lists.ts'
import type { AddressQuestion, ListName } from '../question.ts'

/** The longest text of each typed part of an address, in UTF-16 units. */
export const lengths = {
  inCareOf: 100,
  street: 150,
  unitNumber: 20,
  district: 80,
  city: 80,
  zipCode: 10,
  province: 80,
  postalCode: 20,
} as const

export type TypedPart = keyof typeof lengths
export type AddressPart = TypedPart | 'unitType' | 'state' | 'country'

const autocomplete: Partial<Record<AddressPart, string>> = {
  street: 'address-line1',
  unitNumber: 'address-line2',
  city: 'address-level2',
  state: 'address-level1',
  zipCode: 'postal-code',
  country: 'country',
}

const lists: Partial<Record<AddressPart, ListName>> = {
  unitType: 'unit-types',
  state: 'us-states',
  country: 'countries',
}

/** Not every country has one: which must be there is decided by the country. */
const ofSomeCountries: readonly AddressPart[] = ['district', 'province', 'postalCode']

const widths: Partial<Record<AddressPart, number>> = { unitNumber: 6, zipCode: 10, postalCode: 12 }

function partsOf({ domestic, inCareOf }: AddressQuestion): readonly AddressPart[] {
  const care: AddressPart[] = inCareOf ? ['inCareOf'] : []
  const street: AddressPart[] = ['street', 'unitType', 'unitNumber']
  if (domestic) return [...care, ...street, 'city', 'state', 'zipCode']
  return [...care, 'country', ...street, 'district', 'city', 'state', 'zipCode', 'province', 'postalCode']
}

const domesticParts: readonly AddressPart[] = ['state', 'zipCode']
const foreignParts: readonly AddressPart[] = ['district', 'province', 'postalCode']
const mayBeEmpty: readonly AddressPart[] = ['inCareOf', 'unitType', 'unitNumber']

function controlOf(question: AddressQuestion, part: AddressPart): Control {
  const list = lists[part]
  const fill = question.own ? autocomplete[part] : 'off'
  const width = widths[part]
  const bound = domesticParts.includes(part) || foreignParts.includes(part)
  return {
    name: `${question.id}.${part}`,
    type: list ? 'select' : 'text',
    label: { ...labelOf(question, part), product: `filing.address.${part}` },
    ...(list ? { options: listOptions(list) } : { lengthMax: lengths[part as TypedPart] }),
    ...(ofSomeCountries.includes(part) ? { hint: { product: 'filing.hint.of-some-countries' } } : {}),
    ...(question.optional || mayBeEmpty.includes(part) ? { optional: true } : {}),
    ...(fill ? { autocomplete: fill } : {}),
    ...(width ? { width } : {}),
    ...(bound && !question.domestic
      ? { domesticOnly: { of: `${question.id}.country`, is: domesticParts.includes(part) } }
      : {}),
  }
}

/** The controls of an address, the country first where there is a choice of it. */
export const addressControls = (question: AddressQuestion): readonly Control[] =>
  partsOf(question).map((part) => controlOf(question, part))
