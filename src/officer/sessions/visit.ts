import { type Actor, visitor } from '../../platform/actor.ts'
import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { PerformerParts } from '../../platform/operation.ts'
import { asStaffRole, cleared } from '../may.ts'
import { nameOf } from '../staff/staff.ts'
import { secretHashPurpose, type StaffHere, type StaffStage } from './session.ts'
import { type VisitedSession, visitSession } from './session-store.ts'

const nobody: Visit = { actor: visitor, session: null, endedAccount: null }

/** Shaped like a secret of ours: anything else need not be looked up. */
const isSecret = (text: string) => /^[\w-]{22}$/.test(text)

/** Builds what the office's listener asks at every request: who holds this cookie? Pass the office's pool. */
export function officeVisits({ pool, services }: Pick<PerformerParts, 'pool' | 'services'>) {
  return async (secret: string | null): Promise<Visit> => {
    if (!secret || !isSecret(secret)) return nobody
    const hashes = hashCandidates(services.keys, secretHashPurpose, secret)
    const found = await visitSession(pool, hashes, services.clock.now())
    return found ? visitOf(services.keys, found) : nobody
  }
}

function visitOf(keys: Keys, found: VisitedSession): Visit {
  const role = asStaffRole(found.role)
  if (!role) throw new Error('A staff member has a role that does not exist')
  const stage = found.stage as StaffStage
  const staff: StaffHere = { id: found.staff, role, stage, name: nameOf(keys, { ...found, id: found.staff }) }
  const session = { id: found.session, idleEndsAt: found.idle_ends_at, endsAt: found.ends_at, staff }
  return { actor: actorOf(staff, found.session, found.cleared), session, endedAccount: null }
}

/** A password alone makes nobody: until the code is given this is a visitor with a session. */
const actorOf = ({ id, role, stage }: StaffHere, sessionId: string, isCleared: boolean): Actor =>
  stage === 'full' ? { kind: 'staff', id, roles: isCleared ? [role, cleared] : [role], sessionId } : { ...visitor, sessionId }
