import { operation } from '../../platform/operation.ts'
import { getAccount, lockAccount } from '../account-store.ts'
import { contactAddressOf } from '../contact-points/contact-point.ts'
import { findPhoneToProve, findProvenPoint } from '../contact-points/contact-point-store.ts'
import { sendPhoneProof } from '../one-time-password/send-code.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { keepPhoneToProve } from './phone-to-prove.ts'

/** Asks for a phone for codes, or for another one: the code that proves it goes to that phone alone. */
export const askPhone = operation({
  name: 'accounts.ask-phone',
  gate: true,
  allow: (actor, _input: { number: string }) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-recent-proof', 'texts-not-offered', 'same-phone', 'too-many-codes'],
  async run(context, { number }) {
    const { tx, actor, services, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    audit({ account: account.id })
    if (!services.sms.isOffered) return refuse('texts-not-offered')
    const current = await findProvenPoint(tx, account.id, 'phone', 'codes')
    if (current && contactAddressOf(services.keys, current) === number) return refuse('same-phone')
    const point = await keepPhoneToProve(context, account.id, number)
    return (await sendPhoneProof(context, account, actor.sessionId as string, point)) ? undefined : refuse('too-many-codes')
  },
})

/** **request a new one-time password** for the phone that is being proven. */
export const sendAnotherPhoneProof = operation({
  name: 'accounts.send-another-phone-proof',
  gate: true,
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-recent-proof', 'no-phone', 'too-many-codes'],
  async run(context, _input: undefined) {
    const { tx, actor, refuse, audit } = context
    const account = await getAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    audit({ account: account.id })
    const point = await findPhoneToProve(tx, account.id)
    if (!point) return refuse('no-phone')
    return (await sendPhoneProof(context, account, actor.sessionId as string, point)) ? undefined : refuse('too-many-codes')
  },
})
