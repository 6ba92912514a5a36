import { signedIn } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { action, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { gatherForMessage } from '../write-message.ts'

/** **Add files** to a new conversation. */
export const gatherForMessageAction = action({
  path: paths.gatherForMessage,
  access: signedIn,
  audit: records(gatherForMessage),
  back: ({ params }) => seeOther(paths.messages(params)),
  submit: {
    operation: gatherForMessage,
    input: (_values, { params }) => ({ receiptNumber: params.receiptNumber, thread: null }),
    shows: { 'unknown-case': () => notFound, 'not-allowed': () => notFound, 'too-many-attempts': ({ params }) => seeOther(paths.messages(params)) },
    then: (_output, { params }) => seeOther(paths.messages(params)),
  },
})

/** **Add files** to what is written on in a conversation. */
export const gatherForThreadAction = action({
  path: paths.gatherForThread,
  access: signedIn,
  audit: records(gatherForMessage),
  back: ({ params }) => seeOther(paths.messageThread(params)),
  submit: {
    operation: gatherForMessage,
    input: (_values, { params }) => params,
    shows: { 'unknown-case': () => notFound, 'not-allowed': () => notFound, 'too-many-attempts': ({ params }) => seeOther(paths.messageThread(params)) },
    then: (_output, { params }) => seeOther(paths.messageThread(params)),
  },
})
