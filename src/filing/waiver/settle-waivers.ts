import type { OperationContext } from '../../platform/operation.ts'
import type { Draft } from '../draft/draft.ts'
import { recordKept } from '../draft/draft-store.ts'
import { hasWaivableFee } from './waiver.ts'
import { recordAsked, recordFiled } from './waiver-store.ts'

/**
 * What the receipt of a filing means for requests not to pay a fee: one about its own fee has nothing to decide any more,
 * and if it is such a request itself, the draft it is about is kept until the office decides.
 */
export async function settleWaivers(
  { tx, now, services: { agency } }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  draft: Draft,
  caseId: string,
): Promise<void> {
  if (hasWaivableFee(agency, draft.form)) await recordFiled(tx, draft.id, now)
  if (draft.form !== agency.feeWaiver?.form) return
  const asked = await recordAsked(tx, draft.id, { asked_at: now, case: caseId })
  if (asked) await recordKept(tx, asked.draft, now.add({ hours: 24 * agency.feeWaiver.keptDays }))
}
