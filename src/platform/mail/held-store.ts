import type { Keys } from '../crypto/keys.ts'
import type { Tx } from '../db/transaction.ts'
import { openQueuedMail } from './queue-mail.ts'

export interface SentMail {
  kind: string
  to: string
  language: string
  queuedAt: Temporal.Instant
  sentAt: Temporal.Instant | null
  failedAt: Temporal.Instant | null
}

/** The mails to a person that are kept yet, the oldest first; what stood in them is left to the mailbox. */
export async function listMailsOf(tx: Tx, keys: Keys, persons: readonly string[]): Promise<SentMail[]> {
  const rows = await tx.selectFrom('mail.queued').selectAll().where('person', 'in', persons).orderBy('queued_at').orderBy('id').execute()
  return rows.map((row) => ({
    kind: row.kind,
    to: openQueuedMail(keys, row).to,
    language: row.language,
    queuedAt: row.queued_at,
    sentAt: row.sent_at,
    failedAt: row.failed_at,
  }))
}
