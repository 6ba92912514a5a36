import type { UsedDrafts } from '../../evidence/index.ts'
import type { Context } from '../../platform/http/page.ts'
import { query } from '../../platform/operation.ts'
import { listUsedDrafts } from '../draft/used-drafts-store.ts'

const usedDrafts = query({
  name: 'filing.used-drafts',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, now }, drafts: readonly string[]): Promise<UsedDrafts> {
    if (drafts.length === 0) return new Map()
    const rows = await listUsedDrafts(tx, drafts, now)
    return new Map(
      rows.map(({ id, form, submission, receipt_number, received_on }) => [
        id,
        { form, submission, receiptNumber: receipt_number, receivedOn: received_on },
      ]),
    )
  },
})

/** What the evidence room tells of where a person's documents were used. */
export const usedDraftsOf = async (context: Context, drafts: readonly string[]): Promise<UsedDrafts> =>
  (await context.read(usedDrafts, drafts)) ?? new Map()
