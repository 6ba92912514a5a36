import { dayIn } from '../../../platform/clock.ts'
import type { CellReader, CellsOf } from './cell-reader.ts'
import type { RowFaultCode } from './faults.ts'

type Day = Temporal.PlainDate

const birthYearsMost = 125
const firstDay = Temporal.PlainDate.from('1900-01-01')

/** What a spreadsheet, or another country, made of a day. None is taken: what it means, the cell does not say (decision 0029). */
const shapes: readonly [RegExp, RowFaultCode][] = [
  [/^\d{4}-\d{2}-\d{2}$/, 'no-such-day'],
  [/^\d{4}-\d{2}-\d{2}[T ]/, 'date-with-time'],
  [/^\d{1,2}[/.-]\d{1,2}[/.-]\d{1,4}$/, 'date-order-unknown'],
  [/^\d{3,5}([.,]\d+)?$/, 'date-as-number'],
]

/** A day as files write it; null where it is none, and that is said. */
export function readDay<C extends string>(reader: CellsOf<C>, column: C): Day | null {
  if (!reader.has(column)) return reader.fault(column, 'missing')
  const text = reader.text(column)
  return dayIn(text) ?? reader.fault(column, shapes.find(([shape]) => shape.test(text))?.[1] ?? 'not-a-date')
}

const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0

/** A day received that cannot be says nothing about the day of birth beside it. */
function faultOfReceipt(day: Day, today: Day): RowFaultCode | null {
  if (isBefore(today, day)) return 'day-in-future'
  return isBefore(day, firstDay) ? 'day-too-long-ago' : null
}

/** The day that a form came by itself, where nobody's birth is told beside it. */
export function readReceivedOn(reader: CellReader, today: Day): Day | null {
  const day = readDay(reader, 'received_on')
  const fault = day && faultOfReceipt(day, today)
  return fault ? reader.fault('received_on', fault) : day
}

function faultOfBirth(day: Day, receivedOn: Day | null, today: Day): RowFaultCode | null {
  const reached = receivedOn ?? today
  if (isBefore(today, day)) return 'day-in-future'
  if (isBefore(reached, day)) return 'born-after-receipt'
  return isBefore(day, reached.subtract({ years: birthYearsMost })) ? 'day-too-long-ago' : null
}

/** The two days of a filing, each possible by itself and beside the other. `today` is the agency's. */
export function readDays(reader: CellReader, today: Day): { receivedOn: Day; dateOfBirth: Day } | null {
  const [receivedOn, dateOfBirth] = [readDay(reader, 'received_on'), readDay(reader, 'date_of_birth')]
  const received = receivedOn && faultOfReceipt(receivedOn, today)
  const born = dateOfBirth && faultOfBirth(dateOfBirth, received ? null : receivedOn, today)
  if (received) reader.fault('received_on', received)
  if (born) reader.fault('date_of_birth', born)
  return receivedOn && dateOfBirth && { receivedOn, dateOfBirth }
}
