import { filesOfTrays } from '../../evidence/index.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { attachedFile } from './attached-file.ts'
import { type Message, openMessage } from './message.ts'
import type { MessageRow } from './message-store.ts'

/** A row as a message; the files of its tray are put to it by whoever shows them. */
export const messageOf = (keys: Keys, { case: caseId, ...row }: MessageRow & { case: string }): Message => ({
  id: row.message,
  ordinal: row.ordinal,
  side: row.side,
  account: row.account,
  at: row.at,
  text: openMessage(keys, caseId, row.message, row.sealed),
  tray: row.tray,
  files: [],
  attached: (row.attached ?? []).map((each) => attachedFile(keys, caseId, each)),
  readAt: { person: row.person_read_at, representative: row.representative_read_at, agency: row.agency_read_at },
})

/** The same messages with the files that were sent with them. */
export async function withFiles<M extends Message>(context: Pick<OperationContext, 'tx' | 'actor' | 'services'>, messages: readonly M[]): Promise<readonly M[]> {
  const trays = messages.flatMap(({ tray }) => tray ?? [])
  if (trays.length === 0) return messages
  const files = await filesOfTrays(context, trays)
  return messages.map((message) => ({ ...message, files: files.get(message.tray ?? '') ?? [] }))
}
