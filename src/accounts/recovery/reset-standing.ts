import { query } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { emailOf } from '../email-address.ts'
import { resetFactsOf } from './reset-facts.ts'
import { findResetOf } from './reset-store.ts'
import { nextResetStep, type ResetFacts, type ResetStep } from './reset-way.ts'

/** What the pages of a reset know of it. */
export interface ResetStanding {
  readonly facts: ResetFacts
  /** Null: this account has nothing left that this reset could go on with. */
  readonly next: ResetStep | null
  /** The two questions, by their name in the agency's lists. */
  readonly questions: readonly string[]
  /** The user name, for password managers; told only once enough was shown. */
  readonly email: string | null
}

/** How far the reset of this session has come; null when there is none, or it is done. */
export const resetStanding = query({
  name: 'accounts.reset-standing',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  async run(context, _input: undefined): Promise<ResetStanding | null> {
    const { tx, actor, services } = context
    const reset = await findResetOf(tx, actor.sessionId as string)
    if (!reset || reset.done_at) return null
    const facts = await resetFactsOf(context, reset)
    const next = nextResetStep(facts)
    const email = next === 'new-password' ? emailOf(services.keys, await getAccount(tx, reset.account)) : null
    return { facts, next, questions: reset.questions, email }
  },
})
