import { tellOfCase } from '../../cases/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type Inquiry, sealInquiry } from './inquiry.ts'
import { findInquiry, inquiryOf, listInquiries, listWaitingInquiries, markAnswered } from './inquiry-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'services'>

const shownMost = 50

/** What waits for an answer; the office asks for a right before it lists it. */
export const inquiriesWaiting = ({ tx }: Pick<Reading, 'tx'>, page: Parameters<typeof listWaitingInquiries>[1]) => listWaitingInquiries(tx, page)

/** What was asked about a case, the last first; the office asks for a reason before it shows it. */
export const inquiriesOfCase = async ({ tx, services }: Reading, caseId: string): Promise<readonly Inquiry[]> =>
  (await listInquiries(tx, [caseId], shownMost)).map((row) => inquiryOf(services.keys, row))

export async function inquiryForOffice({ tx, services }: Reading, which: { id: string; caseId: string }): Promise<Inquiry | null> {
  const row = await findInquiry(tx, which)
  return row ? inquiryOf(services.keys, row) : null
}

/** Answers a question, once, and tells the people of the case that there is news. */
export async function answerInquiry(
  context: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>,
  { id, caseId, outcome, text }: { id: string; caseId: string; outcome: string; text: string },
): Promise<'unknown-inquiry' | 'unknown-outcome' | 'answered-before' | null> {
  const { tx, actor, now, services } = context
  const row = await findInquiry(tx, { id, caseId })
  if (!row) return 'unknown-inquiry'
  if (!services.agency.inquiries.outcomes.includes(outcome)) return 'unknown-outcome'
  const sealed = sealInquiry(services.keys, caseId, id, text, 'answer_sealed')
  if (!(await markAnswered(tx, { id, at: now, by: String(actor.id), outcome, sealed }))) return 'answered-before'
  await tellOfCase(context, caseId, row.receipt_number)
  return null
}
