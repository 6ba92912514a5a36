import type { OperationContext } from '../../platform/operation.ts'
import { query } from '../../platform/operation.ts'
import { waiverState, type WaiverState } from './waiver.ts'
import { findWaiverOfCase, insertDecision } from './waiver-store.ts'

/** A request as the office sees it: what it is about and how it stands. */
export type WaiverCase = {
  readonly codes: readonly string[]
  readonly state: WaiverState
  readonly askedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
  /** Why it was refused: one of the pack's reasons. */
  readonly reason: string | null
}

/** The request for a fee waiver that a case is; null for a case that is none, or about a form not filed here. */
export const waiverOfCase = query({
  name: 'filing.fee-waiver-of-case',
  allow: ({ kind }, _input: { caseId: string }) => kind === 'staff',
  async run({ tx }, { caseId }): Promise<WaiverCase | null> {
    const row = await findWaiverOfCase(tx, caseId)
    if (!row?.asked_at) return null
    return { codes: row.codes, state: waiverState(row), askedAt: row.asked_at, decidedAt: row.decided_at, reason: row.reason }
  },
})

export type WaiverDecision = { readonly caseId: string; readonly staff: string } & (
  | { readonly granted: true }
  /** One of the reasons of the agency pack. */
  | { readonly granted: false; readonly reason: string }
)

/**
 * Decides a request inside the caller's transaction, once, for the fees it asks about; its draft is told of by a job. A form
 * that was filed meanwhile was paid for, and nothing is decided any more: the decision is added first, which waits for a
 * filing that is under way, and only then is looked whether it was filed. The caller undoes it where it is refused.
 */
export async function decideWaiver(
  { tx, now, enqueue, audit }: Pick<OperationContext, 'tx' | 'now' | 'enqueue' | 'audit'>,
  decision: WaiverDecision,
): Promise<'decided' | 'no-request' | 'already-decided' | 'already-filed'> {
  const found = await findWaiverOfCase(tx, decision.caseId)
  if (!found) return 'no-request'
  audit({ account: found.account, detail: { draft: found.draft, codes: found.codes.join(' '), granted: decision.granted } })
  if (found.granted !== null) return 'already-decided'
  if (found.filed_at) return 'already-filed'
  const { granted, staff } = decision
  const reason = decision.granted ? null : decision.reason
  const isFirst = await insertDecision(tx, { waiver: found.id, granted, reason, codes: found.codes, decided_at: now, staff })
  if (!isFirst) return 'already-decided'
  if ((await findWaiverOfCase(tx, decision.caseId))?.filed_at) return 'already-filed'
  await enqueue('filing.keep-after-waiver', { draft: found.draft })
  return 'decided'
}
