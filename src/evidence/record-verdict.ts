import { operation } from '../platform/operation.ts'
import { lockFile, markClean, markRefused } from './evidence-store.ts'
import type { Verdict } from './judge-bytes.ts'

/** Keeps the verdict on a file, once: from then on it is served and gets pictures, or its bytes go. */
export const recordVerdict = operation({
  name: 'evidence.record-verdict',
  allow: (actor) => actor.kind === 'system',
  refusals: ['already-judged'],
  async run({ tx, now, refuse, enqueue, audit }, { file, verdict }: { file: string; verdict: Verdict }) {
    const row = await lockFile(tx, file)
    if (row?.state !== 'received' || row.removed_at) return refuse('already-judged')
    const refusal = 'refusal' in verdict ? verdict.refusal : null
    audit({ subject: row.submission ?? row.draft, account: row.account, detail: { file, refusal } })
    if ('refusal' in verdict) {
      await markRefused(tx, file, verdict.refusal, now)
      await enqueue('evidence.forget', { file })
    } else {
      const { pages, width, height } = verdict
      await markClean(tx, file, { pages, width, height }, now)
      await enqueue('evidence.preview', { file })
    }
    return null
  },
})
