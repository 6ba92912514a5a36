import type { OperationContext } from '../../platform/operation.ts'
import { enterOnCase } from './press-store.ts'

/**
 * Enters an appearance on a case that was filed already, in the transaction of the client's signature: from it on the
 * representative is one of the case. False: the case is none of the client's.
 */
export async function enterAppearance({ tx, now, enqueue }: Pick<OperationContext, 'tx' | 'now' | 'enqueue'>, preparation: string): Promise<boolean> {
  if (!(await enterOnCase(tx, preparation, now))) return false
  await enqueue('preparation.make-appearance-record', { preparation })
  return true
}
