/** What a form sent: every name with its values in order. Nothing here is trusted or cleaned yet. */
export type Posted = ReadonlyMap<string, readonly string[]>

export const nothingPosted: Posted = new Map()

const namesMost = 400

/** Reads an urlencoded body as Fastify parsed it; what is not text is left out, and names beyond a limit too. */
export function postedFrom(body: unknown): Posted {
  if (typeof body !== 'object' || body === null) return nothingPosted
  const entries = Object.entries(body)
    .slice(0, namesMost)
    .map(([name, value]) => [name, textsIn(value)] as const)
  return new Map(entries)
}

/** Reads a query as Fastify parsed it: of a name that comes twice the first counts. */
export function textsFrom(query: unknown): Record<string, string> {
  const entries = Object.entries(query as Record<string, unknown>)
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutPiles(String(Array.isArray(value) ? value[0] : value))]))
}

function textsIn(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter((each): each is string => typeof each === 'string').map(withoutPiles)
}

/**
 * Cuts more than thirty marks in a row (UAX #15, 13: Stream-Safe Text Format). Normalising sorts them, in time by the
 * square of their number: half a megabyte of them would hold everyone up for half a minute.
 */
export const withoutPiles = (text: string): string => (text.length > 30 ? text.replace(/(\p{M}{30})\p{M}+/gu, '$1') : text)

export const postedText = (posted: Posted, name: string): string => posted.get(name)?.[0] ?? ''
