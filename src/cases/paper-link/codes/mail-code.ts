import { isUnclaimed, listStanding } from '../../../accounts/index.ts'
import type { OperationContext } from '../../../platform/operation.ts'
import { noticeWithLetter, type PaperAccount, type PaperCase } from '../paper-case.ts'
import { openPaperPerson } from '../paper-filing.ts'
import { findApplicant, insertNotices, lockPaper } from '../paper-store.ts'
import { queueLetters } from '../printing/queue-letters.ts'
import { type Addressee, endNotice, lockNotices } from './code-store.ts'

/** Why no new code can be mailed. */
export const unmailable = [
  'no-paper-case',
  'is-consular',
  'is-protected',
  'no-codes',
  'nobodys-yet',
  'in-an-account',
  'no-representative',
  'code-used',
  'kept-out',
] as const
export type Unmailable = (typeof unmailable)[number]

/** Each letter ends the code before it: nobody shall end them faster than the mail brings them, and a second press ends none. */
const renewedDays = 7

/** A code that can be mailed anew, with its case locked. */
export interface Mailable {
  readonly caseId: string
  readonly receiptNumber: string
  readonly addressee: Addressee
  readonly paper: PaperCase
  /** Of the applicant; null for who represents them. */
  readonly account: PaperAccount | null
  readonly standing: { readonly id: string; readonly letterWaits: boolean } | null
  /** One was mailed within these days. */
  readonly isRecent: boolean
}

type Mailing = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/** Whether a new code can be mailed to somebody of a case. A used one is never mailed anew: whoever used it is, or was, on the case. */
export async function mailableCode({ tx, now, services }: Mailing, { caseId, addressee }: { caseId: string; addressee: Addressee }): Promise<Mailable | Unmailable> {
  const found = await lockPaper(tx, caseId)
  if (!found) return 'no-paper-case'
  if (found.consular) return 'is-consular'
  if (found.protected) return 'is-protected'
  if (!found.receipt_number.startsWith(services.agency.receipts.onlinePrefix)) return 'no-codes'
  const person = openPaperPerson(services.keys, caseId, found.sealed)
  const applicant = await findApplicant(tx, caseId)
  if (applicant === null) return 'nobodys-yet'
  if (addressee === 'representative' && !person.representative) return 'no-representative'
  const notices = await lockNotices(tx, { caseId, addressee })
  if (notices.some((notice) => notice.ended_as === 'used')) return 'code-used'
  if (notices.some((notice) => notice.kept_out)) return 'kept-out'
  const number = (await isUnclaimed(tx, applicant)) ? (await listStanding(tx, [applicant]))[0]?.number : undefined
  if (addressee === 'applicant' && number === undefined) return 'in-an-account'
  const { form, received_on: receivedOn, date_of_birth_hash: dateOfBirthHash } = found
  const standing = notices.find(({ ended_as }) => ended_as === null)
  const since = now.subtract({ hours: 24 * renewedDays })
  return {
    ...{ caseId, receiptNumber: found.receipt_number, addressee },
    paper: { ...{ form, receivedOn, person, dateOfBirthHash }, account: null, consular: false, feeCents: null, language: services.agency.languageOfRecord },
    account: addressee === 'applicant' && number !== undefined ? { id: applicant, number } : null,
    standing: standing ? { id: standing.id, letterWaits: standing.letter_waits } : null,
    isRecent: notices.some((notice) => notice.cause !== 'intake' && notice.ended_as !== 'withdrawn' && Temporal.Instant.compare(notice.issued_at, since) > 0),
  }
}

/** Ends the code that stands and has a new one printed, inside the caller's operation. */
export async function mailCode(context: Mailing, mailable: Mailable, cause: 'portal' | 'office'): Promise<{ notice: string }> {
  const { tx, now, services } = context
  const { caseId, receiptNumber, addressee, paper, account, standing } = mailable
  if (standing) await endNotice(tx, standing.id, { at: now, as: 'replaced' })
  const { notice, letter } = noticeWithLetter(services, { caseId, receiptNumber, paper, at: now }, { addressee, account, cause })
  await insertNotices(tx, [notice])
  await queueLetters(context, [letter])
  return { notice: notice.id }
}
