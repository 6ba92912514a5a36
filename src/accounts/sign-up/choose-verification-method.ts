import { operation } from '../../platform/operation.ts'
import type { CodeChannel } from '../account.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { sendCode } from '../one-time-password/send-code.ts'
import { stepPath } from './steps.ts'

/** **How should we send your verification code?**: keeps the channel and sends the code that proves it. */
export const chooseVerificationMethod = operation({
  name: 'accounts.choose-verification-method',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['step-done'],
  async run(context, { channel }: { channel: CodeChannel }) {
    const { tx, actor, refuse, audit } = context
    const id = actor.id as string
    audit({ account: id, detail: { channel } })
    const account = await lockAccount(tx, id)
    if (account.code_channel) return refuse('step-done')
    await recordFacts(tx, id, { code_channel: channel })
    await sendCode(context, account, actor.sessionId as string)
    return { goTo: stepPath('verification-code') }
  },
})
