import { type Selectable, sql } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { NamedFiles, NamesKeys } from '../../../platform/storage/index.ts'
import { bundlePlace } from './print-batch.ts'
import type { SealedLetter } from './sealed-letter.ts'
import type { ApartAs } from './set-letter.ts'

export type PrintBatch = Selectable<DB['cases.print_batch']>

/** Of no protected case, or addressed to where its person is safe. Asked again wherever a letter leaves: the mark may be a second old. */
const isSafe = sql`(letter.safe_at is not null or not exists (select from cases."case" its where its.id = letter."case" and its.protected))`

/** Mail to whom it is for does not come back. */
const reaches = sql`
  not exists (select from cases.mail_hold hold where hold."case" = letter."case" and hold.ended_at is null and hold.addressee =
    coalesce((select notice.addressee from cases.access_notice notice where notice.id = letter.notice), 'applicant'))`

/** In no batch, not withdrawn, not printed and not set apart: as the index of them says it. */
export const isUndone = sql`letter.batch is null and letter.withdrawn_at is null and letter.printed_at is null and letter.apart_at is null`

/** Such a one that is safe to send, to somebody whom mail reaches, and its notice, if any, still stands. */
const waiting = sql`
  ${isUndone} and not exists (select from cases.access_notice notice where notice.id = letter.notice and notice.ended_at is not null)
  and ${isSafe} and ${reaches}`

/** The letters that have waited longest. */
export async function listWaiting(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select letter.id from cases.letter letter where ${waiting} order by letter.written_at, letter.id limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The change of address that a letter goes by: the newest on its case; none where it goes to a representative or to where post is safe. */
const movedBy = sql`
  select change.id, change.sealed from cases.address_change change where change."case" = letter."case" and letter.safe_at is null
    and not exists (select from cases.access_notice notice where notice.id = letter.notice and notice.addressee = 'representative')
  order by change.ordinal desc limit 1`

/**
 * Locks those of these letters that wait yet, each with the change of address that it goes by; who is behind another waits, and
 * sees what the other took.
 */
export async function lockWaiting(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; moved: string | null }>`
    select letter.id, (select moved.id from (${movedBy}) moved) as moved
    from cases.letter letter where letter.id = any(${ids}::uuid[]) and ${waiting}
    order by letter.id for update of letter`.execute(tx)
  return new Map(rows.map(({ id, moved }) => [id, moved]))
}

