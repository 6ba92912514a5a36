import { operation } from '../../platform/operation.ts'
import { markSessionSeen } from './session-store.ts'

/** Keeps a session alive on one press; its end after twelve hours stays where it is. */
export const extendSession = operation({
  name: 'accounts.extend-session',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['session-ended'],
  async run({ tx, actor, now, refuse, audit }) {
    const session = await markSessionSeen(tx, actor.sessionId as string, now)
    if (!session) return refuse('session-ended')
    audit({ account: session.account })
    const idleEndsAt = now.add({ minutes: session.idle_minutes })
    const sooner = Temporal.Instant.compare(idleEndsAt, session.ends_at) < 0
    return { idleEndsAt: sooner ? idleEndsAt : session.ends_at, endsAt: session.ends_at }
  },
})
