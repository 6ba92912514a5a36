import type { Tx } from '../../platform/db/transaction.ts'

/** Which forms these drafts are, and what became of those that were received; a draft that is deleted or has ended is left out. */
export const listUsedDrafts = (tx: Tx, drafts: readonly string[], now: Temporal.Instant) =>
  tx
    .selectFrom('filing.draft as d')
    .leftJoin('filing.submission as s', (join) => join.onRef('s.id', '=', 'd.submission'))
    .select(['d.id', 'd.form', 's.id as submission', 's.receipt_number', 's.received_on'])
    .where('d.id', 'in', drafts)
    .where('d.deleted_at', 'is', null)
    .where((or) => or.or([or('d.submission', 'is not', null), or('d.expires_at', '>', now)]))
    .execute()
