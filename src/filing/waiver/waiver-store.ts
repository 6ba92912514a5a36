import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const waivers = (tx: Tx) =>
  tx
    .selectFrom('filing.fee_waiver as waiver')
    .leftJoin('filing.fee_waiver_decision as decision', 'decision.waiver', 'waiver.id')
    .select(['waiver.id', 'waiver.account', 'waiver.draft', 'waiver.request', 'waiver.codes', 'waiver.begun_at', 'waiver.asked_at'])
    .select(['waiver.case', 'waiver.filed_at', 'waiver.about_hash', 'decision.granted', 'decision.reason', 'decision.decided_at'])
    .select(['decision.codes as granted_codes'])

export type WaiverRow = Awaited<ReturnType<ReturnType<typeof waivers>['executeTakeFirstOrThrow']>>

/** The request that counts for a draft: the last one that was begun. */
export const findWaiverOfDraft = (tx: Tx, draft: string): Promise<WaiverRow | undefined> =>
  waivers(tx).where('waiver.draft', '=', draft).orderBy('waiver.begun_at', 'desc').limit(1).executeTakeFirst()

/** All requests about a draft, the last begun first. */
export const listWaiversOfDraft = (tx: Tx, draft: string): Promise<WaiverRow[]> =>
  waivers(tx).where('waiver.draft', '=', draft).orderBy('waiver.begun_at', 'desc').limit(50).execute()

/** What a draft asks for, when it is a request itself. */
export const findWaiverOfRequest = (tx: Tx, request: string): Promise<WaiverRow | undefined> =>
  waivers(tx).where('waiver.request', '=', request).executeTakeFirst()

export const findWaiverOfCase = (tx: Tx, caseId: string): Promise<WaiverRow | undefined> =>
  waivers(tx).where('waiver.case', '=', caseId).executeTakeFirst()

export const listWaivers = (tx: Tx, accounts: readonly string[]): Promise<WaiverRow[]> =>
  waivers(tx).where('waiver.account', 'in', accounts).orderBy('waiver.begun_at').execute()

/** The codes of the schedule that the office granted for a draft as it is, in whichever request: `about` are the hashes that fit. */
export async function listGrantedCodes(tx: Tx, draft: string, about: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('filing.fee_waiver as waiver')
    .innerJoin('filing.fee_waiver_decision as decision', 'decision.waiver', 'waiver.id')
    .select('decision.codes')
    .where('waiver.draft', '=', draft)
    .where('decision.granted', '=', true)
    .where('waiver.about_hash', 'in', about)
    .execute()
  return new Set(rows.flatMap(({ codes }) => codes))
}

/** Begins a request for a draft in the place of one that was begun and not sent. The caller holds the draft's lock. */
export async function beginWaiver(tx: Tx, waiver: Insertable<DB['filing.fee_waiver']>): Promise<void> {
  const { request, codes, begun_at } = waiver
  await tx
    .insertInto('filing.fee_waiver')
    .values(waiver)
    .onConflict((conflict) => conflict.column('draft').where('asked_at', 'is', null).doUpdateSet({ request, codes, begun_at }))
    .execute()
}

export type ToAsk = { asked_at: Temporal.Instant; case: string; codes: string[]; about_hash: string }

/** The request was received as this case, about the fees and the form as they are now. */
export async function recordAsked(tx: Tx, request: string, asked: ToAsk): Promise<void> {
  await tx.updateTable('filing.fee_waiver').set(asked).where('request', '=', request).execute()
}

/**
 * The form of a draft was received: from here on there is nothing to decide about its fee. The rows are locked first, as
 * a decision that is being added locks them too: one of the two comes first, and the other sees it.
 */
export async function recordFiled(tx: Tx, draft: string, filed_at: Temporal.Instant): Promise<void> {
  await lockWaivers(tx, draft)
  await tx.updateTable('filing.fee_waiver').set({ filed_at }).where('draft', '=', draft).execute()
}

/** Waits for a decision that is being added, and keeps others away until the transaction ends. */
export async function lockWaivers(tx: Tx, draft: string): Promise<void> {
  await tx.selectFrom('filing.fee_waiver').select('id').where('draft', '=', draft).orderBy('id').forUpdate().execute()
}

/** Adds what the office decided. False: it had decided before. */
export async function insertDecision(tx: Tx, decision: Insertable<DB['filing.fee_waiver_decision']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('filing.fee_waiver_decision')
    .values(decision)
    .onConflict((conflict) => conflict.column('waiver').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
