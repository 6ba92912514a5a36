import { operation } from '../../platform/operation.ts'
import { setIdleMinutes } from '../sessions/session-store.ts'
import type { IdleMinutes } from '../sessions/session.ts'

/** How long this visit waits for its person; the twelve hours in all stay as they are (NIST SP 800-63B-4, 2.2.3). */
export const chooseSessionLength = operation({
  name: 'accounts.choose-session-length',
  allow: (actor, _input: { minutes: IdleMinutes }) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['session-ended'],
  async run({ tx, actor, refuse, audit }, { minutes }) {
    const session = await setIdleMinutes(tx, String(actor.sessionId), minutes)
    if (!session) return refuse('session-ended')
    audit({ account: session.account, detail: { minutes } })
    return { minutes }
  },
})
