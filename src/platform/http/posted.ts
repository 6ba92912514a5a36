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

function textsIn(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter((each): each is string => typeof each === 'string')
}

export const postedText = (posted: Posted, name: string): string => posted.get(name)?.[0] ?? ''
