import type { Keys } from '../../platform/crypto/keys.ts'
import { type Message, openMessage } from './message.ts'
import type { MessageRow } from './message-store.ts'

export const messageOf = (keys: Keys, { case: caseId, ...row }: MessageRow & { case: string }): Message => ({
  id: row.message,
  ordinal: row.ordinal,
  side: row.side,
  account: row.account,
  at: row.at,
  text: openMessage(keys, caseId, row.message, row.sealed),
  readAt: { person: row.person_read_at, representative: row.representative_read_at, agency: row.agency_read_at },
})
