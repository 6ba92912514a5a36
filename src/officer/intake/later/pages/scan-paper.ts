import { isAnswer, notFound, seeOther } from '../../../../platform/http/answer.ts'
import { endpoint, records } from '../../../../platform/http/page.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { recordScan } from '../../../scans/record-scan.ts'
import { receiveSent } from '../../../scans/scan-endpoint.ts'
import { withOutcome } from '../../../scans/scan-outcome.ts'
import { staffWho } from '../../../sessions/access.ts'
import { paperTaken } from './later-desk.ts'
import { foundCase } from './later-fields.tsx'

/** Where the scan of a paper that was taken in is posted: a document of its case, dated on the day the paper was received. */
export const scanPaperEndpoint = endpoint({
  path: officePaths.paperTaken,
  method: 'POST',
  access: staffWho('take-in-paper'),
  audit: records(recordScan),
  rawBody: true,
  comesBackTo: (params) => withOutcome(officePaths.paperTaken(params), 'signed-out'),
  tooLate: ({ params }) => seeOther(withOutcome(officePaths.paperTaken(params), 'signed-out')),
  run: async (context, body) => {
    const found = await foundCase(context)
    if (isAnswer(found) || !body.parts) return notFound
    const paper = await context.read(paperTaken, { receiptNumber: found.receiptNumber, paper: context.params.paper })
    if (!paper) return notFound
    const target = { caseId: found.id, kind: paper.kind, receivedOn: paper.receivedOn }
    return seeOther(withOutcome(officePaths.paperTaken(context.params), await receiveSent(context, target, body.parts)))
  },
})
