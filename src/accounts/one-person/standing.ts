import type { OperationContext } from '../../platform/operation.ts'
import { listStanding } from './opened-store.ts'

/** The account that this one leads to now; null: it is closed. */
export async function standingOf({ tx }: Pick<OperationContext, 'tx'>, account: string): Promise<string | null> {
  const [stands] = await listStanding(tx, [account])
  return stands?.account ?? null
}
