import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30
/** Steps before and after now whose code is taken: clocks differ (RFC 6238, 5.2). */
const drift = 1

const totpOf = (secret: string): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: stepSeconds })

/** A fresh secret for an authentication app: 160 bits (RFC 4226, 4 R6) in base 32. */
export const totpSecret = (): string => new Secret({ size: 20 }).base32

/** The `otpauth:` address that the app reads from a QR code. */
export const totpUri = (secret: string, issuer: string, account: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret), issuer, label: account, digits: 6, period: stepSeconds }).toString()

/** The code an app shows now: for the demo's outbox and for tests. */
export const totpCode = (secret: string, now: Temporal.Instant): string =>
  totpOf(secret).generate({ timestamp: now.epochMilliseconds })

/**
 * Checks a typed code. A step is used once: the caller keeps the step that was accepted, in the row it has locked, and
 * hands it in as `lastStep` (RFC 6238, 5.2).
 * @returns the accepted step; a code of the last step or an older one is refused
 */
export const checkTotp = (check: {
  secret: string
  code: string
  now: Temporal.Instant
  lastStep?: number | undefined
}): { ok: true; step: number } | { ok: false } => {
  const { secret, now, lastStep = -1 } = check
  const code = check.code.length > 40 ? '' : check.code.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')
  if (!/^[0-9]{6}$/.test(code)) return { ok: false }
  const delta = totpOf(secret).validate({ token: code, timestamp: now.epochMilliseconds, window: drift })
  if (delta === null) return { ok: false }
  const step = Math.floor(now.epochMilliseconds / 1000 / stepSeconds) + delta
  return step > lastStep ? { ok: true, step } : { ok: false }
}
