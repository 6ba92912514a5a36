import { applicant } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { submissionFor } from '../submission/submission-for.ts'
import { isPayable } from './payment.ts'

/** Leads on to the provider's page while there is something to pay there, else back to how things stand. */
export const leaveToPayEndpoint = endpoint({
  path: paths.leaveToPay,
  method: 'GET',
  access: applicant,
  audit: recordsNothing('leads on to the page of the payment provider'),
  async run(context) {
    const { submission } = context.params
    const standing = await context.read(submissionFor, { submission })
    if (!standing) return notFound
    const { payment } = standing
    const leaves = payment?.url && isPayable(payment.state)
    return seeOther(leaves ? payment.url : paths.submission({ submission }))
  },
})
