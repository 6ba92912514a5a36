import { isUnclaimed, listStanding } from '../../accounts/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { noticeWithLetter } from '../paper-link/paper-case.ts'
import { openPaperPerson } from '../paper-link/paper-filing.ts'
import { insertNotices, lockPaper } from '../paper-link/paper-store.ts'
import { queueLetters } from '../paper-link/printing/queue-letters.ts'
import { listCasesWithHeldOf, listUnclaimedOf } from './protection-store.ts'

type Writing = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

async function writeNotice(context: Writing, caseId: string, account: string): Promise<void> {
  const { tx, now, services } = context
  const paper = await lockPaper(tx, caseId)
  const [standing] = await listStanding(tx, [account])
  if (!paper || !standing || !(await isUnclaimed(tx, account))) return
  const person = openPaperPerson(services.keys, caseId, paper.sealed)
  const form = {
    ...{ form: paper.form, receivedOn: paper.received_on, person, dateOfBirthHash: paper.date_of_birth_hash },
    ...{ account: null, consular: false, feeCents: null, language: services.agency.languageOfRecord },
  }
  const made = noticeWithLetter(
    services,
    { caseId, receiptNumber: paper.receipt_number, paper: form, at: now },
    { addressee: 'applicant', account: { id: account, number: standing.number }, cause: 'office' },
  )
  await insertNotices(tx, [made.notice])
  await queueLetters(context, [made.letter])
}

/**
 * It is known now where post to this person is safe: letters that wait go there, and of each case that nobody has claimed a new
 * notice with a new code, since the mark ended the one before.
 */
export async function writeToSafePlace(context: Writing, accounts: readonly string[]): Promise<void> {
  for (const caseId of await listCasesWithHeldOf(context.tx, accounts)) await context.enqueue('cases.place-letters', { case: caseId })
  for (const { id, account } of await listUnclaimedOf(context.tx, accounts)) await writeNotice(context, id, account)
}
