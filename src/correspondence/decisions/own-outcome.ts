import { caseFor, type OwnCase } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { actsOf, type OwnActs } from '../case-acts/acts-of-case.ts'
import { listOwnDecisions } from './decision-store.ts'
import type { Decision } from './decision.ts'
import { ownDecision } from './own-decision.ts'

const shownMost = 20

/** What became of a case: the case itself, what was decided on it, the newest first, and what else the office did with it. */
export interface OwnOutcome {
  readonly own: OwnCase
  readonly decisions: readonly Decision[]
  readonly acts: OwnActs
}

/** What became of a case of the person who asks, in one transaction; null: it is not theirs. */
export const ownOutcome = query({
  name: 'decisions.outcome-of-own-case',
  allow: ({ kind, id }, _input: { receiptNumber: string }) => kind === 'account' && id !== null,
  async run(context, input): Promise<OwnOutcome | null> {
    const own = await caseFor.run(context, input)
    if (!own) return null
    const { tx, services } = context
    const decisions = await listOwnDecisions(tx, own.id, shownMost)
    return {
      own,
      decisions: decisions.map((row) => ownDecision(services.keys, row)),
      acts: await actsOf(tx, services.keys, [own.id]),
    }
  },
})
