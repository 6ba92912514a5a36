import { recordEach } from '../../audit/index.ts'
import { changeStatus, enterForMany } from '../../cases/index.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { endWorkOn, listAssignments } from '../queues/assignment-store.ts'
import { queueOf } from '../queues/queue.ts'
import { openBulkReason } from './bulk.ts'
import { listNextOf, lockBulk, recordBulk, recordBulkCases, type StoredBulk } from './bulk-store.ts'

const batchMost = 500

/**
 * One batch of a change that was confirmed: wholly done, with an entry of the record for each case, or not at all. Killed in
 * the middle, the next run takes the same batch up. Tells whether another one follows.
 */
const carryOutBatch = operation({
  name: 'officer.carry-out-bulk',
  allow: ({ kind }, _input: { bulk: string }) => kind === 'system',
  refusals: [],
  async run(context, { bulk: id }) {
    const { tx, now, audit, recordedBefore } = context
    const bulk = await lockBulk(tx, id)
    const isOver = !bulk?.confirmed_at || bulk.stopped_at !== null || bulk.ended_at !== null
    const batch = isOver ? [] : await listNextOf(tx, id, batchMost)
    if (!bulk || batch.length === 0) {
      recordedBefore()
      if (bulk?.confirmed_at && !bulk.ended_at) await recordBulk(tx, id, { ended_at: now })
      return { goesOn: false }
    }
    const moved = await moveBatch(context, bulk, batch)
    audit({ subject: id, detail: { cases: moved } })
    return { goesOn: true }
  },
})

async function moveBatch(context: OperationContext<string>, bulk: StoredBulk, batch: Awaited<ReturnType<typeof listNextOf>>): Promise<number> {
  const { tx, now, services } = context
  const { staff, status } = bulk
  const held = new Set((await listAssignments(tx, batch.map((each) => each.case))).filter((each) => each.staff !== staff).map((each) => each.case))
  const cases = batch.filter((each) => !held.has(each.case)).map((each) => ({ id: each.case, from: each.from_status }))
  const { moved, left } = await enterForMany(context, { cases, status, reason: openBulkReason(services.keys, bulk), staff })
  const ids = moved.map(({ id }) => id)
  if (!queueOf(services.agency, status)?.isWork) await endWorkOn(tx, ids, 'moved-on', now)
  await recordBulkCases(tx, bulk.id, ids, 'done', null)
  await recordBulkCases(tx, bulk.id, left, 'left', 'moved-on')
  await recordBulkCases(tx, bulk.id, [...held], 'left', 'taken')
  const entries = moved.map(({ id, from }) => ({ subject: id, account: null, detail: { from, to: status, bulk: bulk.id, askedBy: staff } }))
  await recordEach(tx, { operation: changeStatus.name, actor: context.actor, at: now, requestId: null }, entries)
  return ids.length
}

/** Carries a confirmed change of many out, batch by batch, until it is through or somebody stops it. */
export const carryOutBulkJob: Job = {
  task: 'officer.carry-out-bulk',
  async run({ perform }, { bulk }) {
    for (let goesOn = true; goesOn; ) {
      const batch = await perform(carryOutBatch, { bulk: String(bulk) })
      if (!batch.ok) throw new Error(`A change of many was refused: ${batch.refusal}`)
      goesOn = batch.output.goesOn
    }
  },
}
