import { openPaper, paperExtension } from '../../cases/index.ts'
import { attachedName } from '../../correspondence/index.ts'
import { fileAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { endpoint, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { lookAtPaper } from '../evidence/look-at-paper.ts'
import { staffWho } from '../sessions/access.ts'

/** A paper of a case, for an officer who gave a reason for opening its file; each look is on record. */
export const caseDocumentEndpoint = endpoint({
  path: officePaths.caseDocument,
  method: 'GET',
  access: staffWho('read-file'),
  audit: records(lookAtPaper),
  run: async (context) => {
    const { receiptNumber, document } = context.params
    const looked = await context.perform(lookAtPaper, { receiptNumber, document })
    if (!looked.ok) return looked.refusal === 'file-not-opened' ? seeOther(officePaths.case({ receiptNumber })) : notFound
    const paper = looked.output
    const sentAs = await context.read(attachedName, paper)
    const body = await openPaper(context.services, paper)
    return fileAnswer({ body, sha256: paper.sha256, contentType: paper.contentType, fileName: sentAs ?? `${receiptNumber}-${paper.kind}.${paperExtension(paper.contentType)}` })
  },
})
