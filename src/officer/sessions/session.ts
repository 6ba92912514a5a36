import type { StaffRole } from '../may.ts'

/**
 * What a session may do. `enrolling`: show and prove the authentication app; `password-given`: give the one-time
 * password; `full`: whatever the role may.
 */
export type StaffStage = 'enrolling' | 'password-given' | 'full'

export const secretHashPurpose = 'office-session'

/** However busy it is, a visit ends after this (NIST SP 800-63B-4, 2.2.3). */
export const sessionHours = 12
/** How long a right password waits for its code, and a new password for its app. */
export const halfWayMinutes = 30

export const sessionEndsAt = (stage: StaffStage, now: Temporal.Instant): Temporal.Instant =>
  now.add(stage === 'full' ? { hours: sessionHours } : { minutes: halfWayMinutes })

/** What the office's pages know of who is signed in, or half-way. */
export interface StaffHere {
  readonly id: string
  readonly role: StaffRole
  readonly name: string
  readonly stage: StaffStage
}

declare module '../../platform/http/visit.ts' {
  interface Session {
    /** Set in the office; the portal's sessions have a holder instead. */
    readonly staff?: StaffHere
  }
}
