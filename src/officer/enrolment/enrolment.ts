import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { isLinkToken } from '../../platform/crypto/link-token.ts'
import { totpUri } from '../../platform/crypto/totp.ts'
import { query } from '../../platform/operation.ts'
import { nameOf, openOfStaff } from '../staff/staff.ts'
import { findSession } from '../sessions/session-store.ts'
import { getStaff } from '../staff/staff-store.ts'
import { findUsableLink } from './link-store.ts'

/** The hash a link is looked up by; a text that cannot be one is looked up as nothing, at the same cost. */
export const hashesOf = (keys: Keys, token: string) =>
  hashCandidates(keys, 'link-token', isLinkToken(token) ? token : '')

/** Whom a link enrols; null for one that is forged, too old, replaced or used. Asking changes nothing. */
export const enrolmentOf = query({
  name: 'officer.enrolment-of-link',
  gate: true,
  allow: (_actor, _input: { token: string }) => true,
  async run({ tx, now, services }, { token }): Promise<{ name: string; email: string } | null> {
    const link = await findUsableLink(tx, hashesOf(services.keys, token), now)
    if (!link) return null
    const staff = await getStaff(tx, link.staff)
    const { keys } = services
    return { name: nameOf(keys, staff), email: openOfStaff(keys, staff.id, 'email_sealed', staff.email_sealed) }
  },
})

export interface AppToAdd {
  /** Base 32, to be typed where the picture cannot be read. */
  secret: string
  /** The `otpauth:` address in the picture. */
  uri: string
}

/** The secret that an authentication app is to keep; shown only in the browser that has just set the password. */
export const appToAdd = query({
  name: 'officer.app-to-add',
  gate: true,
  allow: (actor, _input: { token: string }) => actor.sessionId !== null,
  async run({ tx, actor, now, services }, { token }): Promise<AppToAdd | null> {
    const link = await findUsableLink(tx, hashesOf(services.keys, token), now)
    const session = await findSession(tx, actor.sessionId as string)
    if (!link || session?.stage !== 'enrolling' || session.staff !== link.staff) return null
    const staff = await getStaff(tx, link.staff)
    if (!staff.totp_sealed) return null
    const secret = openOfStaff(services.keys, staff.id, 'totp_sealed', staff.totp_sealed)
    const email = openOfStaff(services.keys, staff.id, 'email_sealed', staff.email_sealed)
    return { secret, uri: totpUri(secret, services.agency.shortName, email) }
  },
})
