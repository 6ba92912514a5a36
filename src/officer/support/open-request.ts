import { noteOpening } from '../../accounts/index.ts'
import { operation } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'

export const supportReasons = ['answer-request', 'second-look', 'complaint'] as const
export type SupportReason = (typeof supportReasons)[number]

interface RequestToOpen {
  trackingNumber: string
  reason: SupportReason
}

/** Records who opens a request, in which role and why. It holds until this sign-in ends; the next one asks again. */
export const openSupportRequest = operation({
  name: 'officer.open-support-request',
  allow: (actor, _input: RequestToOpen) => whoMay('open-support')(actor) && actor.sessionId !== null,
  refusals: ['unknown-request'],
  async run(context, { trackingNumber, reason }) {
    context.audit({ detail: { reason } })
    return (await noteOpening(context, trackingNumber, reason)) ? { trackingNumber } : context.refuse('unknown-request')
  },
})
