import { asActor } from '../platform/db/transaction.ts'
import { insertJob } from '../platform/jobs/queue-store.ts'
import type { Chore } from '../platform/jobs/job.ts'
import { isAnyFileDue, takeFilesDue } from './evidence-store.ts'

const atOnceMost = 50
/** A file whose first job is lost, however that came about, is found after an hour; one that was queued again, too. */
const lostAfter = { hours: 1 }

/**
 * Queues the check of every file that still waits for its verdict, once the scanner answers: nobody needs to do
 * anything when it comes back, and no file is lost with its job. So many at a time as a turn of the worker takes.
 */
export const scanAgain: Chore = {
  name: 'evidence.scan-again',
  everySeconds: 15,
  async run({ pool, actor, services }) {
    const now = services.clock.now()
    const due = { now, uploadedBefore: now.subtract(lostAfter) }
    if (!(await asActor(pool, actor, { readOnly: true }, (tx) => isAnyFileDue(tx, due)))) return
    if (!(await services.scanner.isThere())) return
    await asActor(pool, actor, {}, async (tx) => {
      const taken = await takeFilesDue(tx, { ...due, againAt: now.add(lostAfter), most: atOnceMost })
      for (const file of taken)
        await insertJob(tx, { task: 'evidence.scan', payload: { file }, jobKey: `scan:${file}`, runAt: null })
    })
  },
}
