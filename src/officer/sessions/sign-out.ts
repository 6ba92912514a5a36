import { operation } from '../../platform/operation.ts'
import { endSession, markSessionSeen } from './session-store.ts'

/** Ends the session of this browser, at whatever stage it is. */
export const signOut = operation({
  name: 'officer.sign-out',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: [],
  async run({ tx, actor, now }) {
    await endSession(tx, actor.sessionId as string, 'sign-out', now)
  },
})

/** Keeps a session alive on one press; its end after twelve hours stays where it is. */
export const extendSession = operation({
  name: 'officer.extend-session',
  allow: (actor) => actor.kind === 'staff' && actor.sessionId !== null,
  refusals: ['session-ended'],
  async run({ tx, actor, now, refuse }) {
    const seen = await markSessionSeen(tx, actor.sessionId as string, now)
    return seen ? { endsAt: seen.ends_at } : refuse('session-ended')
  },
})
