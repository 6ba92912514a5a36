import type { Keys } from '../crypto/keys.ts'
import type { Tx } from '../db/transaction.ts'
import { openTextMessage } from './queue-text-message.ts'

export interface SentText {
  kind: string
  to: string
  language: string
  queuedAt: Temporal.Instant
  state: string
  stateAt: Temporal.Instant
}

/** The text messages to a person that are kept yet, the oldest first; what stood in them is left to the phone. */
export async function listTextsOf(tx: Tx, keys: Keys, persons: readonly string[]): Promise<SentText[]> {
  const rows = await tx.selectFrom('sms.queued').selectAll().where('person', 'in', persons).orderBy('queued_at').orderBy('id').execute()
  return rows.map((row) => ({
    kind: row.kind,
    to: openTextMessage(keys, row as never).to,
    language: row.language,
    queuedAt: row.queued_at,
    state: row.state,
    stateAt: row.state_at,
  }))
}
