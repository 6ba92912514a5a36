import type { Address } from '../answer.ts'
import { cleanLine } from '../clean.ts'
import type { Control, FieldValues, Kind, Mistake, Posted, SummaryLine } from '../kind.ts'
import { kept } from '../kind.ts'
import { listOf, listOption } from '../lists.ts'
import type { AddressQuestion } from '../question.ts'
import { addressControls, lengths, type AddressPart, type TypedPart } from './address-controls.ts'
import { textErrors, uncleanMistake } from './text.ts'

type Typed = { [part in AddressPart]: string }

const typedParts = Object.keys(lengths) as TypedPart[]

function typed(id: string, posted: Posted, mistakes: Mistake[]): Typed {
  const read = (part: TypedPart): string => {
    const cleaned = cleanLine(posted[`${id}.${part}`], lengths[part])
    if (cleaned.ok) return cleaned.text
    mistakes.push(uncleanMistake(`${id}.${part}`, cleaned.why, lengths[part]))
    return ''
  }
  const pick = (part: 'unitType' | 'state' | 'country', list: Parameters<typeof listOf>[0]): string => {
    const value = posted[`${id}.${part}`]
    if (value === undefined || value === null || value === '') return ''
    if (typeof value === 'string' && listOf(list).includes(value)) return value
    mistakes.push({ field: `${id}.${part}`, key: 'filing.error.not-an-option' })
    return ''
  }
  const texts = Object.fromEntries(typedParts.map((part) => [part, read(part)])) as Record<TypedPart, string>
  return {
    ...texts,
    unitType: pick('unitType', 'unit-types'),
    state: pick('state', 'us-states'),
    country: pick('country', 'countries'),
  }
}

/** What an address in this country must have, and each part's error when it is missing. */
function missing(id: string, address: Typed): Mistake[] {
  const domestic = address.country === 'US'
  const needed = [
    ['country', 'filing.error.country-missing'],
    ['street', 'filing.error.street-missing'],
    ['city', 'filing.error.city-missing'],
    ...(domestic
      ? ([
          ['state', 'filing.error.state-missing'],
          ['zipCode', 'filing.error.zip-code-missing'],
        ] as const)
      : []),
  ] as const
  const mistakes: Mistake[] = needed.flatMap(([part, key]) =>
    address[part] === '' ? [{ field: `${id}.${part}`, key }] : [],
  )
  if (domestic && address.zipCode !== '' && !/^\d{5}(-?\d{4})?$/.test(address.zipCode)) {
    mistakes.push({ field: `${id}.zipCode`, key: 'filing.error.not-a-zip-code' })
  }
  if (address.unitType !== '' && address.unitNumber === '') {
    mistakes.push({ field: `${id}.unitNumber`, key: 'filing.error.unit-number-missing' })
  }
  return mistakes
}

/** Only what belongs to the country: the parts of the other sort of address are left behind. */
function keptAddress({ country, state, zipCode, province, postalCode, ...rest }: Typed): Address {
  const local =
    country === 'US' ? { state, zipCode: zipCode.replace(/^(\d{5})-?(\d{4})$/, '$1-$2') } : { province, postalCode }
  const filled = Object.entries({ ...rest, ...local, country }).filter(([, text]) => text !== '')
  return Object.fromEntries(filled) as Address
}

const joined = (...parts: (string | undefined)[]): SummaryLine[] => {
  const text = parts.filter((part) => part !== undefined && part !== '').join(' ')
  return text === '' ? [] : [{ plain: text }]
}

function addressLines(address: Address): SummaryLine[] {
  const { street, unitType, unitNumber, city, state, zipCode, province, postalCode, country } = address
  const unit: SummaryLine[] = unitType
    ? [{ wording: { product: `filing.summary.unit.${unitType as 'apt'}` }, values: { number: unitNumber ?? '' } }]
    : joined(unitNumber)
  const place = state ? joined(`${city}, ${state}`, zipCode) : joined(city, province, postalCode)
  return [
    ...joined(address.inCareOf),
    ...joined(street),
    ...unit,
    ...place,
    ...(country === 'US' ? [] : [{ wording: listOption('countries', country).label }]),
  ]
}

export const address: Kind<AddressQuestion, Address> = {
  sealed: true,
  needed: 'filing.error.needed-address',
  errors: [
    ...textErrors,
    'filing.error.not-an-option',
    'filing.error.country-missing',
    'filing.error.street-missing',
    'filing.error.city-missing',
    'filing.error.state-missing',
    'filing.error.zip-code-missing',
    'filing.error.not-a-zip-code',
    'filing.error.unit-number-missing',
  ],
  firstField: ({ id }) => `${id}.street`,
  parse: (question, posted) => {
    const mistakes: Mistake[] = []
    const found = typed(question.id, posted, mistakes)
    const read = question.domestic ? { ...found, country: 'US' } : found
    if (mistakes.length > 0) return { ok: false, mistakes }
    const { country, unitType, ...written } = read
    if (Object.values(written).every((text) => text === '')) return kept<Address>(undefined)
    const faults = missing(question.id, read)
    return faults.length > 0 ? { ok: false, mistakes: faults } : kept(keptAddress(read))
  },
  // A domestic address has no control for the country: it is not posted, only kept.
  posted: ({ id, domestic }, answer): FieldValues =>
    Object.fromEntries(
      Object.entries(answer)
        .filter(([part]) => !(domestic && part === 'country'))
        .map(([part, text]) => [`${id}.${part}`, String(text)]),
    ),
  controls: (question): readonly Control[] => addressControls(question),
  lines: (_, answer) => addressLines(answer),
}
