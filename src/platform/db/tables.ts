// Written by src/platform/db/write-schema.ts from a freshly migrated database.
import type { ColumnType, Generated } from 'kysely'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
/** Read as a value, written as JSON text: a bare array would be taken for an array of the database. */
export type Json = ColumnType<JsonValue, string, string>
/** Numerics are text: they hold more than a number can. */
export type Numeric = ColumnType<string, string | number, string | number>

export interface DB {
  'platform.attempt': {
    scope: string
    subject: string
    window_starts_at: Temporal.Instant
    made: number
  }
  'platform.migration': {
    number: number
    name: string
    sha256: string
    applied_at: Generated<Temporal.Instant>
  }
  'platform.task_allowed': {
    task: string
  }
}
