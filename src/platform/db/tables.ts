// Written by src/platform/db/write-schema.ts from a freshly migrated database.
import type { ColumnType, GeneratedAlways, Generated } from 'kysely'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
/** Read as a value, written as JSON text: a bare array would be taken for an array of the database. */
export type Json = ColumnType<JsonValue, string, string>
/** Numerics are text: they hold more than a number can. */
export type Numeric = ColumnType<string, string | number, string | number>

export interface DB {
  'audit.entry': {
    id: Generated<string>
    at: Temporal.Instant
    ordinal: GeneratedAlways<number>
    operation: string
    actor_kind: string
    actor_id: string | null
    subject: string | null
    account: string | null
    outcome: string
    refusal: string | null
    detail: Json | null
    request_id: string | null
  }
  'audit.link': {
    position: number
    entry_id: string
    entry_at: Temporal.Instant
    hash: Buffer
  }
  'audit.signed_head': {
    position: number
    hash: Buffer
    signed_at: Temporal.Instant
    signature: string
  }
  'audit.unsealed': {
    ordinal: number
    entry_id: string
    entry_at: Temporal.Instant
  }
  'mail.demo_outbox': {
    id: string
    channel: string
    recipient: string
    subject: string
    body_text: string
    body_html: string
    attachments: Generated<Json>
    sent_at: Temporal.Instant
    ordinal: GeneratedAlways<number>
  }
  'mail.queued': {
    id: string
    kind: string
    person: string
    language: string
    to_sealed: Buffer
    values_sealed: Buffer
    queued_at: Temporal.Instant
    sent_at: Temporal.Instant | null
    failed_at: Temporal.Instant | null
    failure: string | null
  }
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
  'platform.worker_process': {
    id: string
    lock_key: number
    worker_ids: Generated<string[]>
    started_at: Temporal.Instant
  }
}
