import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

interface NoticeBehind {
  kind: string
  receipt_number: string
  issued_on: Temporal.PlainDate
  text_sha256: string
  signature: string
  ended_as: string | null
  is_brief: boolean
}

/** The notice of this document code, for whoever holds it. */
export async function findNoticeBehind(tx: Tx, code: string): Promise<NoticeBehind | undefined> {
  const { rows } = await sql<NoticeBehind>`
    select kind, receipt_number, issued_on, text_sha256, signature, ended_as, is_brief from correspondence.notice_behind(${code})`.execute(tx)
  return rows[0]
}
