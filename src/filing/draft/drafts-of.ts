import { accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { paymentsUnderWay, type UnderWay } from '../payment/draft-payment.ts'
import { waiverState, type WaiverState } from '../waiver/waiver.ts'
import type { Draft } from './draft.ts'
import { replayOf } from './draft.ts'
import { listOpenDrafts } from './draft-store.ts'
import { readDraft } from './lock-draft.ts'
import { openDraftRow } from './sealed-draft.ts'
import { mayFile, mayFillIn } from './start-draft.ts'

const listedMost = 50

/** A draft of the actor's own, submitted ones too; undefined alike for unknown, somebody else's, deleted, expired. */
export const draftFor = query({
  name: 'filing.draft',
  allow: (actor, _input: { draft: string }) => mayFillIn(actor),
  run: (context, { draft }) => readDraft(context, draft),
})

/**
 * One line of a person's list of drafts. `nextPage` undefined: everything is answered. `underWay`: it is being paid for.
 * `waiver`: how the last request not to pay its fee stands; null: there is none.
 */
export type ListedDraft = Pick<Draft, 'id' | 'form' | 'startedAt' | 'workedOnAt' | 'expiresAt'> & {
  readonly progress: { readonly done: number; readonly of: number }
  readonly nextPage: string | undefined
  readonly underWay: UnderWay | undefined
  readonly waiver: WaiverState | null
}

/** What the actor has begun and not submitted, the last worked on first. */
export const draftsOf = query({
  name: 'filing.drafts',
  allow: (actor, _input: Record<string, never>) => mayFile(actor),
  async run({ tx, actor, now, services }): Promise<ListedDraft[]> {
    const rows = await listOpenDrafts(tx, accountsOf(actor), now, listedMost)
    const underWay = await paymentsUnderWay(
      tx,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => {
      const draft = openDraftRow(services.keys, row)
      const { progress, firstUndone } = replayOf(services.agency, draft, now)
      const { id, form, startedAt, workedOnAt, expiresAt } = draft
      const listed = { id, form, startedAt, workedOnAt, expiresAt, progress, nextPage: firstUndone }
      return { ...listed, underWay: underWay.get(id), waiver: row.last_waiver && waiverState(row.last_waiver) }
    })
  },
})
