import type { OperationContext } from '../../platform/operation.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { recordKept } from '../draft/draft-store.ts'
import { lockDraft } from '../draft/lock-draft.ts'
import { aboutHash } from './about.ts'
import { hasWaivableFee, waivableCodes } from './waiver.ts'
import { findWaiverOfRequest, recordAsked, recordFiled } from './waiver-store.ts'

type Receiving = Pick<OperationContext, 'tx' | 'now' | 'services'>

/**
 * What the receipt of a filing means for requests not to pay a fee: one about its own fee has nothing to decide any more,
 * and if it is such a request itself, it is asked about the form and the fees as they are now.
 */
export async function settleWaivers(context: Receiving, draft: Draft, caseId: string): Promise<void> {
  const { tx, now, services } = context
  if (hasWaivableFee(services.agency, draft.form)) await recordFiled(tx, draft.id, now)
  if (draft.form === services.agency.feeWaiver?.form) await ask(context, draft, caseId)
}

/** The draft it is about before the request, as all who lock both do; it is kept until the office has decided. */
async function ask(context: Receiving, request: Draft, caseId: string): Promise<void> {
  const { tx, now, services } = context
  const { agency, keys } = services
  const waiver = await findWaiverOfRequest(tx, request.id)
  const about = waiver && (await lockDraft(context, waiver.draft))
  if (!waiver || !about || !agency.feeWaiver) return
  const replayed = replayOf(agency, about, now)
  const codes = waivableCodes(agency, replayed)
  const asked = { asked_at: now, case: caseId, about_hash: aboutHash(keys, replayed) }
  await recordAsked(tx, request.id, { ...asked, codes: [...(codes.length > 0 ? codes : waiver.codes)] })
  await recordKept(tx, about.id, now.add({ hours: 24 * agency.feeWaiver.keptDays }))
}
