import type { AgencyPack } from '../../../../agency/index.ts'
import { type AddressOnPaper, laterPaperKinds, type LaterPaperKind, type ReturnReason, returnReasons } from '../../../../cases/index.ts'
import { type CellReader, cellReader } from '../../file/cell-reader.ts'
import { readAddress } from '../../file/check-address.ts'
import { readDay } from '../../file/check-days.ts'
import { readReceiptNumber } from '../../file/check-numbers.ts'
import { addressNames } from '../../file/columns.ts'
import type { RawRow } from '../../file/raw-row.ts'
import type { LaterFault, LaterFaultCode, LaterRow, RefusedPaper } from './later-row.ts'
import type { ManifestColumn } from './manifest-columns.ts'

export interface PaperChecks {
  readonly agency: Pick<AgencyPack, 'receipts'>
  /** The day it is where the agency is. */
  readonly today: Temporal.PlainDate
}

/** The cells of a row, and what is wrong with them by the codes of this list. */
interface Checking extends CellReader<ManifestColumn> {
  own(column: ManifestColumn, code: LaterFaultCode): null
  readonly ownFaults: readonly LaterFault[]
}

/**
 * A name and no way: it stands beside the list, and nowhere else. What leads out of the folder, or is hidden there, is no name.
 */
const isFileName = (name: string): boolean => /^[^/\\:]{1,200}$/.test(name) && !name.startsWith('.') && /\.pdf$/i.test(name)

function readFile(reader: Checking): string {
  const name = reader.text('file')
  if (!reader.has('file')) reader.fault('file', 'missing')
  else if (!isFileName(name)) reader.own('file', 'file-name')
  return name
}

/** One of these words, in any capitals; `code` where it is another. */
function readWord<W extends string>(reader: Checking, column: ManifestColumn, words: readonly W[], code: LaterFaultCode): W | null {
  if (!reader.has(column)) return reader.fault(column, 'missing')
  const word = reader.text(column).toLowerCase()
  return words.find((each) => each === word) ?? reader.own(column, code)
}

const uses = { home: 'physical', mailing: 'mailing' } as const

function readSaid(reader: Checking): AddressOnPaper | null {
  const address = readAddress(reader, '', 'missing')
  const use = readWord(reader, 'address_use', ['home', 'mailing'], 'unknown-use')
  const all = reader.text('all_cases').toLowerCase()
  if (all !== '' && all !== 'yes' && all !== 'no') reader.fault('all_cases', 'not-yes-or-no')
  return address && use && { address, use: uses[use], all: all === 'yes' }
}

/** What only another kind of paper says would be lost: the row is refused, and nobody guesses which of the two was meant. */
function refuseOthers(reader: Checking, kind: LaterPaperKind): void {
  const ofAddress: readonly ManifestColumn[] = [...addressNames, 'address_use', 'all_cases']
  const ofReturned: readonly ManifestColumn[] = ['reason', 'new_address']
  const others = [...(kind === 'address' ? [] : ofAddress), ...(kind === 'returned-mail' ? [] : ofReturned)]
  for (const column of others) if (reader.has(column)) reader.own(column, 'not-of-this-kind')
}

function checking(raw: RawRow<ManifestColumn>): Checking {
  const reader = cellReader<ManifestColumn>(raw.cells, raw.faults)
  const ownFaults: LaterFault[] = []
  const own: Checking['own'] = (column, code) => {
    ownFaults.push({ code, column })
    return null
  }
  return { ...reader, own, ownFaults }
}

/** A row as a paper, or everything that is wrong with it. Never throws; whether case and file are there is asked later. */
export function checkPaper(raw: RawRow<ManifestColumn>, { agency, today }: PaperChecks): LaterRow | RefusedPaper {
  const { line, cells } = raw
  if (raw.faults.some(({ column }) => column === '')) return { line, cells, faults: raw.faults }
  const reader = checking(raw)
  const file = readFile(reader)
  const receiptNumber = readReceiptNumber(reader, agency.receipts.prefixes)
  if (!reader.has('receipt_number')) reader.fault('receipt_number', 'missing')
  const kind = readWord(reader, 'kind', laterPaperKinds, 'unknown-kind')
  const receivedOn = readDay(reader, 'received_on')
  if (receivedOn && Temporal.PlainDate.compare(today, receivedOn) < 0) reader.fault('received_on', 'day-in-future')
  const said = kind === 'address' ? readSaid(reader) : null
  const reason = kind === 'returned-mail' ? readWord<ReturnReason>(reader, 'reason', returnReasons, 'unknown-reason') : null
  const sticker = kind === 'returned-mail' ? reader.text('new_address') || null : null
  if (kind) refuseOthers(reader, kind)
  const faults = [...reader.faults, ...reader.ownFaults]
  if (faults.length > 0 || !receiptNumber || !kind || !receivedOn) return { line, cells, faults }
  return { line, cells, file, receiptNumber, kind, receivedOn, said, reason, sticker }
}
