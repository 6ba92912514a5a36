import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { FileRow } from '../evidence-store.ts'

export type TrayRow = Selectable<DB['evidence.tray']>

interface Sought {
  readonly caseId: string
  readonly purpose: string
  readonly subject: string | null
  readonly accounts: readonly string[]
}

/** The person's open tray of a case for one purpose, which is one at most for each of their accounts. */
export const findOpenTray = (tx: Tx, { caseId, purpose, subject, accounts }: Sought): Promise<TrayRow | undefined> =>
  tx
    .selectFrom('evidence.tray')
    .selectAll()
    .where('case', '=', caseId)
    .where('purpose', '=', purpose)
    .where('subject', 'is not distinct from', subject)
    .where('account', 'in', accounts)
    .where('submitted_at', 'is', null)
    .orderBy('opened_at')
    .executeTakeFirst()

/** Opens a tray, unless the account has opened its like meanwhile. */
export async function insertTray(tx: Tx, tray: Insertable<DB['evidence.tray']>): Promise<void> {
  await tx.insertInto('evidence.tray').values(tray).onConflict((conflict) => conflict.doNothing()).execute()
}

/** A tray of one of these accounts, open or sent. */
export const findOwnTray = (tx: Tx, id: string, accounts: readonly string[]): Promise<TrayRow | undefined> =>
  tx.selectFrom('evidence.tray').selectAll().where('id', '=', id).where('account', 'in', accounts).executeTakeFirst()

export const listOwnTrays = (tx: Tx, ids: readonly string[], accounts: readonly string[]): Promise<TrayRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('evidence.tray').selectAll().where('id', 'in', ids).where('account', 'in', accounts).execute()

/** Whether whoever acts is on the case of a tray now. */
export async function isOnCaseOf(tx: Tx, { case: caseId }: Pick<TrayRow, 'case'>): Promise<boolean> {
  const { rows } = await sql<{ on: boolean }>`select cases.is_on(${caseId}::uuid) as "on"`.execute(tx)
  return rows[0]?.on ?? false
}

export async function markTraySubmitted(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('evidence.tray').set({ submitted_at: at }).where('id', '=', id).execute()
}

/** The trays of a case that were sent, the last one first, for whoever may see them. */
export const listSentTrays = (tx: Tx, caseId: string, most: number): Promise<TrayRow[]> =>
  tx
    .selectFrom('evidence.tray')
    .selectAll()
    .where('case', '=', caseId)
    .where('submitted_at', 'is not', null)
    .orderBy('submitted_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()

/** The files of trays that were sent. */
export const listFilesOfTrays = (tx: Tx, trays: readonly string[]): Promise<FileRow[]> =>
  trays.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('evidence.file').selectAll().where('submission', 'in', trays).orderBy('place').orderBy('uploaded_at').orderBy('id').execute()

/** A file that was sent about a case in a tray; undefined: there is none of this id. */
export const findFileOfCase = (tx: Tx, caseId: string, file: string): Promise<FileRow | undefined> =>
  tx
    .selectFrom('evidence.file')
    .innerJoin('evidence.tray', 'evidence.tray.id', 'evidence.file.submission')
    .selectAll('evidence.file')
    .where('evidence.file.id', '=', file)
    .where('evidence.tray.case', '=', caseId)
    .executeTakeFirst()

/** Trays that were opened before and never sent. */
export async function listForgottenTrays(
  tx: Tx,
  { before, except, most }: { before: Temporal.Instant; except: readonly string[]; most: number },
): Promise<Pick<TrayRow, 'id' | 'account'>[]> {
  const { rows } = await sql<Pick<TrayRow, 'id' | 'account'>>`
    select id, account from evidence.tray
    where submitted_at is null and opened_at < ${before}::timestamptz and account <> all (${except}::uuid[])
    order by opened_at limit ${most}`.execute(tx)
  return rows
}

/** What these accounts have not sent. */
export const listUnsentTrays = (tx: Tx, accounts: readonly string[]): Promise<Pick<TrayRow, 'id' | 'account'>[]> =>
  tx.selectFrom('evidence.tray').select(['id', 'account']).where('account', 'in', accounts).where('submitted_at', 'is', null).execute()

export async function deleteTrays(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('evidence.tray').where('id', 'in', ids).execute()
}

/** For an archive: the trays of these accounts, the oldest first. */
export const listTraysOf = (tx: Tx, accounts: readonly string[]): Promise<TrayRow[]> =>
  tx.selectFrom('evidence.tray').selectAll().where('account', 'in', accounts).orderBy('opened_at').orderBy('id').execute()

/** The open trays of a case for one purpose, of these accounts and of everybody else who is on the case with who acts. */
export const listTraysTogether = (tx: Tx, { caseId, purpose, accounts }: Omit<Sought, 'subject'>): Promise<TrayRow[]> =>
  tx
    .selectFrom('evidence.tray')
    .selectAll()
    .where('case', '=', caseId)
    .where('purpose', '=', purpose)
    .where('submitted_at', 'is', null)
    .where((where) => where.or([where('account', 'in', accounts), sql<boolean>`cases.is_on_with("case", account)`]))
    .orderBy('opened_at')
    .orderBy('id')
    .execute()

/** The files that wait in these trays, each in the order of who gathered them. */
export const listWaitingFiles = (tx: Tx, trays: readonly string[]): Promise<FileRow[]> =>
  trays.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('evidence.file').selectAll().where('draft', 'in', trays).where('removed_at', 'is', null).orderBy('place').orderBy('uploaded_at').orderBy('id').execute()

/** A file that waits for an answer which who acts gathers with whoever added it; undefined: there is none of this id. */
export const findFileTogether = (tx: Tx, caseId: string, file: string): Promise<FileRow | undefined> =>
  tx
    .selectFrom('evidence.file')
    .innerJoin('evidence.tray', 'evidence.tray.id', 'evidence.file.draft')
    .selectAll('evidence.file')
    .where('evidence.file.id', '=', file)
    .where('evidence.file.removed_at', 'is', null)
    .where('evidence.file.state', '=', 'clean')
    .where('evidence.tray.case', '=', caseId)
    .where('evidence.tray.purpose', '=', 'request')
    .where('evidence.tray.submitted_at', 'is', null)
    .where(sql<boolean>`cases.is_on_with(tray."case", tray.account)`)
    .executeTakeFirst()

/** The trays that were sent about these things, the first opened first. */
export const listSentTraysAbout = (tx: Tx, caseId: string, subjects: readonly string[]): Promise<TrayRow[]> =>
  subjects.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('evidence.tray').selectAll().where('case', '=', caseId).where('subject', 'in', subjects).where('submitted_at', 'is not', null).orderBy('opened_at').orderBy('id').execute()
