import { type OnlineAccountNumberError, parseOnlineAccountNumber } from '../../../accounts/index.ts'
import { parseReceiptNumber, type ReceiptNumberError } from '../../../cases/index.ts'
import { type ANumberError, parseANumber } from '../../../profile/index.ts'
import { type CellReader, type CellsOf, optional } from './cell-reader.ts'
import type { RowFaultCode } from './faults.ts'

/** How a spreadsheet shows a long number; its last digits are gone. */
const scientific = /^\d([.,]\d+)?E\+?\d{1,2}$/i

type Read<E> = { ok: true; number: string } | { ok: false; error: E }

function readNumber<E extends string, C extends string>(
  reader: CellsOf<C>,
  column: C,
  read: (text: string) => Read<E>,
  codes: Readonly<Record<E, RowFaultCode>>,
): string | null {
  return optional(reader, column, (text) => {
    if (scientific.test(text)) return reader.fault(column, 'scientific-notation')
    const parsed = read(text)
    return parsed.ok ? parsed.number : reader.fault(column, codes[parsed.error])
  })
}

const receiptCodes: Record<ReceiptNumberError, RowFaultCode> = {
  'not-a-receipt-number': 'not-a-receipt-number',
  'unknown-prefix': 'unknown-receipt-prefix',
  'looks-like-online-account-number': 'account-number-in-receipt',
  'looks-like-a-number': 'a-number-in-receipt',
}

export const readReceiptNumber = (reader: CellsOf<'receipt_number'>, prefixes: readonly string[]): string | null =>
  readNumber(reader, 'receipt_number', (text) => parseReceiptNumber(text, prefixes), receiptCodes)

const accountCodes: Record<OnlineAccountNumberError, RowFaultCode> = {
  'not-a-number': 'not-an-account-number',
  'wrong-length': 'account-number-length',
  'check-digit': 'account-check-digit',
  'looks-like-receipt': 'receipt-in-account-number',
  'looks-like-a-number': 'a-number-in-account-number',
}

export function readAccountNumber(reader: CellReader, column: 'online_account_number' | 'representative_account_number'): string | null {
  if (/^\d{11}$/.test(reader.text(column))) return reader.fault(column, 'account-digit-lost')
  return readNumber(reader, column, parseOnlineAccountNumber, accountCodes)
}

const aNumberCodes: Record<ANumberError, RowFaultCode> = {
  'not-an-a-number': 'not-an-a-number',
  'looks-like-receipt': 'receipt-in-a-number',
  'looks-like-online-account-number': 'account-number-in-a-number',
}

export const readANumber = (reader: CellReader): string | null => readNumber(reader, 'a_number', parseANumber, aNumberCodes)

/** More than any filing costs, and a whole number for the database. */
const feeCentsMost = 100_000_000

export const readFee = (reader: CellReader): number | null =>
  optional(reader, 'fee_cents', (text) => {
    if (scientific.test(text)) return reader.fault('fee_cents', 'scientific-notation')
    if (!/^\d{1,12}$/.test(text)) return reader.fault('fee_cents', 'fee-not-cents')
    return Number(text) <= feeCentsMost ? Number(text) : reader.fault('fee_cents', 'fee-too-high')
  })
