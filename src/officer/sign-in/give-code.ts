import type { Doer } from '../../accounts/index.ts'
import { checkTotp } from '../../platform/crypto/totp.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { openSession } from '../sessions/open-session.ts'
import { lockSession, recordTries, type StaffSession } from '../sessions/session-store.ts'
import { openOfStaff } from '../staff/staff.ts'
import { lockStaff, recordOfStaff, type StaffRow } from '../staff/staff-store.ts'
import { wrongCodeCounted } from './wrong-codes.ts'

const triesMost = 5

/**
 * One look at a code, with the session and the staff member locked, so that of parallel tries each is counted and one
 * step of the clock signs in once (RFC 6238, 5.2). A wrong code is no refusal here: its count must stay.
 */
export const tryCode = operation({
  name: 'officer.try-code',
  gate: true,
  allow: (actor, _input: { code: string }) => actor.sessionId !== null,
  refusals: ['no-sign-in', 'tries-used', 'codes-wait'],
  async run(context, { code }) {
    const { tx, actor, now, refuse, audit } = context
    const session = await lockSession(tx, actor.sessionId as string)
    if (session?.stage !== 'password-given') return refuse('no-sign-in')
    audit({ subject: session.staff })
    if (session.tries >= triesMost) return refuse('tries-used')
    const staff = await lockStaff(tx, session.staff)
    if (staff.ended_at) return refuse('no-sign-in')
    if (staff.codes_wait_until && Temporal.Instant.compare(now, staff.codes_wait_until) < 0) return refuse('codes-wait')
    const step = stepOf(context, staff, code)
    audit({ detail: { fits: step !== null } })
    if (step === null) return wrongCode(context, session, staff)
    await recordOfStaff(tx, staff.id, { totp_last_step: step, wrong_codes: 0, wrong_codes_since: null })
    return { ...(await openSession(context, { staff: staff.id, stage: 'full' })), triesUsed: false }
  },
})

/** The step whose code was typed, when it is newer than the last one used. */
function stepOf({ services, now }: OperationContext<string>, staff: StaffRow, code: string): number | null {
  if (!staff.totp_sealed) return null
  const secret = openOfStaff(services.keys, staff.id, 'totp_sealed', staff.totp_sealed)
  const proof = checkTotp({ secret, code, now, lastStep: staff.totp_last_step ?? undefined })
  return proof.ok ? proof.step : null
}

async function wrongCode({ tx, now }: OperationContext<string>, session: StaffSession, staff: StaffRow) {
  await recordTries(tx, session.id, session.tries + 1)
  await recordOfStaff(tx, staff.id, wrongCodeCounted(staff, now))
  return { secret: null, triesUsed: session.tries + 1 >= triesMost }
}

/** **Secure One-time Password** of the authentication app, after the password. */
export const giveCode = procedure({
  refusals: [...tryCode.refusals, 'code-wrong'],
  async call(by: Doer, input: { code: string }) {
    const tried = await by.perform(tryCode, input)
    if (!tried.ok) return tried
    if (tried.output.secret) return { ok: true, output: { secret: tried.output.secret } }
    return { ok: false, refusal: tried.output.triesUsed ? 'tries-used' : 'code-wrong' }
  },
})
