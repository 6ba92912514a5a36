/** The parts an address can have beside its country, in no order. */
export const addressParts = ['inCareOf', 'street', 'unit', 'district', 'city', 'region', 'postalCode'] as const
export type AddressPart = (typeof addressParts)[number]

export const regionWords = [
  'state', 'province', 'prefecture', 'department', 'region', 'county', 'emirate', 'governorate', 'parish', 'island', 'oblast', 'territory',
] as const
export const districtWords = ['colonia', 'neighbourhood', 'district', 'suburb', 'barangay', 'subdistrict'] as const
export const postalWords = ['zip', 'postcode', 'pin', 'cep', 'eircode', 'postal'] as const

/** How addresses of a country are written: which parts, in the order of its envelopes, and which ones post needs. */
export interface CountryShape {
  readonly order: readonly AddressPart[]
  readonly needed: readonly AddressPart[]
  readonly region: (typeof regionWords)[number]
  readonly district: (typeof districtWords)[number]
  readonly postal: (typeof postalWords)[number]
  /** What a postal code looks like here; null: none is checked. */
  readonly code: RegExp | null
  readonly example: string
}

type Letter = 'S' | 'U' | 'D' | 'C' | 'R' | 'Z'
const partOf: Record<Letter, AddressPart> = { S: 'street', U: 'unit', D: 'district', C: 'city', R: 'region', Z: 'postalCode' }
const partsIn = (letters: string): AddressPart[] => [...letters].map((letter) => partOf[letter as Letter])

/** `order` and `needed` by letter: Street, Unit, District, City, Region, postal code (Z). */
type Row = readonly [order: string, needed: string, code?: RegExp | null, example?: string, words?: Partial<Pick<CountryShape, 'region' | 'district' | 'postal'>>]

