import { emailField } from '../../../accounts/index.ts'
import type { AgencyPack } from '../../../agency/index.ts'
import { readName } from '../../../profile/index.ts'
import { type CellReader, cellReader, optional } from './cell-reader.ts'
import { readAddress } from './check-address.ts'
import { readDays } from './check-days.ts'
import { readAccountNumber, readANumber, readFee, readReceiptNumber } from './check-numbers.ts'
import type { IntakeRow, RefusedRow } from './intake-row.ts'
import type { RawRow } from './raw-row.ts'
import { readRepresentative } from './check-representative.ts'

export interface Checks {
  readonly agency: Pick<AgencyPack, 'forms' | 'receipts'>
  /** The day it is where the agency is. */
  readonly today: Temporal.PlainDate
}

export function readForm(reader: CellReader, { agency }: Checks): string {
  const form = reader.text('form').toLowerCase()
  if (!reader.has('form')) reader.fault('form', 'missing')
  else if (!agency.forms.some(({ code }) => code === form)) reader.fault('form', 'unknown-form')
  return form
}

function readNameOf(reader: CellReader, column: 'family_name' | 'given_name'): string {
  const read = readName(reader.text(column), column)
  if ('name' in read) return read.name
  const { key, values } = read.error
  if (key === 'platform.field.too-long') reader.fault(column, 'too-long', { most: Number(values?.most) })
  else reader.fault(column, 'not-a-name')
  return ''
}

/** The names as on the form: one that stands alone is the family name, so that a lost cell is not taken for a person without one. */
function readNames(reader: CellReader): { familyName: string; givenName: string } {
  if (!reader.has('family_name')) reader.fault('family_name', 'missing')
  return { familyName: readNameOf(reader, 'family_name'), givenName: readNameOf(reader, 'given_name') }
}

const readEmail = (reader: CellReader): string | null =>
  optional(reader, 'email', (text) => {
    const read = emailField.parse(new Map([['email', [text]]]), 'email', undefined)
    return read.ok ? read.value : reader.fault('email', 'not-an-email')
  })

const readConsular = (reader: CellReader): boolean =>
  optional(reader, 'consular', (text) => {
    const word = text.toLowerCase()
    return word === 'yes' || word === 'no' ? word === 'yes' : reader.fault('consular', 'not-yes-or-no')
  }) ?? false

/** A row as a filing, or everything that is wrong with it. Never throws. */
export function checkRow({ line, cells, faults }: RawRow, checks: Checks): IntakeRow | RefusedRow {
  if (faults.some(({ column }) => column === '')) return { line, cells, faults }
  const reader = cellReader(cells, faults)
  const receiptNumber = readReceiptNumber(reader, checks.agency.receipts.prefixes)
  const form = readForm(reader, checks)
  const names = readNames(reader)
  const days = readDays(reader, checks.today)
  const aNumber = readANumber(reader)
  const email = readEmail(reader)
  const address = readAddress(reader, '', 'missing')
  const onlineAccountNumber = readAccountNumber(reader, 'online_account_number')
  const representative = readRepresentative(reader)
  const consular = readConsular(reader)
  const feeCents = readFee(reader)
  if (reader.faults.length > 0 || !days || !address) return { line, cells, faults: reader.faults }
  const { receivedOn, dateOfBirth } = days
  const person = { ...names, dateOfBirth }
  return { line, cells, receiptNumber, form, receivedOn, person, aNumber, email, address, onlineAccountNumber, representative, consular, feeCents }
}
