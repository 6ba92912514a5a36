import { type CaseBehind, caseBehind } from '../../cases/index.ts'
import { type OfficeThread, threadForOffice } from '../../correspondence/index.ts'
import type { AnswerFile } from '../answer-files/answer-file.ts'
import { gatheredFiles } from '../answer-files/gathered-files.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import type { NotOpened } from '../case-file/opened-case.ts'
import { findOpening } from '../case-file/opening-store.ts'
import { mayDo, whoMay } from '../may.ts'

type Reading = Parameters<typeof caseBehind.run>[0]

/** The case behind a conversation, for who gave a reason for opening its file in this session. */
export async function openedBehind(context: Reading, receiptNumber: string): Promise<CaseBehind | NotOpened> {
  const found = await caseBehind.run(context, { receiptNumber })
  if (!found) return 'unknown-case'
  const opening = await findOpening(context.tx, context.actor.sessionId as string, found.id)
  return opening ? found : 'file-not-opened'
}

export type ThreadOfFile = { state: 'closed' } | (OfficeThread & { state: 'open'; isProtected: boolean; gathered: readonly AnswerFile[] })

/** One conversation of an opened file; null: there is none, or the case is absent to who asks. */
export const threadOfFile = query({
  name: 'officer.thread',
  allow: (actor, _input: { receiptNumber: string; thread: string }) => whoMay('read-messages')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber, thread }): Promise<ThreadOfFile | null> {
    const file = await openedBehind(context, receiptNumber)
    if (file === 'unknown-case' || !isId(thread)) return null
    if (file === 'file-not-opened') return { state: 'closed' }
    const found = await threadForOffice(context, { caseId: file.id, thread })
    if (!found) return null
    const gathered = mayDo(context.actor, 'answer-messages') ? await gatheredFiles(context, thread) : []
    return { ...found, state: 'open', isProtected: file.isProtected, gathered }
  },
})

/** The case of an opened file, for who adds files to an answer; null: it is absent to who asks. */
export const conversationBehind = query({
  name: 'officer.conversation-behind',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('answer-messages')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<{ caseId: string } | 'file-not-opened' | null> {
    const file = await openedBehind(context, receiptNumber)
    if (file === 'unknown-case') return null
    return file === 'file-not-opened' ? file : { caseId: file.id }
  },
})
