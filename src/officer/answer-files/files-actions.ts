import type { Answer } from '../../platform/http/answer.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { action, type Context, endpoint, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { conversationBehind } from '../messages/opened-thread.ts'
import { staffWho } from '../sessions/access.ts'
import { addAnswerFile } from './add-file.ts'
import { signedOut, withReceived } from './files-outcome.ts'
import { receiveFiles } from './receive-files.ts'
import { removeAnswerFile } from './remove-file.ts'

type Params = { receiptNumber: string; thread: string }

const threadOf = ({ receiptNumber, thread }: Params): string => officePaths.messageThread({ receiptNumber, thread })
const toCase = ({ params }: { params: Params }): Answer => seeOther(officePaths.case({ receiptNumber: params.receiptNumber }))

/** **Upload**: where the files of an answer are posted. */
export const answerFilesEndpoint = endpoint({
  path: officePaths.answerFiles,
  method: 'POST',
  access: staffWho('answer-messages'),
  audit: records(addAnswerFile),
  rawBody: true,
  comesBackTo: (params) => signedOut(threadOf(params)),
  tooLate: ({ params }) => seeOther(signedOut(threadOf(params))),
  run: async (context: Context<Params>, body) => {
    const { params } = context
    const its = await context.read(conversationBehind, params)
    if (its === 'file-not-opened') return toCase(context)
    if (!its || !body.parts) return notFound
    const received = await receiveFiles(context, { ...params, caseId: its.caseId }, body.parts)
    if ('stopped' in received) return received.stopped === 'file-not-opened' ? toCase(context) : notFound
    return seeOther(withReceived(threadOf(params), received))
  },
})

const back = ({ params }: { params: Params }): Answer => seeOther(threadOf(params))

/** **Remove**, from the files of an answer. */
export const removeAnswerFileAction = action({
  path: officePaths.removeAnswerFile,
  access: staffWho('answer-messages'),
  audit: records(removeAnswerFile),
  back,
  submit: {
    operation: removeAnswerFile,
    input: (_values, { params }) => params,
    shows: { 'unknown-case': () => notFound, 'file-not-opened': toCase, 'unknown-file': back, 'not-allowed': toCase, 'too-many-attempts': back },
    then: (_removed, { params }) => seeOther(`${threadOf(params)}?said=file-removed`),
  },
})
