import { type AddressPrefix, addressNames, type Column, isColumn, reportColumns } from './columns.ts'
import type { RowFault, RowFaultCode } from './faults.ts'
import type { Cells } from './intake-row.ts'

const nested: Readonly<Record<string, AddressPrefix>> = { mailing_address: '', representative_address: 'representative_' }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** How many members the text writes down; of one that comes twice, the parser keeps only the last. The text is valid JSON. */
const membersWritten = (text: string): number =>
  [...text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length

const membersRead = (filing: Record<string, unknown>): number =>
  Object.values(filing).reduce((sum: number, value) => sum + 1 + (isRecord(value) ? Object.keys(value).length : 0), 0)

/** A member's value as the text of a cell. A number has lost the zeros before it and, if it is long, its last digits. */
function textOf(column: Column, value: unknown): { text: string } | { code: RowFaultCode } {
  if (value === null) return { text: '' }
  if (typeof value === 'string') return { text: value.replace(/\r\n?/g, '\n') }
  if (column === 'fee_cents' && typeof value === 'number') return { text: String(value) }
  if (column === 'consular' && typeof value === 'boolean') return { text: value ? 'yes' : 'no' }
  return { code: typeof value === 'number' ? 'number-not-in-quotes' : 'not-a-single-value' }
}

const membersOf = (filing: Record<string, unknown>): [name: string, value: unknown, isInAddress: boolean][] =>
  Object.entries(filing).flatMap(([name, value]): [string, unknown, boolean][] => {
    const prefix = Object.hasOwn(nested, name) ? nested[name] : undefined
    if (prefix === undefined) return [[name, value, false]]
    if (value === null) return []
    return isRecord(value) ? Object.entries(value).map(([part, text]) => [`${prefix}${part}`, text, true]) : [[name, value, false]]
  })

const addressColumns = new Set<string>(addressNames.flatMap((name) => [name, `representative_${name}`]))

/** The cells of one line of JSON: an object, its two addresses as objects in it. Null: it is no object. Never throws. */
export function jsonCells(line: string): { cells: Cells; faults: readonly RowFault[] } | null {
  const filing = parsed(line)
  if (!isRecord(filing)) return null
  const cells: { [column in Column]?: string } = {}
  const faults: RowFault[] = []
  for (const [name, value, isInAddress] of membersOf(filing)) {
    if ((reportColumns as readonly string[]).includes(name)) continue
    if (!isColumn(name) || addressColumns.has(name) !== isInAddress) {
      faults.push({ code: 'unknown-member', column: '' })
      continue
    }
    const read = textOf(name, value)
    if ('code' in read) faults.push({ code: read.code, column: name })
    else if (read.text !== '') cells[name] = read.text
  }
  if (faults.length === 0 && membersWritten(line) !== membersRead(filing)) faults.push({ code: 'doubled-member', column: '' })
  return { cells, faults }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
