import { operation } from '../../platform/operation.ts'
import { endSession } from './session-store.ts'

/** Ends the session of this browser, at whatever stage it is. */
export const signOut = operation({
  name: 'accounts.sign-out',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: [],
  async run({ tx, actor, now, audit }) {
    await endSession(tx, actor.sessionId as string, 'sign-out', now)
    if (actor.kind === 'account') audit({ account: actor.id as string })
  },
})
