import type { Actor } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { listTakenBack, type TakenBackRow } from './taken-back-store.ts'

const mostAPage = 50

/** Where the next page begins. */
export type TakenBackPlace = { readonly since: Temporal.Instant; readonly id: string }
export type TakenBack = { readonly payments: readonly TakenBackRow[]; readonly next: TakenBackPlace | null }

const worksCases = ({ kind, roles }: Actor) => kind === 'staff' && roles.some((role) => role === 'officer' || role === 'supervisor')

/** What banks took back, the newest first: disputes, whatever became of them, and debits returned after they were sure. */
export const takenBackPayments = query({
  name: 'filing.taken-back-payments',
  allow: (actor, _input: { after: TakenBackPlace | null }) => worksCases(actor),
  async run({ tx }, { after }): Promise<TakenBack> {
    const found = await listTakenBack(tx, { after, most: mostAPage + 1 })
    const payments = found.slice(0, mostAPage)
    const last = found.length > mostAPage ? payments.at(-1) : undefined
    return { payments, next: last ? { since: last.since, id: last.id } : null }
  },
})
