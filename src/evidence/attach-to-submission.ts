import type { OperationContext } from '../platform/operation.ts'
import type { EvidenceFile } from './evidence-file.ts'
import { insertSubmittedDraft, listFilesOfDraft, lockFilesOf, markSubmitted } from './evidence-store.ts'
import { evidenceFile } from './stored-file.ts'

/** `account` owns the draft; files count for the documents that its answers ask for, others stay behind. */
export interface SubmittedEvidence {
  account: string
  draft: string
  submission: string
  documents: readonly string[]
}

/**
 * Makes a draft's files part of its submission, in the submission's own transaction: afterwards none is added or
 * removed. Files still being checked go along, refused ones do not. Call it once; a second call for the draft throws.
 * Returns the files in the order they came in, for the signed document and the copy of record.
 */
export async function attachToSubmission(
  { tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  { account, draft, submission, documents }: SubmittedEvidence,
): Promise<readonly EvidenceFile[]> {
  await lockFilesOf(tx, account)
  await insertSubmittedDraft(tx, { draft, account, submission, submitted_at: now })
  const rows = await listFilesOfDraft(tx, draft, [account])
  const attached = rows.filter((row) => row.state !== 'refused' && documents.includes(row.document))
  await markSubmitted(
    tx,
    attached.map(({ id }) => id),
    submission,
  )
  return attached.map((row) => evidenceFile(services.keys, row))
}
