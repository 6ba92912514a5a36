import { mailNoticeAgain, type NoticeForOffice, noticeForOffice, type NoticeOfCase, noticesForOffice } from '../../correspondence/index.ts'
import { operation, query } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'

/** The notices of an opened file; none where it was not opened. */
export const noticesOfFile = query({
  name: 'officer.notices-of-file',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('read-notices')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<readonly NoticeOfCase[]> {
    const file = await openedBehind(context, receiptNumber)
    return typeof file === 'string' ? [] : noticesForOffice(context, file.id)
  },
})

export type NoticeOfFile = { state: 'closed' } | (NoticeForOffice & { state: 'open' })

/** One notice of an opened file; null: there is none, or the case is absent to who asks. */
export const noticeOfFile = query({
  name: 'officer.notice',
  allow: (actor, _input: { receiptNumber: string; notice: string }) => whoMay('read-notices')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber, notice }): Promise<NoticeOfFile | null> {
    const file = await openedBehind(context, receiptNumber)
    if (file === 'unknown-case') return null
    if (file === 'file-not-opened') return { state: 'closed' }
    const found = await noticeForOffice(context, { caseId: file.id, notice })
    return found && { ...found, state: 'open' }
  },
})

/** **Mail it again**, with why. */
export const mailNotice = operation({
  name: 'officer.mail-notice',
  allow: (actor, _input: { receiptNumber: string; notice: string; why: string; press: string }) => whoMay('mail-notices')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-notice'],
  async run(context, { receiptNumber, notice, why, press }) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { notice: notice.slice(0, 40) } })
    const mailed = await mailNoticeAgain(context, { caseId: file.id, notice, why, press })
    if (mailed === 'unknown-notice') return refuse(mailed)
    if (mailed === 'asked-before') recordedBefore()
    return { notice }
  },
})
