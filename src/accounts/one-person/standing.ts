import type { OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { lockAccount } from '../account-store.ts'
import { isUnclaimed, listStanding } from './opened-store.ts'

/** The account itself, locked, for a higher room's operation under the gate. */
export const accountFor = ({ tx }: Pick<OperationContext, 'tx'>, account: string): Promise<Account> => lockAccount(tx, account)

/** The account that this one leads to now; null: it is closed. */
export async function standingOf({ tx }: Pick<OperationContext, 'tx'>, account: string): Promise<string | null> {
  const [stands] = await listStanding(tx, [account])
  return stands?.account ?? null
}

/** Whether the agency opened it and nobody has claimed it: there is nobody to mail to. */
export const standsUnclaimed = ({ tx }: Pick<OperationContext, 'tx'>, account: string): Promise<boolean> => isUnclaimed(tx, account)