/** Letters of a case that wait for print. */
export async function listWaitingOf(tx: Tx, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select letter.id from cases.letter letter where letter."case" = ${caseId} and ${waiting} order by letter.written_at, letter.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Those of these letters that would not come back. */
export async function listReaching(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select letter.id from cases.letter letter where letter.id = any(${ids}::uuid[]) and ${reaches}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What is in these letters, in the order of the ids; those that hold nothing any more are left out. */
export async function listSealed(tx: Tx, ids: readonly string[]): Promise<SealedLetter[]> {
  const { rows } = await sql<SealedLetter & { moved_id: string | null; moved_sealed: Buffer | null }>`
    select letter.id, coalesce(letter."case", letter.rejection) as "case", letter.kind, letter.sealed, moved.id as moved_id, moved.sealed as moved_sealed
    from cases.letter letter left join lateral (${movedBy}) moved on true
    where letter.id = any(${ids}::uuid[]) and letter.sealed is not null
    order by array_position(${ids}::uuid[], letter.id)`.execute(tx)
  return rows.map(({ moved_id, moved_sealed, ...letter }) => ({ ...letter, moved: moved_id && moved_sealed ? { id: moved_id, sealed: moved_sealed } : null }))
}

/** Those of these letters that may go out, and of which fewer than `most` that wait are younger. */
export async function listAmongNewest(tx: Tx, ids: readonly string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select letter.id from cases.letter letter
    where letter.id = any(${ids}::uuid[]) and letter.apart_as is distinct from 'protected' and ${isSafe} and letter.written_at >= coalesce((
      select younger.written_at from cases.letter younger
      where younger.batch is null and younger.withdrawn_at is null and younger.printed_at is null and younger.apart_at is null
      order by younger.written_at desc, younger.id desc offset ${most - 1} limit 1), '-infinity')`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface BatchToRecord {
  readonly id: string
  readonly storageKey: string
  readonly letters: readonly string[]
  readonly pages: number
  readonly sha256: string
  readonly sizeBytes: number
}

export async function recordBatch(tx: Tx, { id, storageKey, letters, pages, sha256, sizeBytes }: BatchToRecord, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('cases.print_batch')
    .values({ id, made_at: at, letters: letters.length, pages, storage_key: storageKey, sha256, size_bytes: sizeBytes })
    .execute()
  await sql`update cases.letter set batch = ${id} where id = any(${letters}::uuid[])`.execute(tx)
}

export async function setApart(tx: Tx, apart: ReadonlyMap<string, ApartAs>, at: Temporal.Instant): Promise<void> {
  if (apart.size === 0) return
  const given = JSON.stringify([...apart].map(([id, why]) => ({ id, why })))
  await sql`
    update cases.letter letter set apart_at = ${at}, apart_as = r.why
    from json_to_recordset(${given}::json) as r(id uuid, why text) where letter.id = r.id`.execute(tx)
}

export interface WaitingLetters {
  readonly letters: number
  readonly since: Temporal.Instant | null
}

/** Letters that wait for an address, because mail to whom they are for comes back. */
export async function countHeld(tx: Tx): Promise<number> {
  const { rows } = await sql<{ letters: number }>`
    select count(*)::int as letters from cases.letter letter
    where letter."case" in (select held."case" from cases.mail_hold held where held.ended_at is null) and letter.batch is null and letter.withdrawn_at is null and letter.printed_at is null and not ${reaches}`.execute(tx)
  return rows[0]?.letters ?? 0
}

export async function countWaiting(tx: Tx): Promise<WaitingLetters> {
  const { rows } = await sql<{ letters: number; since: Temporal.Instant | null }>`
    select count(*)::int as letters, min(letter.written_at) as since from cases.letter letter where ${waiting}`.execute(tx)
  return rows[0] ?? { letters: 0, since: null }
}

export interface LetterApart {
  readonly id: string
  readonly kind: string
  readonly why: Exclude<ApartAs, 'protected'>
  readonly since: Temporal.Instant
  /** Null: it is about a filing that was rejected, and there is no case. */
  readonly receiptNumber: string | null
}

/** The letters that a person prints, those that have waited longest first; what waits to be safe is nothing of theirs. */
export async function listApart(tx: Tx, most: number): Promise<LetterApart[]> {
  const { rows } = await sql<LetterApart>`
    select letter.id, letter.kind, letter.apart_as as why, letter.apart_at as since, its.receipt_number as "receiptNumber"
    from cases.letter letter left join cases."case" its on its.id = letter."case"
    where letter.apart_at is not null and letter.apart_as <> 'protected' and letter.withdrawn_at is null and letter.printed_at is null
      and ${isSafe} and ${reaches}
    order by letter.apart_at, letter.id limit ${most}`.execute(tx)
  return rows
}

export async function lockApart(tx: Tx, id: string): Promise<{ id: string; printed_at: Temporal.Instant | null } | undefined> {
  const { rows } = await sql<{ id: string; printed_at: Temporal.Instant | null }>`
    select letter.id, letter.printed_at from cases.letter letter
    where letter.id = ${id} and letter.apart_as <> 'protected' and letter.withdrawn_at is null and ${isSafe}
    for update of letter`.execute(tx)
  return rows[0]
}

/** Where a letter of a case stands: it waits for a batch or for a person's hand, is in a batch, is printed, or is not sent any more. */
export interface LetterOfCase {
  readonly kind: string
  readonly state: 'waits' | 'apart' | 'in-batch' | 'printed' | 'withdrawn'
}

const stateColumn = sql<LetterOfCase['state']>`case
  when letter.withdrawn_at is not null then 'withdrawn' when letter.printed_at is not null then 'printed'
  when letter.batch is not null then 'in-batch' when letter.apart_as <> 'protected' then 'apart' else 'waits' end`

/** Where each of these letters stands. */
export async function listLetterStates(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LetterOfCase['state']>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; state: LetterOfCase['state'] }>`
    select letter.id, ${stateColumn} as state from cases.letter letter where letter.id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** The letters about a case, the oldest first; one that waits until it is safe is said to wait. */
export async function listLettersOfCase(tx: Tx, caseId: string): Promise<LetterOfCase[]> {
  const { rows } = await sql<LetterOfCase>`
    select letter.kind, ${stateColumn} as state
    from cases.letter letter where letter."case" = ${caseId} order by letter.written_at, letter.kind, letter.id`.execute(tx)
  return rows
}

/** It is on paper now, and nothing readable of it stays. */
export async function markPrintedByHand(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('cases.letter').set({ printed_at: at, sealed: null }).where('id', '=', id).execute()
}

export const listBatches = (tx: Tx, most: number): Promise<PrintBatch[]> =>
  tx.selectFrom('cases.print_batch').selectAll().orderBy('ordinal', 'desc').limit(most).execute()

export const findBatch = (tx: Tx, id: string): Promise<PrintBatch | undefined> =>
  tx.selectFrom('cases.print_batch').selectAll().where('id', '=', id).executeTakeFirst()

export const lockBatch = (tx: Tx, id: string): Promise<PrintBatch | undefined> =>
  tx.selectFrom('cases.print_batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function markFetched(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('cases.print_batch').set({ fetched_at: at }).where('id', '=', id).execute()
}

/** Its letters are on paper, every one; nothing readable of them stays. */
export async function markConfirmed(tx: Tx, id: string, { counted, by, at }: { counted: number; by: string; at: Temporal.Instant }): Promise<void> {
  await tx.updateTable('cases.print_batch').set({ counted, confirmed_at: at, confirmed_by: by }).where('id', '=', id).execute()
  await tx.updateTable('cases.letter').set({ printed_at: at, sealed: null }).where('batch', '=', id).execute()
}

/** The bundles that are yet to be confirmed and may be printed; what lies of the others is nobody's. */
export const printKeys: NamesKeys = {
  table: 'cases.print_batch',
  async among(tx, ids) {
    const rows = await tx
      .selectFrom('cases.print_batch')
      .select('storage_key')
      .where('storage_key', 'in', ids)
      .where('confirmed_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .execute()
    return rows.map(({ storage_key }) => storage_key)
  },
}

/** The bundles that are not printed yet: the mail house cannot count what is gone. */
export const namedBundles: NamedFiles = {
  table: 'cases.print_batch',
  async list(tx, behind, most) {
    const rows = await tx
      .selectFrom('cases.print_batch')
      .select(['id', 'storage_key', 'sha256', 'size_bytes'])
      .where('id', '>', behind)
      .where('confirmed_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(({ id, storage_key, sha256, size_bytes }) => {
      return { id, storageKey: storage_key, place: (key) => bundlePlace(id, key), sha256, sizeBytes: Number(size_bytes) }
    })
  },
}
