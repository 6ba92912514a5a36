import type { OperationContext } from '../../platform/operation.ts'
import { type FileRow, markRemoved } from '../evidence-store.ts'

/** How long a person can put back what they removed; its bytes stay as long. */
export const restorableHours = 24

/**
 * Removes a file that is locked, so that it can be put back for a day; a refused one for good: it has no bytes any more.
 */
export async function takeAway(
  { tx, now, enqueue }: Pick<OperationContext, 'tx' | 'now' | 'enqueue'>,
  { id, state }: Pick<FileRow, 'id' | 'state'>,
): Promise<void> {
  const until = state === 'refused' ? null : now.add({ hours: restorableHours })
  await markRemoved(tx, [id], now, until)
  await enqueue('evidence.forget', { file: id }, until ? { jobKey: `forget:${id}`, runAt: until } : {})
}
