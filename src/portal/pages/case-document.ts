import { signedIn } from '../../accounts/index.ts'
import { documentFor, openPaper, paperExtension, parseReceiptNumber } from '../../cases/index.ts'
import { attachedName } from '../../correspondence/index.ts'
import { fileAnswer, notFound } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'

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
    const sentAs = await context.read(attachedName, paper)
    return fileAnswer({
      body: await openPaper(context.services, paper),
      contentType: paper.contentType,
      sha256: paper.sha256,
      fileName: sentAs ?? `${parsed.number}-${paper.kind}.${paperExtension(paper.contentType)}`,
    })
  },
})
