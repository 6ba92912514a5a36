import { additionalUnseen, seeAdditional } from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import type { QueuePlace } from '../queues/list-queues.ts'

const aPage = 25

/** One page of evidence that nobody has looked at, the longest wait first. */
export const evidenceQueue = query({
  name: 'officer.evidence-queue',
  allow: (actor, _input: { after: QueuePlace | null }) => whoMay('read-messages')(actor),
  async run(context, { after }) {
    const found = await additionalUnseen(context, { after, most: aPage + 1 })
    const sent = found.slice(0, aPage)
    const last = found.length > aPage ? sent.at(-1) : undefined
    return { sent, next: last ? { since: last.at, id: last.id } : null }
  },
})

/** **I have looked at it**, in the opened file: it waits no longer, and its sender sees that. */
export const seeEvidence = operation({
  name: 'officer.see-evidence',
  allow: (actor, _input: { receiptNumber: string; evidence: string }) => whoMay('read-file')(actor) && actor.sessionId !== null,
  refusals: [...notOpened],
  async run(context, { receiptNumber, evidence }) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { evidence: evidence.slice(0, 40) } })
    if (!isId(evidence) || !(await seeAdditional(context, { id: evidence, caseId: file.id }))) recordedBefore()
    return null
  },
})
