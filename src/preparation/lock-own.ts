import { accountsOf } from '../platform/actor.ts'
import { isId } from '../platform/ids.ts'
import type { OperationContext } from '../platform/operation.ts'
import { holdCopy } from './copy/copy-store.ts'
import { lockPreparation, type PreparationRow } from './preparation-store.ts'

/**
 * A preparation of the representative's own, locked until the transaction ends: after the copy that its client reads, as whoever
 * submits locks; before its passcode, its package and its drafts. Undefined: there is none of theirs.
 */
export async function lockOwnPreparation({ tx, actor }: Pick<OperationContext, 'tx' | 'actor'>, preparation: string): Promise<PreparationRow | undefined> {
  if (!isId(preparation)) return undefined
  await holdCopy(tx, preparation)
  const row = await lockPreparation(tx, preparation)
  return row && accountsOf(actor).includes(row.representative) ? row : undefined
}
