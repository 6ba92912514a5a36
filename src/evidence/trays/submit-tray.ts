import { accountsOf } from '../../platform/actor.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type FileRow, insertSubmittedDraft, listFilesOfDraft, lockFilesOf, markSubmitted } from '../evidence-store.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { listUploadsOfDraft, markCancelled } from '../resumable/resumable-store.ts'
import { evidenceFile } from '../stored-file.ts'
import { inReadingOrder } from '../translation/translation.ts'
import { findOwnTray, isOnCaseOf, markTraySubmitted, type TrayRow } from './tray-store.ts'

type NotSubmitted = 'no-such-tray' | 'submitted-before' | 'files-not-ready' | 'no-files'

/** The person's own tray of this case, with whatever else changes their files held until the transaction ends. */
async function lockOwnTray(
  { tx, actor }: Pick<OperationContext, 'tx' | 'actor'>,
  { tray, caseId }: { tray: string; caseId: string },
): Promise<TrayRow | undefined> {
  const accounts = accountsOf(actor)
  const found = await findOwnTray(tx, tray, accounts)
  if (found?.case !== caseId || !(await isOnCaseOf(tx, found))) return undefined
  await lockFilesOf(tx, found.account)
  return findOwnTray(tx, tray, accounts)
}

const isReady = ({ state }: FileRow): boolean => state === 'clean'

/**
 * Sends a tray: its files are frozen, and the office and the others on the case see them from now on. Runs in the caller's
 * transaction. Not while a file waits for its verdict or was refused, since then the person would have sent something else
 * than they saw, and not without any file. Returns the files in their person's order.
 */
export async function submitTray(
  context: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>,
  which: { tray: string; caseId: string },
): Promise<NotSubmitted | readonly EvidenceFile[]> {
  const { tx, now, services } = context
  const row = await lockOwnTray(context, which)
  if (!row) return 'no-such-tray'
  if (row.submitted_at) return 'submitted-before'
  const { id, account } = row
  const files = await listFilesOfDraft(tx, id, [account])
  const coming = await listUploadsOfDraft(tx, { draft: id, accounts: [account], now })
  if (!files.every(isReady)) return 'files-not-ready'
  if (files.length === 0) return 'no-files'
  await markCancelled(tx, coming.map((upload) => upload.id), now)
  await insertSubmittedDraft(tx, { draft: id, account, submission: id, submitted_at: now })
  await markSubmitted(tx, files.map((file) => file.id), id)
  await markTraySubmitted(tx, id, now)
  return inReadingOrder(files).map((file) => evidenceFile(services.keys, file))
}
