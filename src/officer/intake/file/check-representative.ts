import type { CellReader } from './cell-reader.ts'
import { readAddress } from './check-address.ts'
import { readAccountNumber } from './check-numbers.ts'
import { columns } from './columns.ts'
import type { IntakeRow } from './intake-row.ts'

const nameCharactersMost = 150

const ownColumns = columns.filter((column) => column.startsWith('representative_'))

/** A person or a firm: whatever is written there, as long as it can be read. */
function readOwnName(reader: CellReader): string {
  const name = reader.text('representative_name').normalize('NFC').replace(/\s+/g, ' ')
  if (!reader.has('representative_name')) reader.fault('representative_name', 'representative-incomplete')
  else if ([...name].length > nameCharactersMost) reader.fault('representative_name', 'too-long', { most: nameCharactersMost })
  else if (!/\p{L}/u.test(name)) reader.fault('representative_name', 'nothing-readable')
  return name
}

/** Who acts for the person: nothing at all, or a name and an address that a letter with a code of its own can go to. */
export function readRepresentative(reader: CellReader): IntakeRow['representative'] {
  if (!ownColumns.some((column) => reader.has(column))) return null
  const name = readOwnName(reader)
  const accountNumber = readAccountNumber(reader, 'representative_account_number')
  const address = readAddress(reader, 'representative_', 'representative-incomplete')
  return address && { name, accountNumber, address }
}
