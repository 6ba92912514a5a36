import type { OperationContext } from '../../platform/operation.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { recordKept } from '../draft/draft-store.ts'
import { lockDraftToFile } from '../draft/lock-draft.ts'
import { aboutHash } from './about.ts'
import { hasWaivableFee, waivableCodes } from './waiver.ts'
import { findWaiverOfRequest, recordAsked, recordFiled, type WaiverRow } from './waiver-store.ts'

type Receiving = Pick<OperationContext, 'tx' | 'now' | 'services'>

/** A request with the draft whose fee it is about, locked. */
export type AskedAbout = { readonly waiver: WaiverRow; readonly draft: Draft }

/**
 * Locks the draft that a request is about; undefined for a filing that is none, or is about nothing. Before anything else
 * of a receipt: who files that draft holds it too before the files of the account and the requests.
 */
export async function lockAskedAbout(context: Receiving, request: Draft): Promise<AskedAbout | undefined> {
  if (request.form !== context.services.agency.feeWaiver?.form) return undefined
  const waiver = await findWaiverOfRequest(context.tx, request.id)
  const draft = waiver && (await lockDraftToFile(context, waiver.draft))
  return waiver && draft ? { waiver, draft } : undefined
}

/**
 * What the receipt of a filing means for requests not to pay a fee: one about its own fee has nothing to decide any more,
 * and if it is such a request itself, it is asked about the form and the fees as they are now.
 */
export async function settleWaivers(context: Receiving, draft: Draft, caseId: string, about: AskedAbout | undefined): Promise<void> {
  const { tx, now, services } = context
  if (hasWaivableFee(services.agency, draft.form)) await recordFiled(tx, draft.id, now)
  if (about) await ask(context, about, caseId)
}

/** The draft is kept until the office has decided. */
async function ask(context: Receiving, { waiver, draft: about }: AskedAbout, caseId: string): Promise<void> {
  const { tx, now, services } = context
  const { agency, keys } = services
  if (!agency.feeWaiver) return
  const replayed = replayOf(agency, about, now)
  const codes = waivableCodes(agency, replayed)
  const asked = { asked_at: now, case: caseId, about_hash: aboutHash(keys, replayed) }
  await recordAsked(tx, waiver.request, { ...asked, codes: [...(codes.length > 0 ? codes : waiver.codes)] })
  await recordKept(tx, about.id, now.add({ hours: 24 * agency.feeWaiver.keptDays }))
}
