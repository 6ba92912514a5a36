import { newSecret } from '../../platform/ids.ts'

/**
 * What a session may do. `sign-up`: go on with the steps that are not done; `password-given`: give the one-time
 * password; `resetting`: go on with the password reset whose mailed link was opened; `full`: everything the account may.
 */
export type SessionStage = 'sign-up' | 'password-given' | 'resetting' | 'full'

/** A session's secret: 128 random bits; the database holds its keyed hash (ASVS V7.2.3). */
export const newSessionSecret = () => newSecret(128)
export const secretHashPurpose = 'portal-session'

/** However busy it is, a visit ends after this (NIST SP 800-63B-4, 2.2.3); idle minutes are in each session's row. */
export const sessionHours = 12
/** How long a right password waits for its one-time password, and how long a reset may take once its link was opened. */
export const halfWayMinutes = 30

/** Stages before a person has shown enough: no rights of an account yet, only a session that waits for more. */
const halfWay: readonly SessionStage[] = ['password-given', 'resetting']
export const isHalfWay = (stage: SessionStage): boolean => halfWay.includes(stage)
/** For how many minutes a session waits for a sign of life: the first unless another is chosen for this visit. */
export const idleMinutes = [15, 30, 60] as const
export type IdleMinutes = (typeof idleMinutes)[number]

export const sessionEndsAt = (stage: SessionStage, now: Temporal.Instant): Temporal.Instant =>
  now.add(isHalfWay(stage) ? { minutes: halfWayMinutes } : { hours: sessionHours })

/** How the second factor of a session was given: by which kind of one-time password, or by what stands in its place. */
export type ProofFactor = 'email' | 'sms' | 'email-and-sms' | 'app' | 'passkey' | 'backup-code'

/** How fresh a factor must be for paying, withdrawing and changing what proves the person. */
export const recentProofMinutes = 5

export const isRecentProof = (provedAt: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  provedAt !== null && Temporal.Instant.compare(provedAt.add({ minutes: recentProofMinutes }), now) > 0
