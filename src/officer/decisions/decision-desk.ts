import type { CaseBehind } from '../../cases/index.ts'
import { decisionsOfCase, type OfficeDecision } from '../../correspondence/index.ts'
import { query } from '../../platform/operation.ts'
import type { StandingCheck } from '../checks/check.ts'
import { checksOf } from '../checks/checks-of-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'

export interface DecisionDesk {
  readonly state: 'open'
  readonly case: CaseBehind
  readonly decisions: readonly OfficeDecision[]
  readonly checks: readonly StandingCheck[]
  readonly names: ReadonlyMap<string, string>
}

/** Everything there is to decide a case by, for who opened its file; null: there is no such case for who asks. */
export const decisionDesk = query({
  name: 'officer.decision-desk',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('decide-case')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<DecisionDesk | { readonly state: 'closed' } | null> {
    const found = await openedBehind(context, receiptNumber)
    if (found === 'unknown-case') return null
    if (found === 'file-not-opened') return { state: 'closed' }
    const decisions = await decisionsOfCase(context, found.id)
    const checks = await checksOf(context, found)
    const names = await colleaguesNamed(context, decisions.flatMap(({ proposedBy, reviewedBy }) => [proposedBy, reviewedBy]))
    return { state: 'open', case: found, decisions, checks, names }
  },
})
