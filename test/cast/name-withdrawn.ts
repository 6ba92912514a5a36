import { sql } from 'kysely'
import { recordEntry } from '../../src/audit/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { openLog } from '../../src/platform/log.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { nameOfClient } from '../../src/portal/index.ts'
import { nameWithdrawnJob } from '../../src/representation/withdrawn/name-withdrawn.ts'
import type { RepresentedGround } from './represented-case.ts'
import { testRequest } from './services.ts'

/** What the worker does next about relations that ended, each job so often; their payloads. */
export async function nameWithdrawn({ owner, database, services }: Pick<RepresentedGround, 'owner' | 'database' | 'services'>, times = 1): Promise<Record<string, unknown>[]> {
  const job = nameWithdrawnJob(nameOfClient)
  const { rows } = await sql<{ payload: Record<string, unknown> }>`
    select jobs.payload from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    where tasks.identifier = ${job.task} order by jobs.id`.execute(owner)
  const pool = database.pools.worker
  const worker = { ...performerFor({ pool, services, record: recordEntry }, systemActor('test'), testRequest), services, pool, log: openLog('silent') }
  for (const { payload } of rows) for (let time = 0; time < times; time += 1) await job.run(worker, payload)
  return rows.map(({ payload }) => payload)
}
