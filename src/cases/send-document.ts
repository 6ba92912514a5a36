import { newId } from '../platform/ids.ts'
import type { OperationContext } from '../platform/operation.ts'
import type { Paper } from './add-document.ts'
import { insertDocument, touchCase } from './document-store.ts'
import { maySendDocuments } from './may.ts'

/** What an officer sends is of this kind; the database lets the office add no other. */
export const sentKind = 'sent-with-message'

/**
 * Puts a file that was checked into a case, inside the operation of the officer who sends it: its people have it from then on.
 * `storageKey`: sealed for `documentPlace(caseId, storageKey)`.
 * @returns the document's id
 */
export async function sendDocument({ tx, actor, now }: Pick<OperationContext, 'tx' | 'actor' | 'now'>, paper: Omit<Paper, 'kind'>): Promise<string> {
  if (!maySendDocuments(actor)) throw new Error('Only who decides cases sends files to their people')
  const id = newId()
  const sent = await insertDocument(tx, { contentType: 'application/pdf', receivedOn: null, ...paper, kind: sentKind, id, madeAt: now })
  if (!sent) throw new Error('What is sent is a document of its own')
  await touchCase(tx, paper.caseId, now)
  return sent
}
