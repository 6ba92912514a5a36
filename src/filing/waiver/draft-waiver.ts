import type { Tx } from '../../platform/db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { nothingWaived } from '../fees/fee-lines.ts'
import { hasWaivableFee, waiverState, type WaiverState } from './waiver.ts'
import { aboutCandidates } from './about.ts'
import { findWaiverOfRequest, listWaiversOfDraft, type WaiverRow } from './waiver-store.ts'

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

type Reading = { readonly tx: Tx; readonly now: Temporal.Instant; readonly services: Pick<Services, 'agency' | 'keys'> }

/** One look for a form whose fee can be waived, one for the form that asks, and none for others. */
export async function draftWaiverOf({ tx, now, services: { agency, keys } }: Reading, draft: Draft): Promise<DraftWaiver> {
  const { id, form } = draft
  if (form === agency.feeWaiver?.form) return { ...none, isFor: (await findWaiverOfRequest(tx, id))?.draft ?? null }
  if (!hasWaivableFee(agency, form)) return none
  const rows = await listWaiversOfDraft(tx, id)
  const about = rows.length > 0 ? aboutCandidates(keys, replayOf(agency, draft, now)) : []
  const fits = ({ about_hash: hash }: WaiverRow) => hash !== null && about.includes(hash)
  const granted = rows.filter((row) => row.granted && fits(row))
  const stateOf = (row: WaiverRow) => (row.granted && !fits(row) ? 'outdated' : waiverState(row))
  const [row] = rows
  return {
    ...none,
    waived: new Set(granted.flatMap(({ granted_codes: codes }) => codes ?? [])),
    last: row
      ? { request: row.request, state: stateOf(row), askedAt: row.asked_at, decidedAt: row.decided_at, reason: row.reason }
      : null,
  }
}
