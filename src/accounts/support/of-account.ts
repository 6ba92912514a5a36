import type { Tx } from '../../platform/db/transaction.ts'
import { listRequestsOf } from './support-store.ts'

export interface RequestOfAccount {
  readonly trackingNumber: string
  readonly topic: string
  readonly sentAt: Temporal.Instant
  readonly state: 'open' | 'answered' | 'closed'
}

/** What the person of this account asked support, the newest first, under the rights of the caller's transaction. */
export const supportRequestsOf = async (tx: Tx, account: string, most: number): Promise<RequestOfAccount[]> =>
  (await listRequestsOf(tx, account, most)).map((row) => ({
    trackingNumber: row.tracking_number,
    topic: row.topic,
    sentAt: row.sent_at,
    state: row.closed_at ? 'closed' : row.answered_at ? 'answered' : 'open',
  }))
