import type { OperationContext } from '../../platform/operation.ts'
import { todayOf } from '../representative.ts'
import { type Lack, lackingIn } from './lacking.ts'
import { keptOf } from './own-practice.ts'

/**
 * What keeps somebody from acting as a representative today: asked before they sign, submit or join for a client. Empty: nothing
 * does. It takes a practice that is certified in the words in force, and a licence of its kind that runs and was not refused; one
 * that nobody checked yet counts, so that nobody waits for the office. Reading what was theirs to read asks for none of it.
 * `accounts`: all of one person, as `accountsOf` gives them.
 */
export const lackingToAct = async (context: Pick<OperationContext, 'tx' | 'services' | 'now'>, accounts: readonly string[]): Promise<readonly Lack[]> =>
  lackingIn(await keptOf(context, accounts), context.services.agency, todayOf(context.services, context.now))

/** Whether they may sign, submit or join for a client today. */
export const mayAct = async (context: Pick<OperationContext, 'tx' | 'services' | 'now'>, accounts: readonly string[]): Promise<boolean> =>
  (await lackingToAct(context, accounts)).length === 0
