import { newId } from '../../platform/ids.ts'
import { totpSecret } from '../../platform/crypto/totp.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { type CodeChannel, textChannels } from '../account.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { sendCode } from '../one-time-password/send-code.ts'
import { findAppToProve, insertApp } from '../second-factor/app-store.ts'
import { sealAppSecret } from '../second-factor/authenticator-app.ts'
import { keepPhoneToProve } from '../second-factor/phone-to-prove.ts'
import { stepPath } from './steps.ts'

interface MethodChosen {
  channel: CodeChannel
  /** E.164; needed for the channels that send text messages. */
  phone?: string | null
  /** What the person's first app is called until they name it. */
  appName?: string
}

type Choosing = Pick<OperationContext, 'tx' | 'now' | 'services'>

/** A key that was shown before stays the same: the app may have it already. */
async function keepAppToProve({ tx, now, services: { keys } }: Choosing, account: string, name: string) {
  if (await findAppToProve(tx, account)) return
  const id = newId()
  await insertApp(tx, { id, account, name, secret_sealed: sealAppSecret(keys, account, id, totpSecret()), added_at: now })
}

/** **How should we send your verification code?**: keeps the channel and asks for the code that proves it. */
export const chooseVerificationMethod = operation({
  name: 'accounts.choose-verification-method',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['step-done', 'channel-not-offered'],
  async run(context, { channel, phone, appName = 'App' }: MethodChosen) {
    const { tx, actor, services, refuse, audit } = context
    const id = actor.id as string
    audit({ account: id, detail: { channel } })
    const account = await lockAccount(tx, id)
    if (account.code_channel) return refuse('step-done')
    if (textChannels.includes(channel)) {
      if (!phone || !services.sms.isOffered) return refuse('channel-not-offered')
      await keepPhoneToProve(context, id, phone)
    }
    if (channel === 'app') await keepAppToProve(context, id, appName)
    await recordFacts(tx, id, { code_channel: channel })
    const isAsked = await sendCode(context, { ...account, code_channel: channel }, actor.sessionId as string)
    return { goTo: stepPath('verification-code'), isAsked }
  },
})
