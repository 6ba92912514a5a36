import type { Keys } from '../../platform/crypto/keys.ts'
import { type AskedFor, type EvidenceRequest, sealedAnswer, sealedAsk, sealedRequest } from './request.ts'
import type { AskRow, RequestRow } from './request-store.ts'

export const requestOf = (keys: Keys, row: RequestRow): EvidenceRequest => ({
  id: row.id,
  caseId: row.case,
  receiptNumber: row.receipt_number,
  form: row.form,
  kind: row.kind,
  words: sealedRequest.open(keys, row.case, row.id, row.sealed),
  sentAt: row.sent_at,
  days: row.days,
  isMailed: row.mailed,
  dueAt: row.due_at,
  state: row.state as EvidenceRequest['state'],
  endedAt: row.ended_at,
  way: row.way as EvidenceRequest['way'],
  answeredSide: row.answered_side as EvidenceRequest['answeredSide'],
  isPartial: row.partial ?? false,
  isLate: row.late ?? false,
  endedWith: row.ended_with as EvidenceRequest['endedWith'],
})

export const askOf = (keys: Keys, caseId: string, row: AskRow): AskedFor => ({
  id: row.id,
  ordinal: row.ordinal,
  code: row.code,
  files: row.files,
  words: row.sealed ? sealedAsk.open(keys, caseId, row.id, row.sealed) : { title: '', words: '' },
  answer:
    row.version === null || row.lacks === null || !row.side || !row.saved_at
      ? null
      : {
          version: row.version,
          lacks: row.lacks,
          text: row.answer_sealed ? sealedAnswer.open(keys, caseId, row.id, row.answer_sealed).text : '',
          side: row.side,
          savedAt: row.saved_at,
        },
})
