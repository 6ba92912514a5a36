import type { FieldError } from '../../platform/http/field.ts'
import { type Field, unsafeCharacters } from '../../platform/http/field.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { type AddressPart, type CountryShape, shapeOf } from './country-shapes.ts'
import { countryCodes, countryName, usStateCodes } from './places.ts'

/** An address in the shape of its country; parts that are empty are left out. */
export type PostalAddress = { readonly country: string } & { readonly [part in AddressPart]?: string }

/** The longest text of each part, in characters. */
const most: Record<AddressPart, number> = {
  inCareOf: 100, street: 150, unit: 60, district: 80, city: 80, region: 80, postalCode: 12,
}

const cleaned = (typed: string) => typed.normalize('NFC').replace(/\s+/g, ' ').trim()

/** As post writes a code: capitals, plain digits, and the space or dash where the country has one. */
export function tidyCode(country: string, typed: string): string {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[‐-―]/g, '-')
  const bare = code.replace(/[ -]/g, '')
  if (country === 'CA') return bare.replace(/^(.{3})(.{3})$/, '$1 $2')
  if (country === 'GB') return bare.replace(/^(.+)(.{3})$/, '$1 $2')
  if (country === 'NL') return bare.replace(/^(\d{4})([A-Z]{2})$/, '$1 $2')
  if (country === 'JP') return bare.replace(/^(\d{3})(\d{4})$/, '$1-$2')
  if (country === 'BR') return bare.replace(/^(\d{5})(\d{3})$/, '$1-$2')
  if (country === 'PT') return bare.replace(/^(\d{4})(\d{3})$/, '$1-$2')
  if (country === 'PL') return bare.replace(/^(\d{2})(\d{3})$/, '$1-$2')
  if (country === 'US') return bare.replace(/^(\d{5})(\d{4})$/, '$1-$2')
  if (country === 'IN' || country === 'SG' || country === 'CN') return bare
  return code
}

function readPart(part: AddressPart, posted: Posted, country: string, errors: FieldError[]): string {
  const typed = postedText(posted, part)
  const fault = (key: MessageKey, values?: Record<string, number>) => {
    errors.push(values ? { at: part, key, values } : { at: part, key })
    return ''
  }
  if (unsafeCharacters.test(typed)) return fault('platform.field.unsafe-characters')
  const text = part === 'postalCode' ? tidyCode(country, cleaned(typed)) : cleaned(typed)
  if ([...text].length > most[part]) return fault('platform.field.too-long', { most: most[part] })
  if (text === '') return ''
  return /[\p{L}\p{N}]/u.test(text) ? text : fault('contact.address.nothing-readable')
}

function faultOf(part: AddressPart, text: string, country: string, { needed, code }: CountryShape): MessageKey | null {
  if (text === '') return needed.includes(part) ? (`contact.address.missing.${part}` as MessageKey) : null
  if (part === 'region' && country === 'US' && !usStateCodes.includes(text)) return 'contact.address.missing.region'
  if (part === 'postalCode' && code && !code.test(text)) return 'contact.address.wrong-code'
  return null
}

/** The address of a form that was shown for one country: its parts, no others, and each missing or wrong one by name. */
export const addressField: Field<PostalAddress> = {
  echo: true,
  parse(posted) {
    const country = postedText(posted, 'country')
    if (!countryCodes.includes(country)) return { ok: false, errors: [{ at: 'country', key: 'contact.address.missing.country' }] }
    const shape = shapeOf(country)
    const errors: FieldError[] = []
    const parts = Object.fromEntries(shape.order.map((part) => [part, readPart(part, posted, country, errors)]))
    for (const part of shape.order) {
      const key = errors.some(({ at }) => at === part) ? null : faultOf(part, parts[part] ?? '', country, shape)
      if (key) errors.push(key === 'contact.address.wrong-code' ? { at: part, key, values: { example: shape.example } } : { at: part, key })
    }
    if (errors.length > 0) return { ok: false, errors }
    const filled = Object.entries(parts).filter(([, text]) => text !== '')
    return { ok: true, value: { country, ...Object.fromEntries(filled) } }
  },
}

/** Town, region and code share a line wherever they stand beside each other. */
const together: readonly AddressPart[] = ['city', 'region', 'postalCode']

/** The address as lines of an envelope, in the order of its country; the country last, in the reader's language. */
export function addressLines(t: Text, address: PostalAddress): string[] {
  const lines: string[] = []
  let isOpen = false
  for (const part of shapeOf(address.country).order) {
    const text = address[part]
    if (!text) continue
    const said = part === 'inCareOf' ? t('contact.address.care-of', { name: text }) : text
    const joins = together.includes(part)
    if (joins && isOpen) lines.push(`${lines.pop()}${part === 'region' ? ', ' : ' '}${said}`)
    else lines.push(said)
    isOpen = joins
  }
  return [...lines, countryName(t.language, address.country)]
}
