import { isUnclaimed } from '../../accounts/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { agencyDay } from '../case.ts'
import type { ClaimableNotice } from './claim-store.ts'
import { lettersFacts } from './paper-case.ts'
import { openPaperPerson } from './paper-filing.ts'
import { findApplicant } from './paper-store.ts'
import { queueLetter } from './printing/queue-letters.ts'

/**
 * Tells an applicant who has no account to sign in to, by letter, that a representative joined their case and how to end it.
 * Who has one was told by mail.
 */
export async function tellApplicant(context: Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>, notice: ClaimableNotice): Promise<void> {
  const { tx, now, services } = context
  const applicant = await findApplicant(tx, notice.case)
  if (applicant !== null && !(await isUnclaimed(tx, applicant))) return
  const person = openPaperPerson(services.keys, notice.case, notice.sealed)
  const paper = { person, form: notice.form, receivedOn: notice.received_on, language: services.agency.languageOfRecord }
  const facts = {
    ...lettersFacts(paper, notice.receipt_number, now),
    representativeName: person.representative?.name ?? '',
    joinedOn: agencyDay(services.agency, now),
    claimUrl: services.publicUrl + paths.claim(),
  }
  await queueLetter(context, { caseId: notice.case, notice: null, name: 'representative-joined', facts })
}
