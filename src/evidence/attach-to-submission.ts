import type { OperationContext } from '../platform/operation.ts'
import type { EvidenceFile } from './evidence-file.ts'
import { insertSubmittedDraft, listFilesOfDraft, lockFilesOf, markSubmitted } from './evidence-store.ts'
import { evidenceFile } from './stored-file.ts'
import { inReadingOrder, withoutRefused } from './translation/translation.ts'

/** `account` owns the draft; files count for the documents that its answers ask for, others stay behind. */
export interface SubmittedEvidence {
  account: string
  draft: string
  submission: string
  documents: readonly string[]
}

/**
 * Makes a draft's files part of its submission, in the submission's own transaction: afterwards none is added or
 * removed. Refused files stay behind, and so does their translation. Call it once, and when every file is judged: a second call for the draft throws, and
 * so does a file that waits for its verdict, because nothing unscanned goes to the agency.
 * Returns the files in their person's order, for the signed document and the copy of record.
 */
export async function attachToSubmission(
  { tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  { account, draft, submission, documents }: SubmittedEvidence,
): Promise<readonly EvidenceFile[]> {
  await lockFilesOf(tx, account)
  await insertSubmittedDraft(tx, { draft, account, submission, submitted_at: now })
  const rows = await listFilesOfDraft(tx, draft, [account])
  const attached = inReadingOrder(withoutRefused(rows)).filter((row) => documents.includes(row.document))
  if (attached.some(({ state }) => state !== 'clean')) throw new Error('a file of this draft still waits for its check')
  await markSubmitted(
    tx,
    attached.map(({ id }) => id),
    submission,
  )
  return attached.map((row) => evidenceFile(services.keys, row))
}
