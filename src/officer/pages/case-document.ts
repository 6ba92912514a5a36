import { documentFor, openPaper } from '../../cases/index.ts'
import { fileAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { caseOpenedHere } from '../case-file/opened-case.ts'
import { staffWho } from '../sessions/access.ts'

/** A paper of a case, for an officer who gave a reason for opening its file. */
export const caseDocumentEndpoint = endpoint({
  path: officePaths.caseDocument,
  method: 'GET',
  access: staffWho('read-file'),
  audit: recordsNothing('the opening of the file is on record'),
  run: async (context) => {
    const { receiptNumber, document } = context.params
    const opened = await context.read(caseOpenedHere, { receiptNumber })
    if (opened === 'file-not-opened') return seeOther(officePaths.case({ receiptNumber }))
    const paper = opened && opened !== 'unknown-case' ? await context.read(documentFor, { receiptNumber, document }) : null
    if (!paper) return notFound
    const body = await openPaper(context.services, paper)
    return fileAnswer({ body, sha256: paper.sha256, contentType: paper.contentType, fileName: `${receiptNumber}-${paper.kind}.pdf` })
  },
})
