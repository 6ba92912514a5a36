import type { Doer } from '../../accounts/index.ts'
import { forgiveAttempts, type Limit } from '../../platform/attempts.ts'
import type { Place } from '../../platform/crypto/hash-pool.ts'
import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { busySeconds } from '../enrolment/set-password.ts'
import { openSession } from '../sessions/open-session.ts'
import { staffEmailHash, staffEmailHashes } from '../staff/staff.ts'
import { findPassword, replacePasswordHash } from '../staff/staff-store.ts'
import { clearPasswordTries, countPasswordTry } from './password-try-store.ts'

/** Failed sign-ins of one network in a minute; a right password gives its place back. */
const networkLimits: readonly Limit<unknown>[] = [
  { name: 'officer.sign-in.network', most: 20, withinSeconds: 60, of: ({ request }) => request.network },
]

const networkOf = ({ request }: Pick<OperationContext, 'request'>) => request.network ?? 'unknown'

/** Counts the try and finds what to compare with, committed before anything is compared. */
export const tryPassword = operation({
  name: 'officer.try-password',
  gate: true,
  allow: (_actor, _input: { email: string }) => true,
  limits: networkLimits,
  refusals: ['must-wait'],
  async run(context, { email }) {
    const { tx, now, services, refuse, audit } = context
    const stored = await findPassword(tx, staffEmailHashes(services.keys, email))
    if (stored) audit({ subject: stored.staff })
    const waitUntil = await countPasswordTry(tx, staffEmailHash(services.keys, email), networkOf(context), now)
    return waitUntil ? refuse('must-wait') : { stored: stored ?? null, triedAt: now }
  },
})

interface PasswordLookedAt {
  staff: string | null
  email: string
  triedAt: Temporal.Instant
}

/** A right password opens the question for the code and nothing else. */
export const acceptPassword = operation({
  name: 'officer.accept-password',
  gate: true,
  allow: (_actor, _input: PasswordLookedAt) => true,
  refusals: ['email-or-password-wrong'],
  async run(context, input) {
    const { tx, actor, request, services, refuse, audit } = context
    if (!input.staff) return refuse('email-or-password-wrong')
    audit({ subject: input.staff })
    const forgiving = networkLimits.map((limit) => ({ ...limit, failuresOnly: true }))
    // In the order in which a try locks them: who presses twice would wait for themselves.
    await forgiveAttempts(tx, forgiving, { actor, input, request, services }, input.triedAt)
    await clearPasswordTries(tx, staffEmailHash(services.keys, input.email), networkOf(context))
    return openSession(context, { staff: input.staff, stage: 'password-given' })
  },
})

/** A hash made with an older key or weaker parameters is made again when its password is there. */
export const renewPasswordHash = operation({
  name: 'officer.renew-password-hash',
  gate: true,
  allow: (_actor, _input: { staff: string; from: string; to: string }) => true,
  refusals: [],
  async run({ tx, audit }, { staff, from, to }) {
    audit({ subject: staff })
    await replacePasswordHash(tx, staff, from, to)
  },
})

/**
 * **Sign In**: count, compare, accept, each committed before the next. An address nobody has costs the same statements
 * and the same hash, and gets the same answer as a wrong password.
 */
export const givePassword = procedure({
  refusals: [...tryPassword.refusals, ...acceptPassword.refusals],
  async call(by: Doer, given: { email: string; password: string }) {
    const place = by.services.passwords.admit()
    if ('overloaded' in place) return overloaded(busySeconds)
    try {
      return await compareAndAccept(by, given, place)
    } finally {
      place.leave()
    }
  },
})

async function compareAndAccept(by: Doer, { email, password }: { email: string; password: string }, place: Place) {
  const { passwords } = by.services
  const tried = await by.perform(tryPassword, { email })
  if (!tried.ok) return tried
  const { stored, triedAt } = tried.output
  const compared = stored
    ? await passwords.verifyPassword(password, stored.hash, place)
    : await passwords.verifyAgainstNothing(password, place)
  if (!('matches' in compared)) return overloaded(busySeconds)
  const staff = compared.matches && stored ? stored.staff : null
  const accepted = await by.perform(acceptPassword, { staff, email, triedAt })
  if (accepted.ok && stored && passwords.needsRehash(stored.hash)) await renew(by, password, stored)
  return accepted
}

async function renew(by: Doer, password: string, stored: { staff: string; hash: string }) {
  const fresh = await by.services.passwords.hashPassword(password)
  if ('hash' in fresh) await by.perform(renewPasswordHash, { staff: stored.staff, from: stored.hash, to: fresh.hash })
}
