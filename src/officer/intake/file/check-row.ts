import type { AgencyPack } from '../../../agency/index.ts'
import { accountNumber, address, aNumber, type CellReader, cellReader, email, feeCents, personName, receiptNumber, yesOrNo } from './check-cells.ts'
import { day, daysAgree } from './check-dates.ts'
import type { RawRow } from './columns.ts'
import type { IntakeRow, RefusedRow } from './intake-row.ts'

export interface Checks {
  readonly agency: AgencyPack
  /** The agency's own. */
  readonly today: Temporal.PlainDate
}

function formCode({ text, fault }: CellReader, { agency }: Checks): string {
  const typed = text('form').toLowerCase()
  const known = agency.forms.find(({ code }) => code === typed)
  if (!known) fault('form', typed === '' ? 'missing' : 'form-unknown')
  return typed
}

function personIn(reader: CellReader, { today }: Checks): { person: IntakeRow['person']; receivedOn: Temporal.PlainDate } | null {
  const [familyName, givenName] = [personName(reader, 'family_name'), personName(reader, 'given_name')]
  if (familyName === '' && givenName === '') reader.fault('family_name', 'missing')
  const [born, received] = [day(reader, 'date_of_birth'), day(reader, 'received_on')]
  daysAgree(reader, { born, received, today })
  return born && received ? { person: { familyName, givenName, dateOfBirth: born }, receivedOn: received } : null
}

/** Who acts for the person: a name with a whole address, or nothing at all. */
function representative(reader: CellReader): IntakeRow['representative'] {
  const parts = ['account_number', 'name', 'street', 'city', 'state', 'postal_code', 'country'] as const
  if (parts.every((part) => reader.text(`representative_${part}`) === '')) return null
  const name = personName(reader, 'representative_name')
  if (name === '') reader.fault('representative_name', 'missing')
  const where = address(reader, 'representative_')
  return where && { name, accountNumber: accountNumber(reader, 'representative_account_number'), address: where }
}

/** A row as a filing, or everything that is wrong with it. Never throws. */
export function checkRow(raw: RawRow, checks: Checks): IntakeRow | RefusedRow {
  const { line, cells } = raw
  if (raw.fault) return { line, faults: [{ column: '', code: raw.fault }], cells }
  const reader = cellReader(cells)
  const form = formCode(reader, checks)
  const who = personIn(reader, checks)
  const home = address(reader, '')
  const row = {
    ...{ line, cells, form, representative: representative(reader) },
    receiptNumber: receiptNumber(reader, checks.agency.receipts.prefixes),
    aNumber: aNumber(reader),
    email: email(reader),
    onlineAccountNumber: accountNumber(reader, 'online_account_number'),
    consular: yesOrNo(reader, 'consular') ?? false,
    feeCents: feeCents(reader),
  }
  if (reader.faults.length > 0 || !who || !home) return { line, faults: reader.faults, cells }
  return { ...row, ...who, address: home }
}
