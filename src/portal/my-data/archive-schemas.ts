import { jsonSchemaOf } from '../../platform/archive/shapes.ts'
import { heldParts } from './held-parts.ts'
import { manifestSchema } from './manifest.ts'

/** The JSON Schema of every file of an archive, by its file name: in each archive, and under docs/data-archive. */
export function archiveSchemas(): ReadonlyMap<string, Record<string, unknown>> {
  const parts = [...heldParts, { name: 'manifest', schema: manifestSchema }]
  return new Map(parts.map((part) => [`${part.name}.schema.json`, jsonSchemaOf(part)]))
}

export const schemaText = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`
