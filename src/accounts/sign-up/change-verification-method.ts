import { operation, query } from '../../platform/operation.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { contactAddressOf } from '../contact-points/contact-point.ts'
import { findPhoneToProve } from '../contact-points/contact-point-store.ts'
import { killCodesBy } from '../one-time-password/challenge-store.ts'
import { codeChannels } from '../account.ts'
import { stepPath } from './steps.ts'

/**
 * **use another number or another way**: takes the choice back, so that its step is the next one again. The code that
 * is out dies; the wrong tries stay counted; the number stays to be put right, and the app's key is shown again.
 */
export const changeVerificationMethod = operation({
  name: 'accounts.change-verification-method',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['step-done'],
  async run({ tx, actor, refuse, audit }, _input: undefined) {
    const id = actor.id as string
    audit({ account: id })
    const account = await lockAccount(tx, id)
    if (account.channel_proven_at) return refuse('step-done')
    await recordFacts(tx, id, { code_channel: null })
    await killCodesBy(tx, id, codeChannels)
    return { goTo: stepPath('verification-method'), channel: account.code_channel }
  },
})

/** The number that was typed before, in E.164, to be put right. */
export const phoneToProve = query({
  name: 'accounts.phone-to-prove',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, _input: undefined): Promise<string | null> {
    const point = await findPhoneToProve(tx, actor.id as string)
    return point ? contactAddressOf(services.keys, point) : null
  },
})
