import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, records, type Route } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { staffWho } from '../sessions/access.ts'
import { batchPage } from './batch-page.tsx'
import { sayPrintedByHand } from './printing-acts.ts'
import { bundleEndpoint, letterByHandEndpoint } from './printing-files.ts'
import { printingPage } from './printing-page.tsx'

const back = () => seeOther(officePaths.printing())

const printedByHandAction = action({
  path: officePaths.printedByHand,
  access: staffWho('print-letters'),
  audit: records(sayPrintedByHand),
  back,
  submit: {
    operation: sayPrintedByHand,
    input: (_values, { params }) => ({ letter: params.letter }),
    shows: { 'no-letter': () => notFound, 'not-allowed': back, 'too-many-attempts': back },
    then: back,
  },
})

export const printingRoutes: readonly Route[] = [printingPage, batchPage, bundleEndpoint, letterByHandEndpoint, printedByHandAction]
