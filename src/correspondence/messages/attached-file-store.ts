import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AttachedRow } from './attached-file.ts'

export async function insertAttached(tx: Tx, file: Insertable<DB['correspondence.message_file']>): Promise<void> {
  await tx.insertInto('correspondence.message_file').values(file).execute()
}

/** What the agency sent with a message, beside it: one statement reads a conversation with all of it. */
export const attachedColumn = sql<readonly AttachedRow[] | null>`(
  select json_agg(json_build_object('id', its.id, 'document', its.document, 'type', its.type, 'sizeBytes', its.size_bytes, 'pages', its.pages,
    'sha256', its.sha256, 'sealed', encode(its.name_sealed, 'base64')) order by its.ordinal)
  from correspondence.message_file its where its.message = said.id)`

export interface NamedRow {
  id: string
  case: string
  name_sealed: Buffer
}

/** Under which name a document of a case was sent; row-level security answers for who may know. */
export async function findAttachedName(tx: Tx, document: string): Promise<NamedRow | undefined> {
  return await tx
    .selectFrom('correspondence.message_file as its')
    .innerJoin('correspondence.thread as thread', 'thread.id', 'its.thread')
    .select(['its.id', 'thread.case', 'its.name_sealed'])
    .where('its.document', '=', document)
    .executeTakeFirst()
}
