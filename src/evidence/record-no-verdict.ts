import { operation } from '../platform/operation.ts'
import { lockFile, markUnscanned } from './evidence-store.ts'

const firstWaitSeconds = 15
const longestWaitSeconds = 15 * 60

/** How long a file waits after so many scans without a verdict: twice as long each time, a quarter of an hour at most. */
export const waitAfter = (failures: number): number =>
  Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(failures - 1, 10))

/**
 * Keeps that the scanner gave no verdict on a file, and when it is asked again. The first time stands in the record;
 * the page tells the person of it.
 */
export const recordNoVerdict = operation({
  name: 'evidence.record-no-verdict',
  allow: (actor) => actor.kind === 'system',
  refusals: ['already-judged'],
  async run({ tx, now, refuse, audit, recordedBefore }, { file }: { file: string }) {
    const row = await lockFile(tx, file)
    if (row?.state !== 'received' || row.removed_at) return refuse('already-judged')
    const failures = row.scan_failures + 1
    const since = row.unscanned_since ?? now
    await markUnscanned(tx, file, { failures, since, againAt: now.add({ seconds: waitAfter(failures) }) })
    audit({ subject: row.draft, account: row.account, detail: { file } })
    if (failures > 1) recordedBefore()
    return null
  },
})
