import type { OperationContext } from '../../platform/operation.ts'
import { tellParties } from '../tell-parties.ts'
import { noticesOf, type PaperAccount } from './paper-case.ts'
import { openPaperPerson, type PaperPerson } from './paper-filing.ts'
import { findApplicant, insertApplicant, insertNotices, lockPaper } from './paper-store.ts'
import { queueLetters } from './printing/queue-letters.ts'

type Giving = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/**
 * Gives a case from paper that was nobody's to the account of its person, inside the caller's operation, with the notices and
 * letters that it would have had from the start; of a protected person they wait until it is known where post is safe. Who signs
 * in to the account is told that there is news.
 * @returns false where the case is somebody's already, or came otherwise than on paper
 */
export async function givePaperCase(context: Giving, { caseId, account }: { caseId: string; account: PaperAccount }): Promise<boolean> {
  const { tx, now, services } = context
  const paper = await lockPaper(tx, caseId)
  if (!paper || paper.consular || (await findApplicant(tx, caseId)) !== null) return false
  await insertApplicant(tx, { caseId, account: account.id, at: now })
  const { receipt_number: receiptNumber } = paper
  const person = openPaperPerson(services.keys, caseId, paper.sealed)
  const form = { form: paper.form, receivedOn: paper.received_on, person, dateOfBirthHash: paper.date_of_birth_hash, account, consular: false, feeCents: null, language: services.agency.languageOfRecord }
  const { notices, letters } = noticesOf(services, { caseId, receiptNumber, paper: form, at: now })
  await insertNotices(tx, notices)
  await queueLetters(context, letters)
  await tellParties(context, caseId, receiptNumber)
  return true
}

/** What the form of a case says of its person, for an operation that works on it; null: it came otherwise than on paper. */
export async function paperPersonOf({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<PaperPerson | null> {
  const paper = await lockPaper(tx, caseId)
  return paper ? openPaperPerson(services.keys, caseId, paper.sealed) : null
}
