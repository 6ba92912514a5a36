import { operation } from '../../platform/operation.ts'
import { findAccountByNumber } from '../account-store.ts'
import { endEverySession, endSessionsOf } from '../sessions/session-store.ts'

/** Whose: a person's by their Online Account Number, as it is stored; null: everybody's. */
export interface SessionsToEnd {
  number: string | null
}

/**
 * Signs a person out of every browser, or everybody, by whoever runs the deployment (ASVS V7.4.5). It changes no secret
 * and says nothing of who is signed in.
 */
export const endSessionsByOperator = operation({
  name: 'accounts.end-sessions-by-operator',
  gate: true,
  allow: (actor, _input: SessionsToEnd) => actor.kind === 'system',
  refusals: ['unknown-account'],
  async run({ tx, now, refuse, audit }, { number }) {
    if (number === null) {
      const ended = await endEverySession(tx, 'operator', now)
      audit({ detail: { ended } })
      return
    }
    const account = await findAccountByNumber(tx, number)
    if (!account) return refuse('unknown-account')
    audit({ account: account.id })
    await endSessionsOf(tx, account.id, 'operator', now)
  },
})
