import type { PoolClient } from 'pg'

/** The two-part advisory lock space of worker processes. */
const lockSpace = 7261

/** Registers this process and takes its lock for as long as the connection lives: the kernel drops it when we are killed. */
export async function registerProcess(client: PoolClient, process: { id: string; lockKey: number; startedAt: Temporal.Instant }) {
  await client.query('select pg_advisory_lock($1, $2)', [lockSpace, process.lockKey])
  await client.query('insert into platform.worker_process (id, lock_key, started_at) values ($1, $2, $3)', [
    process.id,
    process.lockKey,
    process.startedAt.toString(),
  ])
}

export async function addWorker(client: PoolClient, processId: string, workerId: string): Promise<void> {
  await client.query('update platform.worker_process set worker_ids = worker_ids || $2::text where id = $1', [processId, workerId])
}

export async function removeProcess(client: PoolClient, processId: string): Promise<void> {
  await client.query('delete from platform.worker_process where id = $1', [processId])
}

/**
 * Frees the jobs of processes whose lock nobody holds any more; without this a killed worker's jobs stay locked for hours.
 * Returns how many processes were found gone.
 */
export async function freeJobsOfTheDead(client: PoolClient, ownId: string): Promise<number> {
  const { rows } = await client.query<{ id: string; lock_key: number; worker_ids: string[]; taken: boolean }>(
    'select id, lock_key, worker_ids, pg_try_advisory_lock($1, lock_key) as taken from platform.worker_process where id <> $2',
    [lockSpace, ownId],
  )
  const gone = rows.filter((row) => row.taken)
  for (const row of gone) {
    if (row.worker_ids.length > 0) await client.query('select graphile_worker.force_unlock_workers($1::text[])', [row.worker_ids])
    await removeProcess(client, row.id)
    await client.query('select pg_advisory_unlock($1, $2)', [lockSpace, row.lock_key])
  }
  return gone.length
}
