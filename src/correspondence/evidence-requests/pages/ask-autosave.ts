import { signedIn } from '../../../accounts/index.ts'
import { parseReceiptNumber } from '../../../cases/index.ts'
import { endpoint, records } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import { paths } from '../../../platform/paths.ts'
import { typedPost } from '../../../platform/typing/typed-post.ts'
import { autosaveAnswer, autosaveTooLate, notKept } from '../../../ui/index.ts'
import { keepTypedAnswer } from '../keep-typed-answer.ts'

/** Posted by the page's script while somebody writes to one ask: kept for them, not judged, not an answer. */
export const askAutosave = endpoint({
  path: paths.typedAsk,
  method: 'POST',
  access: signedIn,
  audit: records(keepTypedAnswer),
  comesBackTo: paths.requestAsk,
  parksAt: paths.requestAsk,
  tooLate: autosaveTooLate,
  run: async (context, { posted }) => {
    const { receiptNumber, request, ask } = context.params
    const parsed = parseReceiptNumber(receiptNumber, context.services.agency.receipts.prefixes)
    if (!parsed.ok) return notKept('unknown-request')
    const typed = { text: postedText(posted, 'text').replace(/\r\n?/g, '\n'), lacks: postedText(posted, 'lacks') === 'yes' }
    const result = await context.perform(keepTypedAnswer, { receiptNumber: parsed.number, request, ask, typed, ...typedPost(posted) })
    return autosaveAnswer(context, result, 'answer')
  },
})
