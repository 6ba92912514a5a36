import { checkTotp } from '../../platform/crypto/totp.ts'
import { operation } from '../../platform/operation.ts'
import { openSession } from '../sessions/open-session.ts'
import { lockSession } from '../sessions/session-store.ts'
import { openOfStaff } from '../staff/staff.ts'
import { lockStaff, recordOfStaff } from '../staff/staff-store.ts'
import { hashesOf } from './enrolment.ts'
import { lockUsableLink, markLinkUsed } from './link-store.ts'

/** The first code of the new app: with it the link is used up, the staff member is enrolled, and signed in. */
export const proveApp = operation({
  name: 'officer.prove-app',
  gate: true,
  allow: (actor, _input: { token: string; code: string }) => actor.sessionId !== null,
  limits: [{ name: 'officer.prove-app.session', most: 20, withinSeconds: 3600, of: ({ actor }) => actor.sessionId }],
  refusals: ['link-not-usable', 'code-wrong'],
  async run(context, { token, code }) {
    const { tx, actor, now, services, refuse, audit } = context
    const link = await lockUsableLink(tx, hashesOf(services.keys, token), now)
    const session = await lockSession(tx, actor.sessionId as string)
    if (!link || session?.stage !== 'enrolling' || session.staff !== link.staff) return refuse('link-not-usable')
    audit({ subject: link.staff })
    const staff = await lockStaff(tx, link.staff)
    if (!staff.totp_sealed) return refuse('link-not-usable')
    const secret = openOfStaff(services.keys, staff.id, 'totp_sealed', staff.totp_sealed)
    const proof = checkTotp({ secret, code, now })
    if (!proof.ok) return refuse('code-wrong')
    await markLinkUsed(tx, link.id, now)
    await recordOfStaff(tx, staff.id, { enrolled_at: now, totp_last_step: proof.step })
    return { staff: staff.id, ...(await openSession(context, { staff: staff.id, stage: 'full' })) }
  },
})