// After the Universal Postal Union's country sheets (S42) and CLDR's address data: what is certain is asked for, the rest
// is offered. A rule too strict keeps a person from saying where they live; so a code is needed only where post fails
// without it.
const rows: Readonly<Record<string, Row>> = {
  US: ['SUCRZ', 'SCRZ', /^\d{5}(-\d{4})?$/, '20001', { region: 'state', postal: 'zip' }],
  CA: ['SUCRZ', 'SCRZ', /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d$/, 'K1A 0B1', { region: 'province' }],
  MX: ['SUDZCR', 'SCRZ', /^\d{5}$/, '06500', { region: 'state', district: 'colonia' }],
  GB: ['SUCRZ', 'SCZ', /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, 'SW1A 1AA', { region: 'county', postal: 'postcode' }],
  IE: ['SUCRZ', 'SC', /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/, 'D02 AF30', { region: 'county', postal: 'eircode' }],
  AU: ['SUCRZ', 'SCRZ', /^\d{4}$/, '2600', { region: 'state', postal: 'postcode' }],
  NZ: ['SUDCZ', 'SCZ', /^\d{4}$/, '6011', { district: 'suburb', postal: 'postcode' }],
  IN: ['SUDCZR', 'SCRZ', /^\d{6}$/, '110001', { region: 'state', district: 'district', postal: 'pin' }],
  PK: ['SUDCZR', 'SC', /^\d{5}$/, '44000', { region: 'province', district: 'district' }],
  BD: ['SUDCZ', 'SC', /^\d{4}$/, '1000', { district: 'district' }],
  NP: ['SUDCZ', 'SC', /^\d{5}$/, '44600', { district: 'district' }],
  LK: ['SUCZ', 'SC', /^\d{5}$/, '00100'],
  CN: ['ZRCDSU', 'SCR', /^\d{6}$/, '100000', { region: 'province', district: 'district' }],
  TW: ['ZCDSU', 'SC', /^\d{3}(\d{2,3})?$/, '100', { district: 'district' }],
  HK: ['SUDR', 'SR', null, '', { region: 'territory', district: 'district' }],
  MO: ['SUC', 'S'],
  JP: ['ZRCSU', 'SCRZ', /^\d{3}-\d{4}$/, '100-0001', { region: 'prefecture' }],
  KR: ['RCDSUZ', 'SRZ', /^\d{5}$/, '03051', { region: 'province', district: 'district' }],
  PH: ['SUDCZR', 'SC', /^\d{4}$/, '1000', { region: 'province', district: 'barangay' }],
  VN: ['SUDCRZ', 'SC', /^\d{5,6}$/, '10000', { region: 'province', district: 'district' }],
  TH: ['SUDCRZ', 'SRZ', /^\d{5}$/, '10200', { region: 'province', district: 'subdistrict' }],
  ID: ['SUDCRZ', 'SCR', /^\d{5}$/, '10110', { region: 'province', district: 'subdistrict' }],
  MY: ['SUZCR', 'SCZ', /^\d{5}$/, '50000', { region: 'state', postal: 'postcode' }],
  SG: ['SUZ', 'SZ', /^\d{6}$/, '018956'],
  AF: ['SUDCRZ', 'SC', /^\d{4}$/, '1001', { region: 'province', district: 'district' }],
  IR: ['RCDSUZ', 'SC', /^\d{5}-?\d{5}$/, '11936-12345', { region: 'province', district: 'neighbourhood' }],
  IQ: ['SUDCRZ', 'SC', /^\d{5}$/, '10001', { region: 'governorate', district: 'district' }],
  SY: ['SUDCR', 'SC', null, '', { region: 'governorate', district: 'district' }],
  JO: ['SUDCZ', 'SC', /^\d{5}$/, '11118', { district: 'district' }],
  LB: ['SUCZ', 'SC', /^\d{4}( ?\d{4})?$/, '1107 2810'],
  SA: ['SUDCZ', 'SC', /^\d{5}(-\d{4})?$/, '11564', { district: 'district' }],
  AE: ['SUDR', 'SR', null, '', { region: 'emirate', district: 'neighbourhood' }],
  IL: ['SUCZ', 'SC', /^\d{5}(\d{2})?$/, '9414501'],
  TR: ['SUDZCR', 'SC', /^\d{5}$/, '06101', { region: 'province', district: 'neighbourhood' }],
  EG: ['SUDCRZ', 'SCR', /^\d{5}(\d{2})?$/, '4460232', { region: 'governorate', district: 'district' }],
  MA: ['SUZC', 'SC', /^\d{5}$/, '10000'],
  DZ: ['SUZC', 'SC', /^\d{5}$/, '16000'],
  TN: ['SUZC', 'SC', /^\d{4}$/, '1002'],
  NG: ['SUDCZR', 'SCR', /^\d{6}$/, '900211', { region: 'state', district: 'district' }],
  GH: ['SUDCR', 'SC', null, '', { district: 'neighbourhood' }],
  KE: ['SUCZ', 'SC', /^\d{5}$/, '00100'],
  ET: ['SUDCZ', 'SC', /^\d{4}$/, '1000', { district: 'subdistrict' }],
  ZA: ['SUDCZ', 'SCZ', /^\d{4}$/, '0083', { district: 'suburb', postal: 'postcode' }],
  UA: ['SUCRZ', 'SCZ', /^\d{5}$/, '01001', { region: 'oblast' }],
  RU: ['SUCRZ', 'SCZ', /^\d{6}$/, '103265', { region: 'oblast' }],
  PL: ['SUZC', 'SCZ', /^\d{2}-\d{3}$/, '00-950'],
  DE: ['SUZC', 'SCZ', /^\d{5}$/, '10117'],
  AT: ['SUZC', 'SCZ', /^\d{4}$/, '1010'],
  CH: ['SUZC', 'SCZ', /^\d{4}$/, '3030'],
  FR: ['SUZC', 'SCZ', /^\d{5}$/, '75001'],
  BE: ['SUZC', 'SCZ', /^\d{4}$/, '1000'],
  NL: ['SUZC', 'SCZ', /^\d{4} [A-Z]{2}$/, '2511 BT'],
  ES: ['SUZCR', 'SCZ', /^\d{5}$/, '28014', { region: 'province' }],
  PT: ['SUZC', 'SCZ', /^\d{4}-\d{3}$/, '1200-195'],
  IT: ['SUZCR', 'SCZ', /^\d{5}$/, '00187', { region: 'province' }],
  GR: ['SUZC', 'SCZ', /^\d{3} ?\d{2}$/, '105 57'],
  RO: ['SUZCR', 'SC', /^\d{6}$/, '010011', { region: 'county' }],
  SE: ['SUZC', 'SCZ', /^\d{3} ?\d{2}$/, '111 29'],
  NO: ['SUZC', 'SCZ', /^\d{4}$/, '0150'],
  DK: ['SUZC', 'SCZ', /^\d{4}$/, '1050'],
  FI: ['SUZC', 'SCZ', /^\d{5}$/, '00100'],
  CZ: ['SUZC', 'SCZ', /^\d{3} ?\d{2}$/, '110 00'],
  HU: ['CSUZ', 'SCZ', /^\d{4}$/, '1037'],
  BR: ['SUDCRZ', 'SCRZ', /^\d{5}-\d{3}$/, '70150-900', { region: 'state', district: 'neighbourhood', postal: 'cep' }],
  AR: ['SUZCR', 'SC', /^(\d{4}|[A-HJ-NP-Z]\d{4}[A-Z]{3})$/, 'C1425CLA', { region: 'province' }],
  CO: ['SUDCRZ', 'SCR', /^\d{6}$/, '110311', { region: 'department', district: 'neighbourhood' }],
  PE: ['SUDCRZ', 'SC', /^\d{5}$/, '15001', { region: 'department', district: 'district' }],
  CL: ['SUDCRZ', 'SC', /^\d{3}-?\d{4}$/, '8340457', { region: 'region', district: 'district' }],
  EC: ['SUCRZ', 'SC', /^\d{6}$/, '170150', { region: 'province' }],
  VE: ['SUCZR', 'SCR', /^\d{4}$/, '1010', { region: 'state' }],
  BO: ['SUDCR', 'SC', null, '', { region: 'department', district: 'neighbourhood' }],
  GT: ['SUZCR', 'SC', /^\d{5}$/, '01001', { region: 'department' }],
  SV: ['SUCZR', 'SC', /^(CP )?\d{4}$/, '1101', { region: 'department' }],
  HN: ['SUDCR', 'SC', null, '', { region: 'department', district: 'neighbourhood' }],
  NI: ['SUDZCR', 'SC', /^\d{5}$/, '12001', { region: 'department', district: 'neighbourhood' }],
  CR: ['SUDCRZ', 'SCR', /^\d{5}$/, '10101', { region: 'province', district: 'district' }],
  PA: ['SUDCR', 'SC', null, '', { region: 'province', district: 'district' }],
  CU: ['SUDCRZ', 'SC', /^\d{5}$/, '10400', { region: 'province', district: 'neighbourhood' }],
  DO: ['SUDCRZ', 'SC', /^\d{5}$/, '10101', { region: 'province', district: 'neighbourhood' }],
  HT: ['SUZCR', 'SC', /^(HT)?\d{4}$/, '6110', { region: 'department' }],
  JM: ['SUDCR', 'SC', null, '', { region: 'parish', district: 'district' }],
  BS: ['SUCR', 'SR', null, '', { region: 'island' }],
}

// Where post knows no codes, none is asked for (Universal Postal Union).
const withoutCodes = new Set(
  `AG AO AW BF BI BJ BW BZ CD CF CG CI CM DJ DM ER FJ GA GD GM GN GQ GY KI KM KN KP LY ML MR MW NR NU QA RW SB SC SL SO SR
   SS ST TD TG TK TL TO TV UG VU YE ZW`.split(/\s+/),
)

const anywhere = (country: string): Row => [withoutCodes.has(country) ? 'SUDCR' : 'SUDCRZ', 'SC', null, '', {}]

const made = new Map<string, CountryShape>()

/** The shape of a country's addresses; of one without rules of its own, the parts that every address can have. */
export function shapeOf(country: string): CountryShape {
  const known = made.get(country)
  if (known) return known
  const [order, needed, code = null, example = '', words = {}] = rows[country] ?? anywhere(country)
  const shape: CountryShape = {
    order: ['inCareOf', ...partsIn(order)],
    needed: partsIn(needed),
    region: 'region',
    district: 'district',
    postal: 'postal',
    ...words,
    code,
    example,
  }
  made.set(country, shape)
  return shape
}
