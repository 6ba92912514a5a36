import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Standing } from '../waiver/waiver.ts'
import type { DraftRow } from './sealed-draft.ts'

/** Adds a draft unless this account began one with the same key: of parallel presses one makes it, all get its id. */
export async function insertDraft(tx: Tx, draft: Insertable<DB['filing.draft']>): Promise<{ id: string; isNew: boolean }> {
  const { id } = await tx
    .insertInto('filing.draft')
    .values(draft)
    .onConflict((conflict) => conflict.columns(['account', 'start_key']).doUpdateSet({ start_key: draft.start_key }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, isNew: id === draft.id }
}

const liveDrafts = (tx: Tx, now: Temporal.Instant) =>
  tx
    .selectFrom('filing.draft')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where((or) => or.or([or('submission', 'is not', null), or('expires_at', '>', now)]))

/** A draft that is neither deleted nor expired; submitted ones too. */
export const findDraft = (tx: Tx, id: string, now: Temporal.Instant): Promise<DraftRow | undefined> =>
  liveDrafts(tx, now).where('id', '=', id).executeTakeFirst()

export const findDraftForUpdate = (tx: Tx, id: string, now: Temporal.Instant): Promise<DraftRow | undefined> =>
  liveDrafts(tx, now).where('id', '=', id).forUpdate().executeTakeFirst()

export type ListedRow = DraftRow & { readonly last_waiver: Standing | null }

/** How the last request about a draft's fee stands, beside the draft itself. */
const lastWaiver = sql<Standing | null>`(
  select json_build_object('granted', d.granted, 'asked_at', w.asked_at, 'filed_at', w.filed_at)
  from filing.fee_waiver w left join filing.fee_waiver_decision d on d.waiver = w.id
  where w.draft = filing.draft.id order by w.begun_at desc limit 1)`

/** The drafts of their own that a person has not submitted, the last worked on first, at most `most`: none that is prepared. */
export const listOpenDrafts = (
  tx: Tx,
  accounts: readonly string[],
  now: Temporal.Instant,
  most: number,
): Promise<ListedRow[]> =>
  tx
    .selectFrom('filing.draft')
    .selectAll()
    .select(lastWaiver.as('last_waiver'))
    .where('account', 'in', accounts)
    .where('prepared', 'is', null)
    .where('deleted_at', 'is', null)
    .where('submission', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('worked_on_at', 'desc')
    .limit(most)
    .execute()

/** Work never brings the end of a draft nearer: one that waits for a decision on its fee is kept longer. */
const noSooner = (expiresAt: Temporal.Instant) => sql<Temporal.Instant>`greatest(expires_at, ${expiresAt}::timestamptz)`

export type Worked = {
  answers_sealed?: Buffer
  origins_sealed?: Buffer
  typed_sealed: Buffer | null
  version: number
  worked_on_at: Temporal.Instant
  expires_at: Temporal.Instant
}

export async function recordWork(tx: Tx, id: string, worked: Worked): Promise<void> {
  await tx
    .updateTable('filing.draft')
    .set({ ...worked, expires_at: noSooner(worked.expires_at) })
    .where('id', '=', id)
    .execute()
}

export async function recordExtension(tx: Tx, id: string, worked_on_at: Temporal.Instant, expires_at: Temporal.Instant) {
  await tx
    .updateTable('filing.draft')
    .set({ worked_on_at, expires_at: noSooner(expires_at) })
    .where('id', '=', id)
    .execute()
}

/** Keeps an open draft until then at least, without work on it. */
export async function recordKept(tx: Tx, id: string, until: Temporal.Instant): Promise<void> {
  await openOnly(tx, id).set({ expires_at: noSooner(until), ...unwarned }).execute()
}

/** An open draft ends then, whatever it was kept for. */
export async function recordEnd(tx: Tx, id: string, expires_at: Temporal.Instant): Promise<void> {
  await openOnly(tx, id).set({ expires_at, ...unwarned }).execute()
}

/** Another end is told of anew. */
const unwarned = { warned_after: null, warned_days: null }

const openOnly = (tx: Tx, id: string) =>
  tx.updateTable('filing.draft').where('id', '=', id).where('submission', 'is', null).where('deleted_at', 'is', null)

export type InEdition = Omit<Worked, 'typed_sealed'> & { readonly edition: Temporal.PlainDate }

/** A draft as it is in another edition of its form. */
export async function recordEdition(tx: Tx, id: string, moved: InEdition): Promise<void> {
  await tx
    .updateTable('filing.draft')
    .set({ ...moved, expires_at: noSooner(moved.expires_at) })
    .where('id', '=', id)
    .execute()
}

/** A draft that was deleted and is not removed for good yet. The copy of a void package comes back by no press. */
const deletedDraft = (tx: Tx, id: string) =>
  tx.selectFrom('filing.draft').selectAll().where('id', '=', id).where('deleted_at', 'is not', null).where('prepared', 'is distinct from', 'copy')

export const findDeletedDraft = (tx: Tx, id: string): Promise<DraftRow | undefined> => deletedDraft(tx, id).executeTakeFirst()

export const findDeletedDraftForUpdate = (tx: Tx, id: string): Promise<DraftRow | undefined> =>
  deletedDraft(tx, id).forUpdate().executeTakeFirst()

/** Takes a deletion back. `expires_at`: when it ends now. */
export async function recordRestoration(tx: Tx, id: string, expires_at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('filing.draft')
    .set({ deleted_at: null, expires_at: noSooner(expires_at) })
    .where('id', '=', id)
    .execute()
}

export async function recordDeletion(tx: Tx, id: string, deleted_at: Temporal.Instant): Promise<void> {
  await tx.updateTable('filing.draft').set({ deleted_at }).where('id', '=', id).execute()
}

export async function recordSubmission(tx: Tx, id: string, submission: string, submitted_at: Temporal.Instant) {
  await tx
    .updateTable('filing.draft')
    .set({ submission, submitted_at, typed_sealed: null })
    .where('id', '=', id)
    .execute()
}

/** Removes drafts that ended or were deleted before these instants, but those of `except`, at most `most` at a time; says which. */
export function removeEndedDrafts(
  tx: Tx,
  before: { expired: Temporal.Instant; deleted: Temporal.Instant },
  { most, except }: { most: number; except: readonly string[] },
): Promise<{ id: string; account: string }[]> {
  const ended = tx
    .selectFrom('filing.draft')
    .select('id')
    .where('submission', 'is', null)
    .where((eb) => (except.length > 0 ? eb('account', 'not in', except) : eb.val(true)))
    .where((or) => or.or([or('expires_at', '<', before.expired), or('deleted_at', '<', before.deleted)]))
    .limit(most)
  return tx.deleteFrom('filing.draft').where('id', 'in', ended).returning(['id', 'account']).execute()
}

export type Idle = { readonly id: string; readonly account: string; readonly worked_on_at: Temporal.Instant; readonly expires_at: Temporal.Instant }

/**
 * Drafts that can be worked on, that nobody has worked on since `before`, that end by `endBy`, and whose owner was not told of `days` yet, locked,
 * at most `most`; what another worker has locked is left to it.
 */
export const lockIdleDrafts = (
  tx: Tx,
  { before, endBy, days, now, most }: { before: Temporal.Instant; endBy: Temporal.Instant; days: number; now: Temporal.Instant; most: number },
): Promise<Idle[]> =>
  tx
    .selectFrom('filing.draft')
    .select(['id', 'account', 'worked_on_at', 'expires_at'])
    .where('submission', 'is', null)
    .where('deleted_at', 'is', null)
    .where('frozen_at', 'is', null)
    .where('worked_on_at', '<=', before)
    .where('expires_at', '>', now)
    .where('expires_at', '<=', endBy)
    .where((or) =>
      or.or([
        or('warned_after', 'is', null),
        or('warned_after', '<>', or.ref('worked_on_at')),
        or('warned_days', '<', days),
      ]),
    )
    .orderBy('worked_on_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

export async function recordWarning(tx: Tx, { id, worked_on_at }: Idle, warned_days: number): Promise<void> {
  await tx
    .updateTable('filing.draft')
    .set({ warned_days, warned_after: worked_on_at })
    .where('id', '=', id)
    .execute()
}
