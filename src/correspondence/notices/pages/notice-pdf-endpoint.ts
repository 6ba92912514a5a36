import { signedIn } from '../../../accounts/index.ts'
import { openPaper, parseReceiptNumber } from '../../../cases/index.ts'
import { fileAnswer, notFound } from '../../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { ownNoticePaper } from '../own-notices.ts'

/** A notice as a PDF, for a person of its case, opened while it is sent. */
export const noticePdfEndpoint = endpoint({
  path: paths.noticePdf,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('A person takes a notice about their own case'),
  run: async (context) => {
    const { receiptNumber, notice } = context.params
    const parsed = parseReceiptNumber(receiptNumber, context.services.agency.receipts.prefixes)
    const paper = parsed.ok ? await context.read(ownNoticePaper, { receiptNumber: parsed.number, notice }) : null
    if (!parsed.ok || !paper) return notFound
    return fileAnswer({
      body: await openPaper(context.services, paper),
      contentType: 'application/pdf',
      sha256: paper.sha256,
      fileName: `${parsed.number}-${paper.kind}.pdf`,
    })
  },
})
