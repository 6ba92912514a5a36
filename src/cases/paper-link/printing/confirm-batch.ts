import type { Job } from '../../../platform/jobs/job.ts'
import { isId } from '../../../platform/ids.ts'
import { type OperationContext, query } from '../../../platform/operation.ts'
import { findBatch, lockBatch, markConfirmed, markFetched, type PrintBatch } from './print-store.ts'

type Named = { readonly batch: string; readonly by: string }

/** The batch is on paper: counted by whoever printed it, to the letter. From then on nothing readable of it is kept. */
export async function confirmBatch(
  { tx, now, enqueue }: Pick<OperationContext, 'tx' | 'now' | 'enqueue'>,
  { batch: id, by, counted }: Named & { readonly counted: number },
): Promise<PrintBatch | 'no-batch' | 'confirmed-already' | 'count-differs'> {
  const batch = isId(id) ? await lockBatch(tx, id) : undefined
  if (!batch || batch.withdrawn_at) return 'no-batch'
  if (batch.confirmed_at) return 'confirmed-already'
  if (counted !== batch.letters) return 'count-differs'
  await markConfirmed(tx, id, { counted, by, at: now })
  await enqueue('cases.forget-print-batch', { batch: id })
  return batch
}

/** A bundle that is fetched; a confirmed one is no more, and a withdrawn one must not be. */
export async function fetchBatch({ tx, now }: Pick<OperationContext, 'tx' | 'now'>, id: string): Promise<PrintBatch | 'no-batch'> {
  const batch = isId(id) ? await lockBatch(tx, id) : undefined
  if (!batch || batch.confirmed_at || batch.withdrawn_at) return 'no-batch'
  await markFetched(tx, id, now)
  return batch
}

const endedBatch = query({
  name: 'cases.ended-batch',
  allow: ({ kind }, _input: { batch: string }) => kind === 'system',
  async run({ tx }, { batch }): Promise<PrintBatch | null> {
    const found = await findBatch(tx, batch)
    return found?.confirmed_at || found?.withdrawn_at ? found : null
  },
})

/** Deletes the file of a batch that was confirmed or withdrawn. Should it fail for good, the sweep of the storage finds it. */
export const forgetBatchJob: Job = {
  task: 'cases.forget-print-batch',
  async run({ read, services }, payload) {
    const batch = await read(endedBatch, { batch: String(payload.batch) })
    if (batch) await services.storage.delete(batch.storage_key)
  },
}
