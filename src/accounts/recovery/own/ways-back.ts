import { query } from '../../../platform/operation.ts'
import { getAccount } from '../../account-store.ts'
import { findWaitingCode } from '../../backup-code/backup-code-store.ts'

/** What would help a person back in, for their own eyes: when it was set, never what it is. */
export interface WaysBack {
  readonly passwordSetAt: Temporal.Instant | null
  readonly isCodeWaiting: boolean
  /** Undefined where the deployment asks no questions; null where none were chosen. */
  readonly questionsSetAt: Temporal.Instant | null | undefined
}

export const waysBack = query({
  name: 'accounts.ways-back',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, _input: undefined): Promise<WaysBack> {
    const account = await getAccount(tx, actor.id as string)
    return {
      passwordSetAt: account.password_set_at,
      isCodeWaiting: (await findWaitingCode(tx, account.id)) !== undefined,
      questionsSetAt: services.agency.resetQuestions.length > 0 ? account.reset_questions_set_at : undefined,
    }
  },
})
