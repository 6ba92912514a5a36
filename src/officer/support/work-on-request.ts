import {
  answerRequest,
  closeRequest,
  confirmIdentityCheck,
  type IdentityDocument,
  lockForWork,
  noteStep,
  protectPerson,
  recordIdentityCheck,
  stopRecovery,
  type SupportAnswer,
} from '../../accounts/index.ts'
import { operation } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'

/**
 * What support can do about a request that was opened with a reason. None of it shows or sets a secret: links are made
 * by the worker and go to the person's own mailboxes.
 */
interface Named {
  trackingNumber: string
}

/** **Send answer**: one of the fixed answers. */
export const answerSupport = operation({
  name: 'officer.answer-support',
  allow: (actor, _input: Named & { answer: SupportAnswer }) => whoMay('work-support')(actor),
  refusals: ['not-possible'],
  async run(context, { trackingNumber, answer }) {
    const request = await lockForWork(context, trackingNumber)
    if (!request) return context.refuse('not-possible')
    context.audit({ detail: { answer } })
    await answerRequest(context, request, answer)
    return undefined
  },
})

/** **Send the missing mail again**, three times a day for one request: support is no way to fill a mailbox. */
export const sendSupportAgain = operation({
  name: 'officer.send-support-again',
  allow: (actor, _input: Named) => whoMay('work-support')(actor),
  limits: [{ name: 'officer.send-again', most: 3, withinSeconds: 86_400, of: ({ input }) => input.trackingNumber }],
  refusals: ['not-possible'],
  async run(context, { trackingNumber }) {
    const request = await lockForWork(context, trackingNumber)
    if (!request?.account) return context.refuse('not-possible')
    await noteStep(context, request.id, { kind: 'sent-again' }, true)
    return undefined
  },
})

/** **Cancel the recovery** that runs for the account of this request. */
export const stopSupportRecovery = operation({
  name: 'officer.stop-recovery',
  allow: (actor, _input: Named) => whoMay('work-support')(actor),
  refusals: ['not-possible'],
  async run(context, { trackingNumber }) {
    const request = await lockForWork(context, trackingNumber)
    return request && (await stopRecovery(context, request)) ? undefined : context.refuse('not-possible')
  },
})

/** **Record the check**: the first of two people. */
export const recordIdentity = operation({
  name: 'officer.record-identity',
  allow: (actor, _input: Named & { documents: readonly IdentityDocument[] }) => whoMay('work-support')(actor),
  refusals: ['not-possible'],
  async run(context, { trackingNumber, documents }) {
    const request = await lockForWork(context, trackingNumber)
    if (!request || documents.length === 0) return context.refuse('not-possible')
    return (await recordIdentityCheck(context, request, documents)) ? undefined : context.refuse('not-possible')
  },
})

/** **Confirm the check**: the second, in another role. */
export const confirmIdentity = operation({
  name: 'officer.confirm-identity',
  allow: (actor, _input: Named) => whoMay('confirm-identity')(actor),
  refusals: ['not-possible', 'recorded-by-you'],
  async run(context, { trackingNumber }) {
    const request = await lockForWork(context, trackingNumber)
    if (!request) return context.refuse('not-possible')
    const done = await confirmIdentityCheck(context, request)
    if (done === 'confirmed') return undefined
    return context.refuse(done === 'recorded-by-you' ? 'recorded-by-you' : 'not-possible')
  },
})

/** **Protect this person**: at once. Who presses it sees no sign of it afterwards, unless they may. */
export const protectRequester = operation({
  name: 'officer.protect-requester',
  allow: (actor, _input: Named & { reason: string }) => whoMay('protect')(actor) && whoMay('open-support')(actor),
  refusals: ['not-possible'],
  async run(context, { trackingNumber, reason }) {
    const request = await lockForWork(context, trackingNumber)
    if (!request?.account) return context.refuse('not-possible')
    await protectPerson(context, request.account, reason)
    return undefined
  },
})

export const closeSupport = operation({
  name: 'officer.close-support',
  allow: (actor, _input: Named) => whoMay('work-support')(actor),
  refusals: ['not-possible'],
  async run(context, { trackingNumber }) {
    const request = await lockForWork(context, trackingNumber)
    if (!request) return context.refuse('not-possible')
    await closeRequest(context, request)
    return undefined
  },
})
