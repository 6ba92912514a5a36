import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import { type Actor, visitor } from '../../platform/actor.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { PerformerParts } from '../../platform/operation.ts'
import { rolesOf } from '../account.ts'
import { nextStep, type SignUpStep, type StepRules } from '../sign-up/steps.ts'
import { isHalfWay, isRecentProof, secretHashPurpose, type SessionStage } from './session.ts'
import { type VisitedSession, visitSession } from './session-store.ts'

/** What the portal's pages know of the account behind a session. */
export interface Holder {
  readonly account: string
  readonly stage: SessionStage
  /** The first undone step of a sign-up, or new terms; null when nothing is asked. */
  readonly nextStep: SignUpStep | null
  readonly accountType: string | null
  /** A factor was given within the last five minutes. */
  readonly hasRecentProof: boolean
  /** Something typed in a session that ended waits for this account. */
  readonly hasParkedForm: boolean
}

declare module '../../platform/http/visit.ts' {
  interface Session {
    /** Set on the portal; the office's sessions have staff instead. */
    readonly holder?: Holder
  }
}

const nobody: Visit = { actor: visitor, session: null, endedAccount: null }

/** Shaped like a secret of ours: anything else need not be looked up. */
const isSecret = (text: string) => /^[\w-]{22}$/.test(text)

/** Builds what the portal's listener asks at every request: who holds this cookie? */
export function portalVisits({ pool, services }: Pick<PerformerParts, 'pool' | 'services'>) {
  return async (secret: string | null): Promise<Visit> => {
    if (!secret || !isSecret(secret)) return nobody
    const now = services.clock.now()
    const found = await visitSession(pool, hashCandidates(services.keys, secretHashPurpose, secret), now)
    if (!found) return nobody
    // A password or a mailed link alone never had anything to lose: only what a signed-in person typed is kept for them.
    if (!found.live) return { ...nobody, endedAccount: isHalfWay(found.stage) ? null : found.account }
    return visitOf(found, services.agency, now)
  }
}

function visitOf(found: VisitedSession, rules: StepRules, now: Temporal.Instant): Visit {
  const holder: Holder = {
    account: found.account,
    stage: found.stage,
    nextStep: found.stage === 'sign-up' ? nextStep(found, rules) : null,
    accountType: found.account_type,
    hasRecentProof: isRecentProof(found.proved_at, now),
    hasParkedForm: found.has_parked,
  }
  const session = { id: found.session, idleEndsAt: found.idle_ends_at, endsAt: found.ends_at, holder }
  return { actor: actorOf(found), session, endedAccount: null }
}

/** A password or a mailed link alone makes nobody: until enough was shown this is a visitor with a session. */
function actorOf(found: VisitedSession): Actor {
  if (isHalfWay(found.stage)) return { ...visitor, sessionId: found.session }
  const roles = found.stage === 'full' ? rolesOf(found) : []
  const { account: id, session: sessionId, merged } = found
  return { kind: 'account', id, roles, sessionId, ...(merged.length > 0 ? { merged } : {}) }
}
