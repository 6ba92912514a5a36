import type { Address } from '../answer.ts'
import { cleanLine } from '../clean.ts'
import type { Control, ErrorKey, FieldValues, Kind, Mistake, Posted, SummaryLine } from '../kind.ts'
import { kept } from '../kind.ts'
import { type AddressPart as AddressPartOfShape, type CountryShape, shapeOf, tidyCode } from '../../../profile/index.ts'
import { listOf, listOption } from '../lists.ts'
import type { AddressQuestion } from '../question.ts'
import { addressControls, lengths, type AddressPart, type TypedPart } from './address-controls.ts'
import { textErrors, uncleanMistake } from './text.ts'

type Typed = { [part in AddressPart]: string }

/** Before a country is chosen: what every address has. */
const anywhere: Pick<CountryShape, 'needed' | 'code' | 'example'> = { needed: ['street', 'city'], code: null, example: '' }

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

/** The control of a part of a country's shape. */
const controlOf = (part: AddressPartOfShape, country: string): AddressPart => {
  if (part === 'unit') return 'unitNumber'
  if (part === 'region') return country === 'US' ? 'state' : 'province'
  return part === 'postalCode' && country === 'US' ? 'zipCode' : part
}

const missingKeys = {
  street: 'filing.error.street-missing',
  city: 'filing.error.city-missing',
  state: 'filing.error.state-missing',
  zipCode: 'filing.error.zip-code-missing',
  province: 'filing.error.province-missing',
  postalCode: 'filing.error.postal-code-missing',
} as const satisfies Partial<Record<AddressPart, ErrorKey>>

const isNeeded = (part: AddressPart): part is keyof typeof missingKeys => Object.hasOwn(missingKeys, part)

/**
 * What an address in this country must have (without one: what every address has), and what is wrong with its parts. Of an
 * address abroad that is not the person's own, such as an employer's years ago, they may not know region and code.
 */
function faultsIn({ id, own }: AddressQuestion, address: Typed): Mistake[] {
  const { country } = address
  const mayBeUnknown = (part: AddressPartOfShape) => country !== 'US' && !own && (part === 'region' || part === 'postalCode')
  const { needed, code, example } = country === '' ? anywhere : shapeOf(country)
  const missing = needed.filter((part) => !mayBeUnknown(part)).map((part) => controlOf(part, country)).filter((part) => isNeeded(part) && address[part] === '')
  const mistakes: Mistake[] = country === '' ? [{ field: `${id}.country`, key: 'filing.error.country-missing' }] : []
  mistakes.push(...missing.filter(isNeeded).map((part) => ({ field: `${id}.${part}`, key: missingKeys[part] })))
  if (country === 'US' && address.zipCode !== '' && !/^\d{5}(-?\d{4})?$/.test(address.zipCode)) {
    mistakes.push({ field: `${id}.zipCode`, key: 'filing.error.not-a-zip-code' })
  }
  if (country !== 'US' && code && address.postalCode !== '' && !code.test(tidyCode(country, address.postalCode))) {
    mistakes.push({ field: `${id}.postalCode`, key: 'filing.error.not-a-postal-code', values: { example } })
  }
  if (address.unitType !== '' && address.unitNumber === '') {
    mistakes.push({ field: `${id}.unitNumber`, key: 'filing.error.unit-number-missing' })
  }
  return mistakes
}

/** Only what belongs to the country: the parts of the other sort of address are left behind. */
function keptAddress({ country, state, zipCode, district, province, postalCode, ...rest }: Typed): Address {
  const local =
    country === 'US'
      ? { state, zipCode: zipCode.replace(/^(\d{5})-?(\d{4})$/, '$1-$2') }
      : { district, province, postalCode: postalCode === '' ? '' : tidyCode(country, postalCode) }
  const filled = Object.entries({ ...rest, ...local, country }).filter(([, text]) => text !== '')
  return Object.fromEntries(filled) as Address
}

/** Abroad, answers were kept by fewer rules once: with a street and a town, whatever else there was. They still count. */
function keptBefore(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false
  const { country, unitType = 'apt', street, city, ...rest } = answer as Readonly<Record<string, unknown>>
  const isClean = (part: string, text: unknown) => {
    if (!Object.hasOwn(lengths, part)) return false
    const read = cleanLine(text, lengths[part as TypedPart])
    return read.ok && read.text !== '' && read.text === text
  }
  if (typeof country !== 'string' || country === 'US' || !listOf('countries').includes(country)) return false
  if (typeof unitType !== 'string' || !listOf('unit-types').includes(unitType) || 'zipCode' in rest || 'state' in rest) return false
  return isClean('street', street) && isClean('city', city) && Object.entries(rest).every(([part, text]) => isClean(part, text))
}

const joined = (...parts: (string | undefined)[]): SummaryLine[] => {
  const text = parts.filter((part) => part !== undefined && part !== '').join(' ')
  return text === '' ? [] : [{ plain: text }]
}

function unitLines({ unitType, unitNumber }: Address): SummaryLine[] {
  if (!unitType) return joined(unitNumber)
  return [{ wording: { product: `filing.summary.unit.${unitType as 'apt'}` }, values: { number: unitNumber ?? '' } }]
}

const onOneLine: readonly AddressPartOfShape[] = ['city', 'region', 'postalCode']

/** The lines of an envelope, in the order of its country; town, region and code share one where they stand together. */
function addressLines(address: Address): SummaryLine[] {
  const { country } = address
  const lines: SummaryLine[] = []
  let place = ''
  for (const part of shapeOf(country).order) {
    if (!onOneLine.includes(part)) {
      lines.push(...joined(place))
      place = ''
    }
    if (part === 'unit') lines.push(...unitLines(address))
    else {
      const text = address[controlOf(part, country) as keyof Address] ?? ''
      if (!onOneLine.includes(part)) lines.push(...joined(text))
      else if (text !== '') place += `${place === '' ? '' : part === 'region' ? ', ' : ' '}${text}`
    }
  }
  // What a country has no place for was said all the same.
  const order = shapeOf(country).order.map((part) => controlOf(part, country))
  const left = (['district', 'province', 'postalCode'] as const).filter((part) => !order.includes(part)).map((part) => address[part])
  return [...lines, ...joined(place), ...left.flatMap((text) => joined(text)), ...(country === 'US' ? [] : [{ wording: listOption('countries', country).label }])]
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
    'filing.error.province-missing',
    'filing.error.postal-code-missing',
    'filing.error.not-a-postal-code',
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
    const faults = faultsIn(question, read)
    return faults.length > 0 ? { ok: false, mistakes: faults } : kept(keptAddress(read))
  },
  keptBefore: ({ domestic }, answer) => !domestic && keptBefore(answer),
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
