import { types } from 'pg'

/** Type numbers of pg_type that Portolan reads in its own way. */
const oid = { int8: 20, date: 1082, timestamptz: 1184, int8Array: 1016, dateArray: 1182, timestamptzArray: 1185 }

/** A whole number that JavaScript holds exactly; throws for one beyond 2^53. */
const wholeNumber = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint of the database is beyond the safe whole numbers')
  return value
}
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

const textArray: (text: string) => string[] = types.getTypeParser(1009 as number, 'text')
const arrayOf =
  <T>(one: (text: string) => T) =>
  (text: string): (T | null)[] =>
    textArray(text).map((each) => (each === null ? null : one(each)))

const ours = new Map<number, (text: string) => unknown>([
  [oid.int8, wholeNumber],
  [oid.date, day],
  [oid.timestamptz, instant],
  [oid.int8Array, arrayOf(wholeNumber)],
  [oid.dateArray, arrayOf(day)],
  [oid.timestamptzArray, arrayOf(instant)],
])

/** How values are read: timestamptz → Temporal.Instant, date → Temporal.PlainDate, bigint → number when exact. */
export const typeParsers = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    ours.get(id) ?? types.getTypeParser(id, format as 'text')) as typeof types.getTypeParser,
}

/** A parameter as the database takes it: Temporal values as their ISO text, inside arrays too. */
export const boundValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(boundValue)
  return isTemporal(value) ? value.toString() : value
}

const isTemporal = (value: unknown): value is { toString(): string } =>
  value instanceof Temporal.Instant ||
  value instanceof Temporal.PlainDate ||
  value instanceof Temporal.PlainDateTime ||
  value instanceof Temporal.Duration
