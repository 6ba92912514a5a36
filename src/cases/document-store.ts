import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'
import type { MessageKey } from '../platform/i18n/text.ts'
import type { StoredDocument } from './case-document.ts'

export interface DocumentToKeep {
  id: string
  caseId: string
  kind: string
  source: string
  titleKey: MessageKey
  storageKey: string
  contentType: string
  sha256: string
  sizeBytes: number
  pages: number | null
  receivedOn: Temporal.PlainDate | null
  madeAt: Temporal.Instant
}

/** Keeps a paper once for its kind and source. Null: it was there already. */
export async function insertDocument(tx: Tx, paper: DocumentToKeep): Promise<string | null> {
  const row = await tx
    .insertInto('cases.document')
    .values({
      id: paper.id,
      case: paper.caseId,
      kind: paper.kind,
      source: paper.source,
      title_key: paper.titleKey,
      storage_key: paper.storageKey,
      content_type: paper.contentType,
      sha256: paper.sha256,
      size_bytes: paper.sizeBytes,
      pages: paper.pages,
      received_on: paper.receivedOn,
      made_at: paper.madeAt,
    })
    .onConflict((conflict) => conflict.columns(['case', 'kind', 'source']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function touchCase(tx: Tx, caseId: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('cases.case')
    .set({ touched_at: sql`greatest(touched_at, ${at}::timestamptz)` })
    .where('id', '=', caseId)
    .execute()
}

/** A paper of the case with this receipt number, where the actor's rights let it be seen. */
export async function findDocument(tx: Tx, receiptNumber: string, document: string): Promise<StoredDocument | null> {
  const row = await tx
    .selectFrom('cases.document as paper')
    .innerJoin('cases.case as its', 'its.id', 'paper.case')
    .select(['paper.id', 'paper.case', 'paper.kind', 'paper.title_key', 'paper.storage_key', 'paper.content_type'])
    .select(['paper.size_bytes', 'paper.pages', 'paper.made_at', 'paper.received_on', 'paper.sha256'])
    .where('paper.id', '=', document)
    .where('its.receipt_number', '=', receiptNumber)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    caseId: row.case,
    kind: row.kind,
    titleKey: row.title_key as MessageKey,
    storageKey: row.storage_key,
    contentType: row.content_type,
    sizeBytes: row.size_bytes,
    pages: row.pages,
    madeAt: row.made_at,
    receivedOn: row.received_on,
    sha256: row.sha256,
  }
}
