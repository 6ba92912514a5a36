import type { Doer } from '../../accounts/index.ts'
import { totpSecret } from '../../platform/crypto/totp.ts'
import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { endSessionsOf } from '../sessions/session-store.ts'
import { openSession } from '../sessions/open-session.ts'
import { sealOfStaff } from '../staff/staff.ts'
import { recordOfStaff } from '../staff/staff-store.ts'
import { enrolmentOf, hashesOf } from './enrolment.ts'
import { lockUsableLink } from './link-store.ts'

/** Seconds after which someone turned away by a full hashing pool may try again. */
export const busySeconds = 2

/**
 * Keeps the first password and makes the secret for the authentication app. The link stays usable until the app is
 * proven; whoever begins again begins with another secret, and the browser that began before is out.
 */
export const keepFirstPassword = operation({
  name: 'officer.keep-first-password',
  gate: true,
  allow: (_actor, _input: { token: string; hash: string }) => true,
  limits: [{ name: 'officer.enrol.network', most: 30, withinSeconds: 60, of: ({ request }) => request.network }],
  refusals: ['link-not-usable'],
  async run(context, { token, hash }) {
    const { tx, now, services, refuse, audit } = context
    const link = await lockUsableLink(tx, hashesOf(services.keys, token), now)
    if (!link) return refuse('link-not-usable')
    audit({ subject: link.staff })
    const totp_sealed = sealOfStaff(services.keys, link.staff, 'totp_sealed', totpSecret())
    await recordOfStaff(tx, link.staff, { password_hash: hash, totp_sealed })
    await endSessionsOf(tx, link.staff, 'enrolling', now)
    return openSession(context, { staff: link.staff, stage: 'enrolling' })
  },
})

/**
 * **Password** of a new staff member: hashed outside any transaction, and only for a link that works: anyone may post
 * here, and a hash costs too much to be had for the asking. The page has checked it by the rules.
 */
export const setFirstPassword = procedure({
  refusals: keepFirstPassword.refusals,
  async call(by: Doer, { token, password }: { token: string; password: string }) {
    if (!(await by.read(enrolmentOf, { token }))) return { ok: false, refusal: 'link-not-usable' }
    const hashed = await by.services.passwords.hashPassword(password)
    if (!('hash' in hashed)) return overloaded(busySeconds)
    return by.perform(keepFirstPassword, { token, hash: hashed.hash })
  },
})
