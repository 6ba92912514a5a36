import { additionalOfCase, answerInquiry, type CheckForOffice, identityChecksOfCase, type Inquiry, inquiriesOfCase, inquiriesWaiting, inquiryForOffice, type WaitingInquiry } from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { findOpening } from '../case-file/opening-store.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'

const aPage = 25

export interface InquiryQueue {
  readonly inquiries: readonly WaitingInquiry[]
  /** Where the next page begins; null on the last one. */
  readonly next: { readonly on: string; readonly id: string } | null
}

/** One page of the questions that wait, those first that are due first. */
export const inquiryQueue = query({
  name: 'officer.inquiry-queue',
  allow: (actor, _input: { after: { on: string; id: string } | null }) => whoMay('read-messages')(actor),
  async run(context, { after }): Promise<InquiryQueue> {
    const found = await inquiriesWaiting(context, { after, most: aPage + 1 })
    const inquiries = found.slice(0, aPage)
    const last = found.length > aPage ? inquiries.at(-1) : undefined
    return { inquiries, next: last ? { on: `${last.expected_on}`, id: last.id } : null }
  },
})

export interface WritingOfFile {
  readonly inquiries: readonly Inquiry[]
  readonly sent: Awaited<ReturnType<typeof additionalOfCase>>
  readonly checks: readonly CheckForOffice[]
}

/** What people asked and sent about a case, for who opened its file in this session. */
export const writingOfFile = query({
  name: 'officer.writing-of-file',
  allow: (actor, _input: { caseId: string }) => whoMay('read-messages')(actor) && actor.sessionId !== null,
  async run(context, { caseId }): Promise<WritingOfFile> {
    if (!(await findOpening(context.tx, context.actor.sessionId as string, caseId))) return { inquiries: [], sent: [], checks: [] }
    const [inquiries, sent] = [await inquiriesOfCase(context, caseId), await additionalOfCase(context, caseId)]
    return { inquiries, sent, checks: await identityChecksOfCase(context, caseId) }
  },
})

/** One question of an opened file; null: there is none, or the case is absent to who asks. */
export const inquiryOfFile = query({
  name: 'officer.inquiry',
  allow: (actor, _input: { receiptNumber: string; inquiry: string }) => whoMay('read-messages')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber, inquiry }): Promise<{ state: 'closed' } | { state: 'open'; inquiry: Inquiry } | null> {
    const file = await openedBehind(context, receiptNumber)
    if (file === 'unknown-case' || !isId(inquiry)) return null
    if (file === 'file-not-opened') return { state: 'closed' }
    const found = await inquiryForOffice(context, { id: inquiry, caseId: file.id })
    return found && { state: 'open', inquiry: found }
  },
})

/** **Send answer**, with what came of it, for an officer who opened the file. Of two the first one answers. */
export const answerQuestion = operation({
  name: 'officer.answer-inquiry',
  allow: (actor, _input: { receiptNumber: string; inquiry: string; outcome: string; text: string }) => whoMay('answer-messages')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-inquiry', 'unknown-outcome', 'answered-before'],
  async run(context, { receiptNumber, inquiry, outcome, text }) {
    const { refuse, audit } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { inquiry: inquiry.slice(0, 40), outcome: outcome.slice(0, 60) } })
    const refused = isId(inquiry) ? await answerInquiry(context, { id: inquiry, caseId: file.id, outcome, text }) : 'unknown-inquiry'
    return refused ? refuse(refused) : null
  },
})
