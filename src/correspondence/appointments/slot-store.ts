import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Span } from './slot-times.ts'

interface Place {
  readonly office: string
  readonly kind: string
}

/**
 * Waits until nobody else books, moves or closes here, until the transaction ends. Taken before any row, in the order of the
 * offices' names, so that no two wait for each other; that no time holds too many is the database's own check besides.
 */
export async function lockPlaces(tx: Tx, places: readonly Place[]): Promise<void> {
  const names = new Set(places.map(({ office, kind }) => `correspondence.slot ${office} ${kind}`))
  for (const name of [...names].sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

export interface SlotRow {
  id: string
  office: string
  kind: string
  starts_at: Temporal.Instant
  minutes: number
  capacity: number
  taken: number
  closed_at: Temporal.Instant | null
}

const slotColumns = ['id', 'office', 'kind', 'starts_at', 'minutes', 'capacity', 'taken', 'closed_at'] as const

export const findSlot = (tx: Tx, id: string): Promise<SlotRow | undefined> =>
  tx.selectFrom('correspondence.slot').select(slotColumns).where('id', '=', id).executeTakeFirst()

/** Times that are there already stay as they are, closed ones too. Returns how many came. */
export async function insertSlots(tx: Tx, slots: Insertable<DB['correspondence.slot']>[]): Promise<number> {
  if (slots.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('correspondence.slot')
    .values(slots)
    .onConflict((conflict) => conflict.columns(['office', 'kind', 'starts_at']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

const freeSlots = (tx: Tx, { office, kind, from }: Place & { from: Temporal.Instant }) =>
  tx
    .selectFrom('correspondence.slot')
    .select(slotColumns)
    .where('office', '=', office)
    .where('kind', '=', kind)
    .where('starts_at', '>=', from)
    .where('closed_at', 'is', null)
    .whereRef('taken', '<', 'capacity')
    .orderBy('starts_at')

/** Times with a free place from a moment on, the earliest first. */
export const listFree = (tx: Tx, { most, ...from }: Place & { from: Temporal.Instant; most: number }): Promise<SlotRow[]> => freeSlots(tx, from).limit(most).execute()

export const listFreeBetween = (tx: Tx, { until, ...from }: Place & Span): Promise<SlotRow[]> => freeSlots(tx, from).where('starts_at', '<', until).execute()

/** The last free time of a span. */
export const findLastFree = (tx: Tx, { until, ...from }: Place & Span): Promise<SlotRow | undefined> =>
  freeSlots(tx, from).where('starts_at', '<', until).clearOrderBy().orderBy('starts_at', 'desc').limit(1).executeTakeFirst()

/** Every time of an office in a span, for who keeps them. */
export const listSlots = (tx: Tx, { office, from, until }: { office: string } & Span) =>
  tx
    .selectFrom('correspondence.slot')
    .select([...slotColumns, 'closed_why'])
    .where('office', '=', office)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .orderBy('starts_at')
    .orderBy('kind')
    .execute()

/** Closes these times; returns those that were open. */
export async function closeSlots(tx: Tx, ids: readonly string[], { at, by, why }: { at: Temporal.Instant; by: string; why: string }): Promise<SlotRow[]> {
  return tx
    .updateTable('correspondence.slot')
    .set({ closed_at: at, closed_by: by, closed_why: why })
    .where('id', 'in', ids)
    .where('closed_at', 'is', null)
    .returning(slotColumns)
    .execute()
}

/** How many places of these times are taken. */
export async function countTaken(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await tx.selectFrom('correspondence.slot').select('taken').where('id', 'in', ids).execute()
  return rows.reduce((sum, { taken }) => sum + taken, 0)
}

/** Opens closed times of an office again; returns how many. */
export async function reopenSlots(tx: Tx, { office, from, until }: { office: string } & Span): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.slot')
    .set({ closed_at: null, closed_by: null, closed_why: null })
    .where('office', '=', office)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .where('closed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
