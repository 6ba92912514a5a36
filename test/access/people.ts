import type { StaffRole } from '../../src/officer/index.ts'
import { csrfTokenFor } from '../../src/platform/http/csrf.ts'
import { keyedHash } from '../../src/platform/crypto/keyed-hash.ts'
import { newId, newSecret } from '../../src/platform/ids.ts'
import { sealOfStaff } from '../../src/officer/staff/staff.ts'
import type { CasesGround } from '../cast/cases-ground.ts'

export type Stage = 'sign-up' | 'password-given' | 'full'

/** Somebody at the door, with what their browser keeps. */
export interface Person {
  readonly name: string
  /** The account or the staff member. */
  readonly id: string | null
  /** The cookie's value; null: they have none. */
  readonly secret: string | null
  readonly session?: string
}

const ownerOf = ({ database }: CasesGround) => {
  if (!database.pools.owner) throw new Error('A test has the owner of its database')
  return database.pools.owner
}

/** A session of an account as signing in leaves it, with a factor given just now. */
export async function enters(ground: CasesGround, name: string, account: string, stage: Stage = 'full'): Promise<Person> {
  const { keys, clock } = ground.services
  const secret = newSecret(128)
  const now = clock.now()
  const given = { id: newId(), account, stage, begun_at: now, last_seen_at: now, ends_at: now.add({ hours: 2 }), proved_at: now, proved_by: 'app' }
  await ownerOf(ground).insertInto('accounts.session').values({ ...given, secret_hash: keyedHash(keys, 'portal-session', secret) }).execute()
  return { name, id: account, secret }
}

/** A member of staff with a session, cleared or not. */
export async function staffEnters(ground: CasesGround, name: string, role: StaffRole, isCleared = false, stage: 'password-given' | 'full' = 'full'): Promise<Person> {
  const { keys, clock } = ground.services
  const [id, secret, now] = [newId(), newSecret(128), clock.now()]
  const known = { id, role, email_hash: id.padEnd(44, 'x'), email_sealed: sealOfStaff(keys, id, 'email_sealed', `${name.replaceAll(' ', '-')}@example.test`) }
  await ownerOf(ground).insertInto('officer.staff').values({ ...known, added_at: now, cleared_at: isCleared ? now : null }).execute()
  const session = { id: newId(), staff: id, stage, begun_at: now, last_seen_at: now, ends_at: now.add({ hours: 2 }) }
  await ownerOf(ground).insertInto('officer.staff_session').values({ ...session, secret_hash: keyedHash(keys, 'office-session', secret) }).execute()
  return { name, id, secret, session: session.id }
}

/** The token that the pages of this person's browser carry. */
export const tokenOf = ({ services }: CasesGround, { secret }: Person): string => csrfTokenFor(services.keys.derive('csrf'), secret ?? visitorCookie)

/** What a browser without a session is known by. */
export const visitorCookie = 'a-visitor-of-the-matrix'
