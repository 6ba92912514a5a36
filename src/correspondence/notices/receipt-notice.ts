import { caseToWriteAbout } from '../../cases/index.ts'
import { isId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { issueNotice } from './issue-notice.ts'

/** The receipt notice of a case that was filed; once. Its person was told by the mail that confirms the filing. */
const issueReceipt = operation({
  name: 'notices.issue-receipt',
  allow: ({ kind }, _input: { caseId: string }) => kind === 'system',
  refusals: [],
  async run(context, { caseId }) {
    const { audit, recordedBefore } = context
    const about = await caseToWriteAbout(context.tx, caseId)
    if (!about) return recordedBefore()
    const { notice } = await issueNotice(context, { caseId, receiptNumber: about.receiptNumber, kind: 'receipt', values: {}, source: 'filing', tells: false })
    audit({ subject: caseId, detail: { notice } })
  },
})

export const issueReceiptJob: Job = {
  task: 'correspondence.issue-receipt',
  async run({ perform }, payload) {
    const caseId = String(payload.case)
    if (isId(caseId)) await perform(issueReceipt, { caseId })
  },
}
