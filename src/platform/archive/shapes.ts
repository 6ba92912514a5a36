import { z } from 'zod'
import type { HeldPart } from './held-part.ts'

/** What JSON of an archive is made of; every member says what it is, since people read these files years later. */
export const instant = (what: string) => z.iso.datetime({ precision: null }).describe(`${what} (UTC, RFC 3339)`)
export const day = (what: string) => z.iso.date().describe(`${what} (a calendar day)`)
export const id = (what: string) => z.uuid().describe(what)
export const text = (what: string) => z.string().describe(what)
export const whole = (what: string) => z.int().describe(what)
export const truth = (what: string) => z.boolean().describe(what)
export const sha256 = (what: string) => z.string().regex(/^[0-9a-f]{64}$/).describe(`${what} (SHA-256, hexadecimal)`)
export const anyJson = (what: string) => z.json().describe(what)

export const iso = (at: Temporal.Instant): string => at.toString()
export const isoOrNull = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

/** JSON Schema (draft 2020-12) of one file of an archive. */
export const jsonSchemaOf = ({ name, schema }: Pick<HeldPart, 'name' | 'schema'>): Record<string, unknown> => {
  const { $schema, ...shape } = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>
  return { $schema, $id: `portolan:archive/1/${name}`, title: `${name}.json`, ...shape }
}
