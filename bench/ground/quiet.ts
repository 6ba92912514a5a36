import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Deployment } from './deployment.ts'

const pauseMilliseconds = 20
const pausesMost = 1500

/** Settles when no job is left that could run now. Throws when they do not come to an end. */
export async function openQuiet({
  superuserUrl,
}: Pick<Deployment, 'superuserUrl'>): Promise<{ settled(): Promise<void>; close(): Promise<void> }> {
  const client = new Client({ connectionString: superuserUrl() })
  // A run that fails stops the server under it; the failure itself is what should be told.
  client.on('error', () => undefined)
  await client.connect()
  const text =
    'select exists (select from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts) as busy'
  let asking: Promise<boolean> | undefined
  /** One question at a time, however many wait for its answer. */
  const isBusy = () => {
    asking ??= client
      .query(text)
      .then(({ rows }) => rows[0].busy)
      .finally(() => {
        asking = undefined
      })
    return asking
  }
  return {
    settled: async () => {
      for (let pause = 0; pause < pausesMost; pause += 1) {
        if (!(await isBusy())) return
        await wait(pauseMilliseconds)
      }
      throw new Error('the jobs do not come to an end')
    },
    close: () => client.end(),
  }
}
