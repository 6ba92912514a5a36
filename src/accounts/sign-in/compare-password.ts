import type { Place } from '../../platform/crypto/hash-pool.ts'
import { type Answer, overloaded } from '../../platform/http/answer.ts'
import { mustChoosePassword } from '../account.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { tryPassword } from './try-password.ts'

/** A typed password after one counted look. `stored` is null for an address nobody has. */
export interface ComparedPassword {
  stored: { account: string; hash: string } | null
  /** False too for a password that its owner must replace: it opens nothing, wherever it is asked. */
  matches: boolean
  triedAt: Temporal.Instant
}

type Compared = { ok: true; output: ComparedPassword } | { ok: false; refusal: 'must-wait' | 'not-allowed' | 'too-many-attempts' }

/**
 * Takes a place in the line for hashing, then counts the try, then compares; an address nobody has costs the same. Where
 * the line is full nothing is done at all: who is turned away has lost no try. `next` runs while the place is held.
 */
export async function withComparedPassword<R>(
  by: Doer,
  { email, password }: { email: string; password: string },
  next: (compared: ComparedPassword) => Promise<R>,
): Promise<R | Answer | Extract<Compared, { ok: false }>> {
  const place = by.services.passwords.admit()
  if ('overloaded' in place) return overloaded(busySeconds)
  try {
    const compared = await compare(by, email, password, place)
    return 'output' in compared ? await next(compared.output) : compared
  } finally {
    place.leave()
  }
}

async function compare(by: Doer, email: string, password: string, place: Place): Promise<Compared | Answer> {
  const { passwords } = by.services
  const tried = await by.perform(tryPassword, { email })
  if (!tried.ok) return tried
  const { stored, triedAt } = tried.output
  const compared = stored
    ? await passwords.verifyPassword(password, stored.hash, place)
    : await passwords.verifyAgainstNothing(password, place)
  if (!('matches' in compared)) return overloaded(busySeconds)
  const matches = compared.matches && stored !== null && !mustChoosePassword(stored)
  return { ok: true, output: { stored, matches, triedAt } }
}
