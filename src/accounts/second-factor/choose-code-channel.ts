import { operation } from '../../platform/operation.ts'
import type { CodeChannel } from '../account.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { factorChanges, tellOfFactor } from './factor-changes.ts'
import { readFactors } from './factor-store.ts'
import { channelsToPrefer, openWays } from './ways.ts'

/** How codes usually come; every other way of the account stays open at each sign-in. */
export const chooseCodeChannel = operation({
  name: 'accounts.choose-code-channel',
  allow: (actor, _input: { channel: CodeChannel }) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [factorChanges],
  refusals: ['no-recent-proof', 'channel-not-open'],
  async run(context, { channel }) {
    const { tx, actor, services, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    audit({ account: account.id, detail: { channel } })
    const factors = await readFactors(tx, account.id)
    const ways = openWays({ factors, isSmsOffered: services.sms.isOffered, isFromMailbox: false })
    if (!channelsToPrefer(ways).includes(channel)) return refuse('channel-not-open')
    if (account.code_channel === channel) return
    await recordFacts(tx, account.id, { code_channel: channel })
    await tellOfFactor(context, account, 'channel-chosen')
  },
})
