import { caseBehind } from '../../../cases/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { endpoint, records } from '../../../platform/http/page.ts'
import { officePaths } from '../../../platform/paths.ts'
import { recordScan } from '../../scans/record-scan.ts'
import { receiveSent } from '../../scans/scan-endpoint.ts'
import { withOutcome } from '../../scans/scan-outcome.ts'
import { staffWho } from '../../sessions/access.ts'
import { entryToLookOver } from './entry-desk.ts'

const signedOut = (params: { entry: string }) => withOutcome(officePaths.typedForm(params), 'signed-out')

/** Where the scan of a form is posted that was just taken in: it becomes a document of the case that the form became. */
export const scanFormEndpoint = endpoint({
  path: officePaths.scanForm,
  method: 'POST',
  access: staffWho('take-in-paper'),
  audit: records(recordScan),
  rawBody: true,
  comesBackTo: signedOut,
  tooLate: ({ params }) => seeOther(signedOut(params)),
  run: async (context, body) => {
    const entry = await context.read(entryToLookOver, context.params)
    const its = entry?.state === 'taken' ? await context.read(caseBehind, { receiptNumber: entry.receiptNumber }) : null
    if (!its || !body.parts) return notFound
    const target = { caseId: its.id, kind: 'filing', receivedOn: its.receivedOn } as const
    return seeOther(withOutcome(officePaths.typedForm(context.params), await receiveSent(context, target, body.parts)))
  },
})
