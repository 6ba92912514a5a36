import type { Actor } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { endSessionsOf, endVisit } from '../sessions/session-store.ts'

/*
 * Signing out asks for no fresh factor, though ASVS V7.5.2 would have one: it takes rights away and gives none, the
 * person comes back by signing in, and who finds a stranger in the account must not first wait for a code, which may go
 * to a mailbox that the stranger reads.
 */

const ownsSession = (actor: Actor) => actor.kind === 'account' && actor.sessionId !== null

/** Ends one visit of the actor's own account, in whatever browser it is; its next request is a visitor's. */
export const endOwnVisit = operation({
  name: 'accounts.sign-out-visit',
  allow: (actor, _input: { visit: string }) => ownsSession(actor),
  refusals: ['no-such-visit'],
  async run({ tx, actor, now, refuse, audit }, { visit }) {
    const account = String(actor.id)
    audit({ account, subject: `visit:${visit}` })
    const isEnded = await endVisit(tx, account, visit, 'signed-out-elsewhere', now)
    return isEnded ? undefined : refuse('no-such-visit')
  },
})

/** **Sign out everywhere else**: every session of the account but this one, half-way sign-ins among them. */
export const endOtherVisits = operation({
  name: 'accounts.sign-out-others',
  allow: ownsSession,
  refusals: [],
  async run({ tx, actor, now, audit }, _input: undefined) {
    const account = String(actor.id)
    audit({ account })
    await endSessionsOf(tx, account, 'signed-out-elsewhere', now, String(actor.sessionId))
  },
})

/** **Sign out everywhere**: this browser too. */
export const endAllVisits = operation({
  name: 'accounts.sign-out-everywhere',
  allow: ownsSession,
  refusals: [],
  async run({ tx, actor, now, audit }, _input: undefined) {
    const account = String(actor.id)
    audit({ account })
    await endSessionsOf(tx, account, 'signed-out-elsewhere', now)
  },
})
