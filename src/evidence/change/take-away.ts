import type { OperationContext } from '../../platform/operation.ts'
import { type FileRow, markRemoved } from '../evidence-store.ts'
import { listTranslations } from '../translation/translation-store.ts'
import { endRestoring } from './change-store.ts'

/** How long a person can put back what they removed; its bytes stay as long. */
export const restorableHours = 24
/** How many a person can put back at once: bytes that nobody asks for are not kept without end. */
export const restorableMost = 20

/**
 * Removes a file that is locked, with its translation, so that both can be put back together for a day; a refused one for good:
 * it has no bytes any more. What was removed long before can then be put back no more.
 */
export async function takeAway(
  { tx, now, enqueue }: Pick<OperationContext, 'tx' | 'now' | 'enqueue'>,
  { id, state, account }: Pick<FileRow, 'id' | 'state' | 'account'>,
): Promise<{ translations: number }> {
  const along = await listTranslations(tx, id)
  for (const each of [{ id, state }, ...along]) {
    const until = state === 'refused' || each.state === 'refused' ? null : now.add({ hours: restorableHours })
    await markRemoved(tx, [each.id], now, until)
    await enqueue('evidence.forget', { file: each.id }, until ? { jobKey: `forget:${each.id}`, runAt: until } : {})
  }
  for (const beyond of await endRestoring(tx, account, { keep: restorableMost, now }))
    await enqueue('evidence.forget', { file: beyond }, { jobKey: `forget:${beyond}` })
  return { translations: along.length }
}
