import type { MessageKey } from '../platform/i18n/text.ts'
import { newId } from '../platform/ids.ts'
import type { OperationContext } from '../platform/operation.ts'
import { insertDocument, touchCase } from './document-store.ts'
import { mayAddDocuments } from './may.ts'

export interface Paper {
  caseId: string
  /** `copy-of-record`, `receipt-notice`, `fee-receipt` …; also part of the name it is saved under. */
  kind: string
  /** What it was made from, such as a submission's id: the same kind and source is the same paper. */
  source: string
  titleKey: MessageKey
  /** The file, sealed for `documentPlace(caseId, storageKey)`. */
  storageKey: string
  contentType?: string
  /** Of the file before it was sealed, in hexadecimal. */
  sha256: string
  sizeBytes: number
  pages: number | null
  /** The day the agency received it on paper; left out: it was made here. */
  receivedOn?: Temporal.PlainDate
}

/**
 * Puts a paper into a case, inside the operation of the job that made it; the job may run twice.
 * @returns the document's id, or null when this paper was there already (the caller's file is then to be deleted)
 */
export async function addDocument(
  { tx, actor, now }: Pick<OperationContext, 'tx' | 'actor' | 'now'>,
  paper: Paper,
): Promise<string | null> {
  if (!mayAddDocuments(actor)) throw new Error('Only the jobs that make papers add them to a case')
  const added = await insertDocument(tx, { contentType: 'application/pdf', receivedOn: null, ...paper, id: newId(), madeAt: now })
  if (added) await touchCase(tx, paper.caseId, now)
  return added
}
