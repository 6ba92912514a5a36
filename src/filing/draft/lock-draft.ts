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

/** Locks a draft until the transaction ends: whoever changes or submits it does it one after another. */
async function locked({ tx, services, now }: Running, id: string): Promise<Draft | undefined> {
  const row = isId(id) ? await findDraftForUpdate(tx, id, now) : undefined
  return row && openDraftRow(services.keys, row)
}

/** A draft to fill in, locked. Undefined also for one that is frozen: in it nothing changes. */
export async function lockDraft(running: Running, id: string): Promise<Draft | undefined> {
  const draft = await locked(running, id)
  return draft?.frozenAt ? undefined : draft
}

/** A draft to sign, pay or receive, locked: a person's own, or the copy that they read. What a representative fills in is never filed itself. */
export async function lockDraftToFile(running: Running, id: string): Promise<Draft | undefined> {
  const draft = await locked(running, id)
  return draft?.prepared === 'working' ? undefined : draft
}

/** Ties a locked draft to its submission: from here on nothing in it changes. */
export const markSubmitted = ({ tx, now }: Running, draft: Draft, submission: string): Promise<void> =>
  recordSubmission(tx, draft.id, submission, now)
