import { accountsOf } from '../platform/actor.ts'
import { forgetBounces } from '../platform/mail/index.ts'
import { operation } from '../platform/operation.ts'

/** A person says that mail reaches them at their address after all: the next news goes there again. */
export const mailReachesMe = operation({
  name: 'notifications.mail-reaches-me',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'account' && actor.id !== null,
  refusals: [],
  async run({ tx, actor, audit, recordedBefore }) {
    const forgotten = await forgetBounces(tx, accountsOf(actor))
    if (forgotten === 0) recordedBefore()
    audit({ account: String(actor.id), detail: { forgotten } })
  },
})
