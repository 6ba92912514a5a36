import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField } from '../../platform/http/field.ts'
import { action, type Context, records, type Route } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { staffWho } from '../sessions/access.ts'
import { agreeRefund, declineRefund, takeBackRefund } from './refund-acts.ts'
import type { Said } from './said.ts'

type At = { receiptNumber: string; refund: string }
type Asked = Pick<Context, 'params'>

const at = ({ params }: Asked): At => params as At

/** Back to the payments of the case, which say what came of it. */
const back = (said: Said) => (context: Asked) => seeOther(`${officePaths.refund(at(context))}?said=${said}`)

const toCase = (context: Asked) => seeOther(officePaths.case(at(context)))

const refusals = {
  'unknown-case': () => notFound,
  'file-not-opened': toCase,
  'no-refund': () => notFound,
  'decided-already': back('decided-already'),
  'not-allowed': back('not-possible'),
  'too-many-attempts': back('not-possible'),
}

const answerField = longTextField({ empty: 'refund.ask.note-empty', most: 2000, optional: true })

const deciding = (path: typeof officePaths.agreeRefund | typeof officePaths.declineRefund, operation: typeof agreeRefund, said: Said): Route =>
  action({
    path,
    access: staffWho('decide-refund'),
    audit: records(operation),
    fields: { answer: answerField },
    back: back('not-possible'),
    submit: {
      operation,
      input: ({ answer }, context) => ({ ...at(context), answer }),
      shows: { ...refusals, 'no-answer': back('no-answer'), 'asked-by-you': back('asked-by-you'), 'too-much': back('too-much') },
      then: (_done, context) => back(said)(context),
    },
  })

export const refundActions: readonly Route[] = [
  deciding(officePaths.agreeRefund, agreeRefund, 'agreed'),
  deciding(officePaths.declineRefund, declineRefund, 'declined'),
  action({
    path: officePaths.takeRefundBack,
    access: staffWho('ask-refund'),
    audit: records(takeBackRefund),
    back: back('not-possible'),
    submit: {
      operation: takeBackRefund,
      input: (_values, context) => at(context),
      shows: { ...refusals, 'not-yours': back('not-possible') },
      then: (_done, context) => back('taken-back')(context),
    },
  }),
]
