import type { CellReader } from './check-cells.ts'
import type { Column } from './columns.ts'

/** Nobody alive is older; no form is. */
const yearsMost = 130

/**
 * A day as `YYYY-MM-DD`. What a spreadsheet makes of one is told by its name: of 03/04/2026 nobody knows which is the month,
 * and a day may be read wrong for a whole file without anybody seeing it (decision 0029).
 */
export function day({ text, fault }: CellReader, column: Column): Temporal.PlainDate | null {
  const typed = text(column)
  if (typed === '') return fault(column, 'missing')
  if (/^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}$/.test(typed) || /^\d{1,2}-\d{1,2}-\d{2,4}$/.test(typed)) return fault(column, 'date-order-unknown')
  if (/^\d{5}(\.\d+)?$/.test(typed)) return fault(column, 'date-as-number')
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (!parts) return fault(column, 'not-a-date')
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return fault(column, 'no-such-day')
  }
}

/** Days that cannot be: from tomorrow on, before anybody alive, a form received before its person was born. */
export function daysAgree(reader: CellReader, { born, received, today }: { born: Temporal.PlainDate | null; received: Temporal.PlainDate | null; today: Temporal.PlainDate }): void {
  const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0
  const oldest = today.subtract({ years: yearsMost })
  for (const [column, its] of [['date_of_birth', born], ['received_on', received]] as const) {
    if (its && isAfter(its, today)) reader.fault(column, 'in-the-future')
    else if (its && isAfter(oldest, its)) reader.fault(column, 'too-long-ago')
  }
  if (born && received && isAfter(born, received)) reader.fault('received_on', 'before-birth')
}
