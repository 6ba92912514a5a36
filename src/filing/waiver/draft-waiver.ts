import type { AgencyPack } from '../../agency/index.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Draft } from '../draft/draft.ts'
import { nothingWaived } from '../fees/fee-lines.ts'
import { hasWaivableFee, waiverState, type WaiverState } from './waiver.ts'
import { findWaiverOfRequest, listWaiversOfDraft } from './waiver-store.ts'

/** The last request about the fee of a draft, for its person. */
export type Waiver = {
  /** The draft of the request. */
  readonly request: string
  readonly state: WaiverState
  readonly askedAt: Temporal.Instant | null
  readonly decidedAt: Temporal.Instant | null
  /** Why it was refused: one of the pack's reasons. */
  readonly reason: string | null
}

/** What of a draft's fee was waived, and how its last request stands; `isFor`: the draft that this one, a request, is about. */
export type DraftWaiver = {
  readonly waived: ReadonlySet<string>
  readonly last: Waiver | null
  readonly isFor: string | null
}

const none: DraftWaiver = { waived: nothingWaived, last: null, isFor: null }

/** One look for a form whose fee can be waived, one for the form that asks, and none for others. */
export async function draftWaiverOf(tx: Tx, agency: AgencyPack, { id, form }: Pick<Draft, 'id' | 'form'>): Promise<DraftWaiver> {
  if (form === agency.feeWaiver?.form) return { ...none, isFor: (await findWaiverOfRequest(tx, id))?.draft ?? null }
  if (!hasWaivableFee(agency, form)) return none
  const rows = await listWaiversOfDraft(tx, id)
  const granted = rows.filter(({ granted: isGranted }) => isGranted)
  const [row] = rows
  return {
    ...none,
    waived: new Set(granted.flatMap(({ granted_codes: codes }) => codes ?? [])),
    last: row
      ? { request: row.request, state: waiverState(row), askedAt: row.asked_at, decidedAt: row.decided_at, reason: row.reason }
      : null,
  }
}
