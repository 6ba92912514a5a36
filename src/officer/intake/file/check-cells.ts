import { isEmailAddress, parseOnlineAccountNumber } from '../../../accounts/index.ts'
import { parseReceiptNumber } from '../../../cases/index.ts'
import { unsafeCharacters } from '../../../platform/http/field.ts'
import { addressField, parseANumber, type PostalAddress } from '../../../profile/index.ts'
import { type Column, cellCharactersMost } from './columns.ts'
import type { Cells, RowFault } from './intake-row.ts'

/** Reads the cells of one row and keeps what is wrong with them. */
export interface CellReader {
  readonly faults: RowFault[]
  text(column: Column): string
  fault(column: string, code: string): null
}

export function cellReader(cells: Cells): CellReader {
  const faults: RowFault[] = []
  const fault = (column: string, code: string) => {
    faults.push({ column, code })
    return null
  }
  for (const [column, text] of Object.entries(cells)) {
    if (text.length > cellCharactersMost) fault(column, 'too-long')
    else if (unsafeCharacters.test(text)) fault(column, 'unsafe-characters')
  }
  return { faults, fault, text: (column) => cells[column] ?? '' }
}

/** A spreadsheet's own way to write a long number, of which the last digits are lost. */
const scientific = /^\d[.,]\d+e\+?\d+$/i

export function accountNumber({ text, fault }: CellReader, column: Column): string | null {
  const typed = text(column)
  if (typed === '') return null
  if (scientific.test(typed)) return fault(column, 'scientific-notation')
  if (/^\d{1,11}$/.test(typed)) return fault(column, 'digits-lost')
  const read = parseOnlineAccountNumber(typed)
  return read.ok ? read.number : fault(column, `account-number-${read.error}`)
}

export function receiptNumber({ text, fault }: CellReader, prefixes: readonly string[]): string | null {
  const typed = text('receipt_number')
  if (typed === '') return null
  if (scientific.test(typed)) return fault('receipt_number', 'scientific-notation')
  const read = parseReceiptNumber(typed, prefixes)
  return read.ok ? read.number : fault('receipt_number', `receipt-${read.error}`)
}

export function aNumber({ text, fault }: CellReader): string | null {
  const typed = text('a_number')
  if (typed === '') return null
  if (scientific.test(typed)) return fault('a_number', 'scientific-notation')
  const read = parseANumber(typed)
  return read.ok ? read.number : fault('a_number', `a-number-${read.error}`)
}

export function email({ text, fault }: CellReader): string | null {
  const typed = text('email')
  if (typed === '') return null
  return typed.length <= 254 && isEmailAddress(typed) ? typed : fault('email', 'email-wrong')
}

export function yesOrNo({ text, fault }: CellReader, column: Column): boolean | null {
  const typed = text(column).toLowerCase()
  if (['', 'no', 'n', 'false', '0'].includes(typed)) return false
  return ['yes', 'y', 'true', '1'].includes(typed) ? true : fault(column, 'yes-or-no')
}

/** The most a fee may be: an integer column of the database, and more than any form costs. */
const feeCentsMost = 100_000_000

export function feeCents({ text, fault }: CellReader): number | null {
  const typed = text('fee_cents')
  if (typed === '') return null
  return /^\d{1,9}$/.test(typed) && Number(typed) <= feeCentsMost ? Number(typed) : fault('fee_cents', 'fee-not-cents')
}

export function personName({ text, fault }: CellReader, column: Column): string {
  const name = text(column).normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name !== '' && !/\p{L}/u.test(name)) fault(column, 'not-a-name')
  if ([...name].length > 100) fault(column, 'too-long')
  return name
}

const columnOf: Record<string, string> = { region: 'state', postalCode: 'postal_code' }

/** An address in the shape of its country, as the profile reads one. A ZIP of four digits has lost its zero. */
export function address({ text, fault }: CellReader, prefix: '' | 'representative_'): PostalAddress | null {
  const cell = (name: string) => text(`${prefix}${name}` as Column)
  const country = cell('country').toUpperCase()
  if (country === 'US' && /^\d{3,4}$/.test(cell('postal_code'))) return fault(`${prefix}postal_code`, 'digits-lost')
  const region = country === 'US' ? cell('state').toUpperCase() : cell('state')
  const parts = { country, street: cell('street'), city: cell('city'), region, postalCode: cell('postal_code') }
  const read = addressField.parse(new Map(Object.entries(parts).map(([part, typed]) => [part, [typed]])), 'address', undefined)
  if (read.ok) return read.value
  for (const { at, key } of read.errors) {
    const part = at ?? 'street'
    fault(`${prefix}${columnOf[part] ?? part}`, key.includes('missing') ? 'address-missing' : 'address-wrong')
  }
  return null
}
