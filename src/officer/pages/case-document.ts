import { pipeline } from 'node:stream'
import { documentFor, documentPlace } from '../../cases/index.ts'
import { sealedFileReader } from '../../platform/crypto/sealed-file.ts'
import { fileAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { caseFile } from '../case-file/case-file.ts'
import { staffWho } from '../sessions/access.ts'

/** A paper of a case, for an officer who gave a reason for opening its file. */
export const caseDocumentEndpoint = endpoint({
  path: officePaths.caseDocument,
  method: 'GET',
  access: staffWho('read-file'),
  audit: recordsNothing('the opening of the file is on record'),
  run: async (context) => {
    const { receiptNumber, document } = context.params
    const file = await context.read(caseFile, { receiptNumber })
    if (file?.state === 'closed') return seeOther(officePaths.case({ receiptNumber }))
    const paper = file && (await context.read(documentFor, { receiptNumber, document }))
    if (!paper) return notFound
    const { keys, storage } = context.services
    const opened = sealedFileReader(keys, documentPlace(paper.caseId, paper.storageKey))
    // A fault of the storage on the way ends what is read, and nothing else.
    const body = pipeline(await storage.get(paper.storageKey), opened, () => undefined)
    return fileAnswer({ body, sha256: paper.sha256, contentType: paper.contentType, fileName: `${receiptNumber}-${paper.kind}.pdf` })
  },
})
