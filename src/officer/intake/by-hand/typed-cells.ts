import { type Posted, postedText } from '../../../platform/http/posted.ts'
import { type Column, columns, isColumn } from '../file/columns.ts'
import type { Cells } from '../file/intake-row.ts'

const isDay = (column: Column) => column === 'received_on' || column === 'date_of_birth'

const twoDigits = (text: string) => (/^\d$/.test(text) ? `0${text}` : text)

/** A day of three controls as the file writes one; what is no day is left for the check of the cell to say so. */
function dayOf(posted: Posted, column: Column): string {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) => postedText(posted, `${column}-${part}`).trim())
  return year || month || day ? [year, twoDigits(month), twoDigits(day)].join('-') : ''
}

/** “$1,240” and “465.00” in cents; anything else as it was typed, which no fee in cents is. */
function centsOf(typed: string): string {
  const found = /^\$?\s?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{2}))?$/.exec(typed.trim())
  return found ? `${found[1]?.replaceAll(',', '')}${found[2] ?? '00'}` : typed
}

function cellOf(posted: Posted, column: Column): string {
  if (isDay(column)) return dayOf(posted, column)
  const typed = postedText(posted, column)
  return column === 'fee_cents' ? centsOf(typed) : typed
}

/** What was typed as the cells of a row, for the one set of rules that files have; each control has its column's name. */
export function typedCells(posted: Posted): Cells {
  const filled = columns.map((column) => [column, cellOf(posted, column)] as const).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(filled)
}

/** What a control shows of cells that were typed before; `name` is a column's, or a part of a day of one. */
export function shownOf(cells: Cells, name: string): string {
  const [column = '', part] = name.split('-')
  const text = isColumn(column) ? (cells[column] ?? '') : ''
  if (part) return text.split('-')[['year', 'month', 'day'].indexOf(part)] ?? ''
  return column === 'fee_cents' && /^\d{3,}$/.test(text) ? `${text.slice(0, -2)}.${text.slice(-2)}` : text
}
