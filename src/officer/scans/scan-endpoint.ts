import { caseBehind } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, endpoint, type EndpointBody, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { staffWho } from '../sessions/access.ts'
import { receiveScan, type ScanOutcome } from './receive-scan.ts'
import { recordScan, type ScanTarget } from './record-scan.ts'
import { withOutcome } from './scan-outcome.ts'

/** Reads the form to its end; only the first file with a name counts. */
export async function receiveSent(context: Context, target: ScanTarget, parts: NonNullable<EndpointBody['parts']>): Promise<ScanOutcome> {
  for await (const part of parts()) {
    if (part.kind === 'field') continue
    // Awaited here: leaving the loop lets the rest of the body pass unread.
    if (part.fileName) return await receiveScan(context, target, part)
    part.stream.resume()
  }
  return 'no-file'
}

/** Where the scan of a case's form is posted. */
export const scanEndpoint = endpoint({
  path: officePaths.scanCase,
  method: 'POST',
  access: staffWho('take-in-paper'),
  audit: records(recordScan),
  rawBody: true,
  comesBackTo: (params) => withOutcome(officePaths.scanCase(params), 'signed-out'),
  tooLate: ({ params }) => seeOther(withOutcome(officePaths.scanCase(params), 'signed-out')),
  run: async (context, body) => {
    const its = await context.read(caseBehind, context.params)
    if (!its || !body.parts) return notFound
    const target = { caseId: its.id, kind: 'filing', receivedOn: its.receivedOn } as const
    return seeOther(withOutcome(officePaths.scanCase(context.params), await receiveSent(context, target, body.parts)))
  },
})
