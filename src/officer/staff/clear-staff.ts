import { operation } from '../../platform/operation.ts'
import { staffEmailHashes } from './staff.ts'
import { lockStaffByEmail, recordOfStaff } from './staff-store.ts'

/** The operator says who may see protected people beside supervisors, and who may not any more; it counts at their next page. */
export const clearStaff = operation({
  name: 'officer.clear-staff',
  gate: true,
  allow: (actor, _input: { email: string; isCleared: boolean }) => actor.kind === 'system',
  refusals: ['unknown-staff'],
  async run({ tx, now, services, refuse, audit }, { email, isCleared }) {
    const staff = await lockStaffByEmail(tx, staffEmailHashes(services.keys, email))
    if (!staff || staff.ended_at) return refuse('unknown-staff')
    audit({ subject: staff.id, detail: { cleared: isCleared } })
    if ((staff.cleared_at !== null) !== isCleared) await recordOfStaff(tx, staff.id, { cleared_at: isCleared ? now : null })
    return { staff: staff.id }
  },
})
