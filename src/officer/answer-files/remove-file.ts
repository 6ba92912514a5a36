import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { queueCheck } from '../scans/keep-scan.ts'
import type { Conversation } from './add-file.ts'
import { endAnswerFiles, listGathered } from './answer-file-store.ts'

/** **Remove** a file that was to go with an answer: its bytes go too, by the job that checks. */
export const removeAnswerFile = operation({
  name: 'officer.remove-answer-file',
  allow: (actor, _input: Conversation & { attached: string }) => whoMay('answer-messages')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-file'],
  async run(context, { receiptNumber, thread, attached }) {
    const { tx, actor, now, refuse, audit } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { thread: thread.slice(0, 40), scan: attached.slice(0, 40) } })
    const own = isId(thread) ? await listGathered(tx, { thread, staff: String(actor.id) }) : []
    if (!own.some(({ id, case: caseId }) => id === attached && caseId === file.id)) return refuse('unknown-file')
    const removed = await endAnswerFiles(tx, [attached], { ended: 'removed', at: now })
    for (const scan of removed) await queueCheck(context, scan)
    return null
  },
})
