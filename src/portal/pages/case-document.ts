import { pipeline } from 'node:stream'
import { signedIn } from '../../accounts/index.ts'
import { documentFor, documentPlace, parseReceiptNumber, type StoredDocument } from '../../cases/index.ts'
import { sealedFileReader } from '../../platform/crypto/sealed-file.ts'
import { fileAnswer, notFound } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import type { Services } from '../../platform/services.ts'

/** A paper of a person's own case, opened while it is sent: it lies nowhere unsealed. */
export const caseDocumentEndpoint = endpoint({
  path: paths.caseDocument,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('A person takes a paper of their own case'),
  run: async (context) => {
    const { receiptNumber, document } = context.params
    const parsed = parseReceiptNumber(receiptNumber, context.services.agency.receipts.prefixes)
    if (!parsed.ok) return notFound
    const paper = await context.read(documentFor, { receiptNumber: parsed.number, document })
    if (!paper) return notFound
    const extension = paper.contentType === 'application/pdf' ? 'pdf' : 'bin'
    return fileAnswer({
      body: await openedFile(context.services, paper),
      contentType: paper.contentType,
      sha256: paper.sha256,
      fileName: `${parsed.number}-${paper.kind}.${extension}`,
    })
  },
})

async function openedFile(
  { storage, keys }: Services,
  { caseId, storageKey }: StoredDocument,
): Promise<NodeJS.ReadableStream> {
  const sealed = await storage.get(storageKey)
  // A broken seal ends the stream with an error: the download fails instead of giving half a paper.
  return pipeline(sealed, sealedFileReader(keys, documentPlace(caseId, storageKey)), () => undefined)
}
