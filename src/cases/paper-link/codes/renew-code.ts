import type { Job } from '../../../platform/jobs/job.ts'
import { operation } from '../../../platform/operation.ts'
import { isMarked } from '../name-mark.ts'
import { mailableCode, mailCode } from './mail-code.ts'

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
    const { services, refuse, audit } = context
    audit({ subject: caseId, detail: { addressee } })
    const mailable = await mailableCode(context, { caseId, addressee })
    if (typeof mailable === 'string' || mailable.isRecent) return refuse('nothing-to-renew')
    if (!isMarked(services.keys, mailable.paper.person.familyName, said)) return refuse('nothing-to-renew')
    return mailCode(context, mailable, 'portal')
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
