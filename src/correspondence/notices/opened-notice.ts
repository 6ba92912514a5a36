import type { Keys } from '../../platform/crypto/keys.ts'
import { type EndedAs, type Notice, openParts } from './notice.ts'
import type { NoticeRow } from './notice-store.ts'

export const noticeOf = (keys: Keys, row: NoticeRow): Notice => ({
  id: row.id,
  caseId: row.case,
  receiptNumber: row.receipt_number,
  kind: row.kind,
  issuedAt: row.issued_at,
  issuedOn: row.issued_on,
  code: row.code,
  textSha256: row.text_sha256,
  signature: row.signature,
  endedAs: row.ended_as as EndedAs | null,
  parts: openParts(keys, row.case, row.id, row.sealed),
})
