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

export async function addPool(client: PoolClient, processId: string, poolId: string): Promise<void> {
  await client.query('update platform.worker_process set pool_ids = pool_ids || $2::text where id = $1', [processId, poolId])
}

export async function removeProcess(client: PoolClient, processId: string): Promise<void> {
  await client.query('delete from platform.worker_process where id = $1', [processId])
}

/**
 * Frees the jobs of processes whose lock nobody holds any more; without this a killed worker's jobs stay locked for hours.
 * Returns how many processes were found gone.
 */
export async function freeJobsOfTheDead(client: PoolClient, ownId: string): Promise<number> {
  const { rows } = await client.query<{ id: string; lock_key: number; pool_ids: string[]; taken: boolean }>(
    'select id, lock_key, pool_ids, pg_try_advisory_lock($1, lock_key) as taken from platform.worker_process where id <> $2',
    [lockSpace, ownId],
  )
  const gone = rows.filter((row) => row.taken)
  for (const row of gone) {
    if (row.pool_ids.length > 0) await client.query('select graphile_worker.force_unlock_workers($1::text[])', [row.pool_ids])
    await removeProcess(client, row.id)
    await client.query('select pg_advisory_unlock($1, $2)', [lockSpace, row.lock_key])
  }
  await freeJobsOfTheUnknown(client)
  return gone.length
}

/** A process may be killed between taking a job and telling its pool's name: such a lock is nobody's after half a minute. */
async function freeJobsOfTheUnknown(client: PoolClient): Promise<void> {
  await client.query(`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs j
    where locked_at < now() - interval '30 seconds'
      and not exists (select from platform.worker_process p where j.locked_by = any(p.pool_ids))`)
}
