import type { OperationContext } from '../../../platform/operation.ts'
import type { NoticeByMail } from '../letter/kinds/notice.ts'
import { letterRow } from '../paper-case.ts'
import { queueLetters } from './queue-letters.ts'

/**
 * A notice as a letter, in the caller's transaction: it waits for print as every letter does, of a protected case until it is known
 * where post is safe.
 * @returns the letter's id
 */
export async function mailNotice(context: Pick<OperationContext, 'tx' | 'services' | 'enqueue'>, caseId: string, facts: NoticeByMail): Promise<string> {
  const row = letterRow(context.services, { caseId, notice: null, name: 'notice', facts })
  await queueLetters(context, [row])
  return row.id
}
