import type { Delimiter } from '../../../platform/csv.ts'
import { columns as filingColumns, type Column, neededColumns, reportColumns } from './columns.ts'
import { readRecord } from './csv-record.ts'
import type { Header } from './csv-rows.ts'
import type { FileFault, FileFaultCode } from './faults.ts'

/** Comma; semicolon, where a comma stands in numbers; tab, in what a spreadsheet calls Unicode text. */
const delimiters: readonly Delimiter[] = [',', ';', '\t']

const delimiterOf = (line: string): Delimiter => {
  const often = delimiters.map((delimiter) => line.split(delimiter).length)
  return delimiters[often.indexOf(Math.max(...often))] ?? ','
}

const fault = (code: FileFaultCode, column = ''): FileFault => ({ code, column })

/** A header's name as it may be shown: anything that is no name could be the first row of a file without a header. */
const shownName = (name: string): string => (/^[a-z][a-z_ -]{0,39}$/.test(name) ? name : '')

const isPassedOver = (name: string): boolean => (reportColumns as readonly string[]).includes(name)

/** The columns that a kind of file has, and those that it cannot do without. */
export interface FileColumns<C extends string> {
  readonly columns: readonly C[]
  readonly needed: readonly C[]
}

const ofFilings: FileColumns<Column> = { columns: filingColumns, needed: neededColumns }

function faultIn<C extends string>(names: readonly string[], { columns, needed }: FileColumns<C>): FileFault | null {
  const isColumn = (name: string) => (columns as readonly string[]).includes(name)
  if (!names.some(isColumn)) return fault('no-header')
  const unknown = names.find((name) => !isColumn(name) && !isPassedOver(name))
  if (unknown !== undefined) return fault('unknown-column', shownName(unknown))
  const doubled = names.find((name, index) => names.indexOf(name) !== index)
  if (doubled !== undefined) return fault('doubled-column', doubled)
  const missing = needed.find((name) => !names.includes(name))
  return missing === undefined ? null : fault('missing-column', missing)
}

/** Reads the first line of a file of comma-separated values, given without its end. */
export function readHeader(line: string): Header | FileFault
export function readHeader<C extends string>(line: string, has: FileColumns<C>): Header<C> | FileFault
export function readHeader(line: string, has: FileColumns<string> = ofFilings): Header<string> | FileFault {
  // Most of what is not text at all has a NUL early on; U+FFFD stands for bytes that no letter is made of.
  if (/[\0\ufffd]/.test(line)) return fault('not-text')
  const delimiter = delimiterOf(line)
  const read = readRecord(`${line}\n`, 0, delimiter)
  if (typeof read === 'string') return fault('no-header')
  const names = read.cells.map((cell) => cell.trim().toLowerCase())
  const columns = names.map((name) => has.columns.find((column) => column === name) ?? null)
  return faultIn(names, has) ?? { delimiter, columns }
}
