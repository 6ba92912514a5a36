import { linkToken, linkTokenHash } from '../../platform/crypto/link-token.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { officePaths } from '../../platform/paths.ts'
import { insertLink, killLinks } from '../enrolment/link-store.ts'
import type { StaffRole } from '../may.ts'
import { sealOfStaff, staffEmailHash, staffEmailHashes } from './staff.ts'
import { insertStaff, lockStaffByEmail, recordOfStaff } from './staff-store.ts'

export const linkHours = 72

export interface StaffToAdd {
  /** Checked by the caller; kept as it is, looked up in one way of writing. */
  email: string
  role: StaffRole
  name?: string
}

/**
 * The operator makes a staff member and gets a one-time enrolment link to hand over; asked again before they have
 * enrolled, a new link that kills the old one. There is no other way in.
 */
export const addStaff = operation({
  name: 'officer.add-staff',
  gate: true,
  allow: (actor, _staff: StaffToAdd) => actor.kind === 'system',
  refusals: ['already-enrolled'],
  async run(context, staff) {
    const { tx, now, services, refuse, audit } = context
    const known = await lockStaffByEmail(tx, staffEmailHashes(services.keys, staff.email))
    if (known?.enrolled_at) return refuse('already-enrolled')
    const id = known?.id ?? newId()
    audit({ subject: id, detail: { role: staff.role } })
    if (known) await recordOfStaff(tx, id, { role: staff.role })
    else await insertStaff(tx, newStaff(context, id, staff))
    await killLinks(tx, id, now)
    return { staff: id, ...(await makeLink(context, id)) }
  },
})

const newStaff = ({ now, services: { keys } }: OperationContext, id: string, { email, role, name }: StaffToAdd) => ({
  id,
  email_hash: staffEmailHash(keys, email),
  email_sealed: sealOfStaff(keys, id, 'email_sealed', email),
  name_sealed: name ? sealOfStaff(keys, id, 'name_sealed', name) : null,
  role,
  added_at: now,
})

async function makeLink({ tx, now, services }: OperationContext, staff: string) {
  const id = newId()
  const token = linkToken(services.keys, { linkId: id, sendNumber: 1 })
  const expiresAt = now.add({ hours: linkHours })
  await insertLink(tx, {
    id,
    staff,
    token_hash: linkTokenHash(services.keys, token),
    made_at: now,
    expires_at: expiresAt,
  })
  return { link: services.officeUrl + officePaths.enrol({ token }), token, expiresAt }
}
