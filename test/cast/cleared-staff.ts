import type { Kysely } from 'kysely'
import type { Actor } from '../../src/platform/actor.ts'
import type { DB } from '../../src/platform/db/tables.ts'
import { cleared } from '../../src/officer/may.ts'
import { sealOfStaff } from '../../src/officer/staff/staff.ts'
import type { Services } from '../../src/platform/services.ts'
import { staffActor } from './cases-ground.ts'

interface Ground {
  readonly database: { readonly pools: { readonly owner?: Kysely<DB> | undefined } }
  readonly services: Pick<Services, 'keys'> & { readonly clock: { now(): Temporal.Instant } }
}

/** The database knows this one of the office, who was never enrolled: it asks by itself who may see what. */
export async function knowStaff({ database, services }: Ground, { id, roles }: Actor): Promise<void> {
  const at = services.clock.now()
  await database.pools.owner
    ?.insertInto('officer.staff')
    .values({ id: String(id), email_hash: String(id).padEnd(44, 'x'), email_sealed: sealOfStaff(services.keys, String(id), 'email_sealed', 'staff@example.test'), role: String(roles[0]), added_at: at, cleared_at: roles.includes(cleared) ? at : null })
    .execute()
}

/** Somebody of the office who may see who is protected. */
export async function clearedStaff(ground: Ground, role: 'officer' | 'supervisor' = 'officer'): Promise<Actor> {
  const actor = staffActor(role, ...(role === 'officer' ? [cleared] : []))
  await knowStaff(ground, actor)
  return actor
}

/** Whoever is enrolled in this role may see who is protected, or no longer. */
export async function clearRole({ database, services }: Ground, role: 'officer' | 'intake' | 'support', isCleared = true): Promise<void> {
  await database.pools.owner
    ?.updateTable('officer.staff')
    .set({ cleared_at: isCleared ? services.clock.now() : null })
    .where('role', '=', role)
    .execute()
}
