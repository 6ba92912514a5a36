import type { After, Sought } from '../../audit/index.ts'
import { dayIn } from '../../platform/clock.ts'
import { isId } from '../../platform/ids.ts'

type Query = Readonly<Record<string, string>>

/** What an address asks for: ids alone stand in it, never a number or an address of a person. */
export interface Asked {
  readonly subject: string | null
  readonly account: string | null
  readonly staff: string | null
  readonly operation: string | null
  readonly from: string | null
  readonly until: string | null
}

const idOf = (text: string | undefined) => (text && isId(text) ? text : null)
const dayOf = (text: string | undefined) => (text && dayIn(text) ? text : null)

export const askedIn = (query: Query): Asked => ({
  subject: idOf(query.subject),
  account: idOf(query.account),
  staff: idOf(query.staff),
  operation: query.operation && /^[\w.-]{1,100}$/.test(query.operation) ? query.operation : null,
  from: dayOf(query.from),
  until: dayOf(query.until),
})

export const afterIn = ({ at, ordinal }: Query): After | null => {
  if (!at || !/^\d{1,18}$/.test(ordinal ?? '')) return null
  try {
    return { at: Temporal.Instant.from(at), ordinal: String(ordinal) }
  } catch {
    return null
  }
}

export function queryOf(asked: Asked, after?: After): string {
  const named = Object.entries(asked).filter((each): each is [string, string] => each[1] !== null)
  const from = after ? [['at', after.at.toString()] as const, ['ordinal', after.ordinal] as const] : []
  const text = new URLSearchParams([...named, ...from].map(([name, value]) => [name, value])).toString()
  return text === '' ? '' : `?${text}`
}

/** Days are whole days of the agency; the last one is in it. */
export function soughtBy({ from, until, ...ids }: Asked, timeZone: string): Sought {
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant()
  return {
    ...ids,
    from: from ? start(Temporal.PlainDate.from(from)) : null,
    until: until ? start(Temporal.PlainDate.from(until).add({ days: 1 })) : null,
  }
}
