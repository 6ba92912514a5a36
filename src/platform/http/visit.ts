import type { Actor } from '../actor.ts'

/** The signed-in or half-way session of a request. The accounts and the office add what they know of it. */
export interface Session {
  readonly id: string
  /** When it ends unless the person does something, and when it ends in any case. */
  readonly idleEndsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** Who is at the door: the actor of the request and the session that says so. */
export interface Visit {
  readonly actor: Actor
  readonly session: Session | null
  /** A session that this browser had and that has ended: its account, so that what was posted can be parked for it. */
  readonly endedAccount: string | null
}

/** `keepsPosted`: what a signed-in person posted is parked for them, because they come back after one more proof. */
export type Verdict = 'allowed' | 'not-found' | { readonly goTo: string; readonly keepsPosted?: boolean }

/** Who may open a page, declared beside its address. */
export interface Access {
  readonly name: string
  check(visit: Visit, url: string): Verdict
}

export const anyone: Access = { name: 'anyone', check: () => 'allowed' }
