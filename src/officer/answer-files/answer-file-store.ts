import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { FileKind } from '../../platform/preview/index.ts'

export interface AnswerFileRow {
  type: FileKind
  ended: 'sent' | 'removed' | null
}

export async function findAnswerFile(tx: Tx, scan: string): Promise<AnswerFileRow | undefined> {
  const row = await tx.selectFrom('officer.answer_file').select(['type', 'ended']).where('scan', '=', scan).executeTakeFirst()
  return row as AnswerFileRow | undefined
}

/** False: who adds it has these very bytes there already. */
export async function insertAnswerFile(tx: Tx, file: Insertable<DB['officer.answer_file']>): Promise<boolean> {
  const row = await tx.insertInto('officer.answer_file').values(file).onConflict((conflict) => conflict.doNothing()).returning('scan').executeTakeFirst()
  return row !== undefined
}

const gathered = (tx: Tx, { thread, staff }: { thread: string; staff: string }) =>
  tx
    .selectFrom('officer.answer_file as its')
    .innerJoin('officer.scanned_paper as scan', 'scan.id', 'its.scan')
    .select(['scan.id', 'scan.case', 'its.type', 'its.name_sealed', 'scan.storage_key', 'scan.sha256', 'scan.size_bytes', 'scan.pages'])
    .select(['scan.state', 'scan.refusal', 'scan.unscanned_since'])
    .where('its.thread', '=', thread)
    .where('its.added_by', '=', staff)
    .where('its.ended_at', 'is', null)
    .orderBy('its.ordinal')

export type GatheredRow = Awaited<ReturnType<typeof listGathered>>[number]

/** What somebody gathers for their next answer in a conversation, in the order they added it. */
export const listGathered = (tx: Tx, which: { thread: string; staff: string }) => gathered(tx, which).execute()

export async function countGathered(tx: Tx, { thread, staff }: { thread: string; staff: string }): Promise<number> {
  return (await tx.selectFrom('officer.answer_file').select('scan').where('thread', '=', thread).where('added_by', '=', staff).where('ended_at', 'is', null).execute()).length
}

/** Ends files of these scans that are neither sent nor removed; their names go with that. Which they were. */
export async function endAnswerFiles(tx: Tx, scans: readonly string[], { ended, at }: { ended: 'sent' | 'removed'; at: Temporal.Instant }): Promise<string[]> {
  const end = tx.updateTable('officer.answer_file').set({ ended, ended_at: at, name_sealed: null })
  return (await end.where('scan', 'in', scans).where('ended_at', 'is', null).returning('scan').execute()).map(({ scan }) => scan)
}

/** Ends what was added before this and never sent; the sweep of the storage finds that nobody names its bytes. */
export async function removeForgotten(tx: Tx, before: Temporal.Instant, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('officer.answer_file').set({ ended: 'removed', ended_at: at, name_sealed: null }).where('added_at', '<', before).where('ended_at', 'is', null).execute()
}
