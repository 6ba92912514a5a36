import type { Tx } from '../../platform/db/transaction.ts'
import { isId } from '../../platform/ids.ts'
import type { Services } from '../../platform/services.ts'
import type { Draft } from './draft.ts'
import { findDraft, findDraftForUpdate, recordSubmission } from './draft-store.ts'
import { openDraftRow } from './sealed-draft.ts'

type Running = { readonly tx: Tx; readonly services: Services; readonly now: Temporal.Instant }

/**
 * Reads a draft of the actor's own, submitted ones too. Undefined alike for one that is unknown, somebody else's,
 * deleted or expired: nobody learns which.
 */
export async function readDraft({ tx, services, now }: Running, id: string): Promise<Draft | undefined> {
  const row = isId(id) ? await findDraft(tx, id, now) : undefined
  return row && openDraftRow(services.keys, row)
}

/** The same, locked until the transaction ends: whoever changes or submits a draft does it one after another. */
export async function lockDraft({ tx, services, now }: Running, id: string): Promise<Draft | undefined> {
  const row = isId(id) ? await findDraftForUpdate(tx, id, now) : undefined
  return row && openDraftRow(services.keys, row)
}

/** Ties a locked draft to its submission: from here on nothing in it changes. */
export const markSubmitted = ({ tx, now }: Running, draft: Draft, submission: string): Promise<void> =>
  recordSubmission(tx, draft.id, submission, now)
