import type { Client } from 'pg'
import { ourSchemas } from './schema-reader.ts'

type Column = {
  schema: string
  relation: string
  column: string
  type: string
  is_array: boolean
  nullable: boolean
  defaulted: boolean
  always: boolean
}

const heading = `// Written by src/platform/db/write-schema.ts from a freshly migrated database.
import type { ColumnType, GeneratedAlways, Generated } from 'kysely'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
/** Read as a value, written as JSON text: a bare array would be taken for an array of the database. */
export type Json = ColumnType<JsonValue, string, string>
/** Numerics are text: they hold more than a number can. */
export type Numeric = ColumnType<string, string | number, string | number>

`

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  citext: 'string',
  name: 'string',
  inet: 'string',
  cidr: 'string',
  interval: 'string',
  time: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'Numeric',
  bool: 'boolean',
  bytea: 'Buffer',
  tsvector: 'string',
  json: 'Json',
  jsonb: 'Json',
  timestamptz: 'Temporal.Instant',
  date: 'Temporal.PlainDate',
  oid: 'number',
}

/** The Kysely types of all our tables, as TypeScript source. Throws for a column type the product has no use for. */
export const tableTypes = async (client: Client): Promise<string> => {
  const { rows } = await client.query<Column>(columnsSql)
  const tables = Map.groupBy(rows, ({ schema, relation }) => `${schema}.${relation}`)
  const body = [...tables].map(([name, columns]) => `  '${name}': {\n${columns.map(property).join('\n')}\n  }`)
  const source = `${heading}export interface DB {\n${body.join('\n')}\n}\n`
  return source.includes('GeneratedAlways<') ? source : source.replace('GeneratedAlways, ', '')
}

const property = (column: Column): string => `    ${column.column}: ${typeOf(column)}`

const typeOf = ({ schema, relation, column, type, is_array, nullable, defaulted, always }: Column): string => {
  const known = types[type]
  if (!known) throw new Error(`${schema}.${relation}.${column}: type ${type} is not in src/platform/db/table-types.ts`)
  const value = `${known}${is_array ? '[]' : ''}${nullable ? ' | null' : ''}`
  if (always) return `GeneratedAlways<${value}>`
  return defaulted ? `Generated<${value}>` : value
}

const columnsSql = `with ours as (${ourSchemas})
  select ours.nspname "schema", c.relname relation, a.attname "column",
    coalesce(base.typname, element.typname, t.typname) "type",
    element.oid is not null is_array,
    not (a.attnotnull or (t.typtype = 'd' and t.typnotnull)) nullable,
    a.atthasdef or a.attidentity = 'd' defaulted,
    a.attgenerated <> '' or a.attidentity = 'a' always
  from pg_class c
  join ours on ours.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type base on t.typtype = 'd' and base.oid = t.typbasetype
  left join pg_type element on t.typcategory = 'A' and element.oid = t.typelem
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  order by ours.nspname, c.relname, a.attnum`
