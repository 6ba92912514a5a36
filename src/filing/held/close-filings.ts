import { removeFilesOfDraft } from '../../evidence/index.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { deleteDrafts, listPaymentsUnderWay, lockUnsubmittedDrafts } from './held-store.ts'

/** A payment that is not over, or a filing that was paid for and is not received yet. */
export interface FilingUnderWay {
  readonly submission: string
  readonly form: string
}

/** Filings of these accounts that money still hangs on; one line a submission. */
export async function filingsUnderWay(tx: Tx, accounts: readonly string[]): Promise<FilingUnderWay[]> {
  const rows = await listPaymentsUnderWay(tx, accounts)
  return [...new Map(rows.map(({ submission, form }) => [submission, { submission, form }])).values()]
}

/** Deletes what these accounts never submitted, with its files, in the transaction that closes them. */
export async function deleteUnsubmittedDrafts(
  context: Pick<OperationContext, 'tx' | 'now' | 'enqueue'>,
  accounts: readonly string[],
): Promise<void> {
  const drafts = await lockUnsubmittedDrafts(context.tx, accounts)
  for (const { id, account } of drafts) await removeFilesOfDraft(context, { draft: id, account })
  await deleteDrafts(
    context.tx,
    drafts.map(({ id }) => id),
  )
}
