import { operation } from '../../platform/operation.ts'
import { findPassword } from '../account-store.ts'
import { emailHash, emailHashes } from '../email-address.ts'
import { failedSignIns } from './failed-sign-ins.ts'
import { countPasswordTry } from './password-try-store.ts'

/** Counts the try and finds what to compare with, committed before anything is compared. */
export const tryPassword = operation({
  name: 'accounts.try-password',
  gate: true,
  allow: (_actor, _input: { email: string }) => true,
  limits: failedSignIns.map((limit) => ({ ...limit, failuresOnly: false })),
  refusals: ['must-wait'],
  async run(context, { email }) {
    const { tx, now, services, request, refuse, audit } = context
    const [waitUntil, stored] = await Promise.all([
      countPasswordTry(tx, emailHash(services.keys, email), request.network ?? 'unknown', now),
      findPassword(tx, emailHashes(services.keys, email)),
    ])
    if (stored) audit({ account: stored.account })
    return waitUntil ? refuse('must-wait') : { stored: stored ?? null, triedAt: now }
  },
})
