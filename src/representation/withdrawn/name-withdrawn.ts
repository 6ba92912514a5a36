import { isId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { sealClientName } from './withdrawn.ts'
import { lockToName, recordName } from './withdrawn-store.ts'

/** How the person of a case is called; null: nobody knows. A higher room, which reads what was signed, says. */
export type NameOfClient = (context: Pick<OperationContext, 'tx' | 'services'>, caseId: string) => Promise<string | null>

/**
 * Writes down how the client of an ended relation is called, and forgets which case it was. The row was written by the transaction
 * that ended it; neither of those who end it may read the name, so the worker does.
 */
const nameWithdrawn = (nameOf: NameOfClient) =>
  operation({
    name: 'representation.name-withdrawn',
    allow: ({ kind }, _input: { id: string }) => kind === 'system',
    refusals: [],
    async run(context, { id }) {
      const { tx, services, audit, recordedBefore } = context
      const row = await lockToName(tx, id)
      if (!row?.to_name) return recordedBefore()
      audit({ account: row.account, subject: id })
      await recordName(tx, id, sealClientName(services.keys, row, (await nameOf(context, row.to_name)) ?? ''))
    },
  })

export function nameWithdrawnJob(nameOf: NameOfClient): Job {
  const written = nameWithdrawn(nameOf)
  return {
    task: 'representation.name-withdrawn',
    async run({ perform }, { appearance }) {
      const id = String(appearance)
      if (isId(id)) await perform(written, { id })
    },
  }
}
