import { insertVerification, verifyRecord } from '../audit/index.ts'
import { asActor } from '../platform/db/transaction.ts'
import type { Chore } from '../platform/jobs/job.ts'

/** Walks the whole record each night; what is found stands on the office's page, and a fault in the log and its counter. */
export const verifyRecordChore: Chore = {
  name: 'audit.verify',
  everySeconds: 24 * 3600,
  run: async ({ pool, actor, services, log }) => {
    const { sealed, unsealed, faults } = await verifyRecord(pool, services.keys)
    const at = services.clock.now()
    await asActor(pool, actor, {}, (tx) => insertVerification(tx, { at, sealed, unsealed, faults: faults.length }))
    if (faults.length > 0) log.fault({ event: 'audit-record-changed' }, new Error(`${faults.length} faults in the record`))
  },
}
