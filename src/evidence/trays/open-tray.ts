import { accountsOf } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { filesPerDocumentMost } from '../evidence-file.ts'
import type { Tray } from './tray.ts'
import { findOpenTray, insertTray } from './tray-store.ts'

/** `page`: where its person goes on with it; `documents`: ids of what files are added for, each with its own form. */
export interface TrayToOpen extends Pick<Tray, 'caseId' | 'purpose' | 'subject' | 'page'> {
  readonly documents?: readonly string[]
  /** Where others gather with them: on which side they stand. */
  readonly side?: Tray['side']
  /** For each of the documents. */
  readonly filesMost?: number
}

/**
 * Opens a tray, or finds the one that is open: a person has one of a case for one purpose and subject. Runs in the caller's
 * transaction, which has found out that they are on the case; the database asks that too. Returns its id.
 */
export async function openTray({ tx, actor, now }: Pick<OperationContext, 'tx' | 'actor' | 'now'>, asked: TrayToOpen): Promise<string> {
  const { caseId, purpose, subject, page, side = null, documents = [purpose], filesMost = filesPerDocumentMost } = asked
  const accounts = accountsOf(actor)
  const sought = { caseId, purpose, subject, accounts }
  const there = await findOpenTray(tx, sought)
  if (there) return there.id
  const [account = ''] = accounts
  await insertTray(tx, { id: newId(), case: caseId, account, purpose, subject, page, side, documents: [...documents], files_most: filesMost, opened_at: now })
  const opened = await findOpenTray(tx, sought)
  if (!opened) throw new Error('a tray that was opened is not there')
  return opened.id
}
