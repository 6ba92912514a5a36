import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { attachedColumn } from './attached-file-store.ts'
import type { AttachedRow } from './attached-file.ts'
import type { Side } from './message.ts'
import type { ThreadRow } from './thread-store.ts'

/** False: this press has sent it before. */
export async function insertMessage(tx: Tx, message: Insertable<DB['correspondence.message']>): Promise<boolean> {
  const row = await tx
    .insertInto('correspondence.message')
    .values(message)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function isSent(tx: Tx, { id, thread }: { id: string; thread: string }): Promise<boolean> {
  const row = await tx.selectFrom('correspondence.message').select('id').where('id', '=', id).where('thread', '=', thread).executeTakeFirst()
  return row !== undefined
}

export interface MessageRow {
  message: string
  ordinal: number
  side: Side
  account: string | null
  at: Temporal.Instant
  sealed: Buffer
  tray: string | null
  attached: readonly AttachedRow[] | null
  person_read_at: Temporal.Instant | null
  representative_read_at: Temporal.Instant | null
  agency_read_at: Temporal.Instant | null
}

const firstReading = (side: Side) => sql<Temporal.Instant | null>`(
  select min(reading.at) from correspondence.reading
  where reading.thread = said.thread and reading.side = ${side} and reading.up_to >= said.ordinal)`

const messageColumns = sql`said.id as message, said.ordinal, said.side, said.account, said.at, said.sealed, said.tray, ${attachedColumn} as attached,
  ${firstReading('person')} as person_read_at, ${firstReading('representative')} as representative_read_at,
  ${firstReading('agency')} as agency_read_at`

export type OwnThreadRow = ThreadRow & MessageRow & { for_themselves: boolean; read_up_to: number }

/** A conversation of a person, a row for each message in order; none where they are not on its case. */
export async function listOwnThread(
  tx: Tx,
  { thread, receiptNumber, accounts }: { thread: string; receiptNumber: string; accounts: readonly string[] },
): Promise<OwnThreadRow[]> {
  const { rows } = await sql<OwnThreadRow>`
    select its.*, ${messageColumns}, correspondence.is_party(its."case", 'person') as for_themselves,
      coalesce((select max(reading.up_to) from correspondence.reading
        where reading.thread = its.id and reading.account = any (${accounts}::uuid[])), 0) as read_up_to
    from correspondence.thread its join correspondence.message said on said.thread = its.id
    where its.id = ${thread} and its.receipt_number = ${receiptNumber}
    order by said.ordinal`.execute(tx)
  return rows
}

export type OfficeThreadRow = ThreadRow & MessageRow & { staff: string | null; read_up_to: number }

/** The same for the office, with who of it wrote. */
export async function listThreadForOffice(tx: Tx, { thread, caseId, staff }: { thread: string; caseId: string; staff: string }): Promise<OfficeThreadRow[]> {
  const { rows } = await sql<OfficeThreadRow>`
    select its.*, ${messageColumns}, said.staff,
      coalesce((select max(reading.up_to) from correspondence.reading where reading.thread = its.id and reading.staff = ${staff}), 0) as read_up_to
    from correspondence.thread its join correspondence.message said on said.thread = its.id
    where its.id = ${thread} and its."case" = ${caseId}
    order by said.ordinal`.execute(tx)
  return rows
}

/** Keeps that somebody has read up to a message; false where that was kept before. */
export async function insertReading(tx: Tx, reading: Insertable<DB['correspondence.reading']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('correspondence.reading')
    .values(reading)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** For an archive: every message of these cases with when the agency had read it, by conversation, the oldest first. */
export async function listHeldMessages(tx: Tx, cases: readonly string[]): Promise<(ThreadRow & MessageRow)[]> {
  const { rows } = await sql<ThreadRow & MessageRow>`
    select its.*, ${messageColumns}
    from correspondence.thread its join correspondence.message said on said.thread = its.id
    where its."case" = any (${cases}::uuid[])
    order by its.opened_at, its.id, said.ordinal`.execute(tx)
  return rows
}

/** The newest messages of a case, which are opened one by one to search in them. */
export async function listMessagesToSearch(tx: Tx, caseId: string, most: number): Promise<(ThreadRow & MessageRow)[]> {
  const { rows } = await sql<ThreadRow & MessageRow>`
    select its.*, ${messageColumns}
    from correspondence.thread its join correspondence.message said on said.thread = its.id
    where its."case" = ${caseId}
    order by said.at desc, said.id limit ${most}`.execute(tx)
  return rows
}
