import { personOfCase } from '../../cases/index.ts'
import { isId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { sealClientName } from './withdrawn.ts'
import { lockToName, recordName } from './withdrawn-store.ts'

/**
 * Writes down how the client of an ended relation is called, and forgets which case it was. The row was written by the transaction
 * that ended it; neither of those who end it may read the name, so the worker does.
 */
const nameWithdrawn = operation({
  name: 'representation.name-withdrawn',
  allow: ({ kind }, _input: { id: string }) => kind === 'system',
  refusals: [],
  async run(context, { id }) {
    const { tx, services, audit, recordedBefore } = context
    const row = await lockToName(tx, id)
    if (!row?.to_name) return recordedBefore()
    audit({ account: row.account, subject: id })
    await recordName(tx, id, sealClientName(services.keys, row, (await personOfCase(context, row.to_name)) ?? ''))
  },
})

export const nameWithdrawnJob: Job = {
  task: 'representation.name-withdrawn',
  async run({ perform }, { appearance }) {
    const id = String(appearance)
    if (isId(id)) await perform(nameWithdrawn, { id })
  },
}
