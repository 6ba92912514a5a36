import { beginClosing, lockOwnAccount } from '../../accounts/index.ts'
import { operation } from '../../platform/operation.ts'
import { obstaclesFor } from './obstacles.ts'

/**
 * **Close my account**: behind a fresh factor, while nothing is pending. What could begin meanwhile waits behind the
 * account's lock, or is found when the closing is carried out 72 hours later. Pressed twice it happens once.
 */
export const closeAccount = operation({
  name: 'portal.close-account',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'account' && actor.id !== null,
  refusals: ['no-recent-proof', 'closed-already', 'something-waits'],
  async run(context) {
    const { refuse, audit } = context
    const account = await lockOwnAccount(context)
    audit({ account: account.id })
    if (account.isClosed) return refuse('closed-already')
    if (!account.hasRecentProof) return refuse('no-recent-proof')
    if ((await obstaclesFor(context)).length > 0) return refuse('something-waits')
    return beginClosing(context, account.id)
  },
})
