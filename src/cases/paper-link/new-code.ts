import { listStanding, isUnclaimed } from '../../accounts/index.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { isMarked } from './name-mark.ts'
import { noticeWithLetter } from './paper-case.ts'
import { openPaperPerson } from './paper-filing.ts'
import { findApplicant, hasUsedCode, insertNotices, lockPaper, replaceNotice, wasRenewed } from './paper-store.ts'
import { queueLetters } from './printing/queue-letters.ts'

/** Each letter ends the code before it: nobody shall end them faster than the mail brings them, and a second press ends none. */
const renewedDays = 7

export interface CodeToRenew {
  readonly caseId: string
  readonly addressee: 'applicant' | 'representative'
  /** The family name that was typed, as `nameMark` makes it. */
  readonly said: string
}

/**
 * Ends the code that stands and mails a new one to the address on the form. Nothing comes of it where the name does not fit, the
 * case has no codes or is protected, an applicant has claimed it, or a representative is on it: those have it in their account.
 */
export const renewCode = operation({
  name: 'cases.renew-code',
  allow: (actor, _input: CodeToRenew) => actor.kind === 'system',
  refusals: ['nothing-to-renew'],
  async run(context, { caseId, addressee, said }) {
    const { tx, now, services, refuse, audit } = context
    audit({ subject: caseId, detail: { addressee } })
    const paper = await lockPaper(tx, caseId)
    if (!paper || paper.protected || !paper.receipt_number.startsWith(services.agency.receipts.onlinePrefix)) return refuse('nothing-to-renew')
    const person = openPaperPerson(services.keys, caseId, paper.sealed)
    if (!isMarked(services.keys, person.familyName, said)) return refuse('nothing-to-renew')
    const account = await findApplicant(tx, caseId)
    const number = account && (await isUnclaimed(tx, account)) ? ((await listStanding(tx, [account]))[0]?.number ?? null) : null
    if (addressee === 'applicant' ? number === null : person.representative === null) return refuse('nothing-to-renew')
    // A code that was used is not renewed: whoever used it is on the case.
    if (await hasUsedCode(tx, { caseId, addressee })) return refuse('nothing-to-renew')
    if (await wasRenewed(tx, { caseId, addressee, since: now.subtract({ hours: 24 * renewedDays }) })) return refuse('nothing-to-renew')
    await replaceNotice(tx, { caseId, addressee, at: now })
    const form = { form: paper.form, receivedOn: paper.received_on, person, dateOfBirthHash: paper.date_of_birth_hash, account: null, consular: false, feeCents: null, language: services.agency.languageOfRecord }
    const made = noticeWithLetter(
      services,
      { caseId, receiptNumber: paper.receipt_number, paper: form, at: now },
      { addressee, account: addressee === 'applicant' && account && number ? { id: account, number } : null, cause: 'portal' },
    )
    await insertNotices(tx, [made.notice])
    await queueLetters(context, [made.letter])
    return { notice: made.notice.id }
  },
})

/** Whether there is anything to renew is found out here, where nobody waits for the answer. */
export const newCodeJob: Job = {
  task: 'cases.new-code',
  async run({ perform }, { case: caseId, addressee, said }) {
    if (typeof caseId !== 'string') return
    await perform(renewCode, { caseId, addressee: addressee === 'representative' ? 'representative' : 'applicant', said: String(said) })
  },
}
