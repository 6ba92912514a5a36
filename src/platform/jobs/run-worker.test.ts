import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { Pool } from 'pg'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testRequest, testServices } from '../../../test/cast/services.ts'
import { recordEntry } from '../../audit/index.ts'
import { systemActor } from '../actor.ts'
import { openLog } from '../log.ts'
import { operation, performerFor } from '../operation.ts'
import type { Services } from '../services.ts'
import type { Job } from './job.ts'
import { type RunningWorker, runWorker } from './run-worker.ts'

let database: TestDatabase
let services: Services
const workers: RunningWorker[] = []

before(async () => {
  database = await testDatabase()
  services = await testServices()
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})
after(() => database.drop())

const parts = () => ({ pool: database.pools.worker, services, record: recordEntry })

async function work(job: Job) {
  const log = openLog('silent')
  const worker = await runWorker({ ...parts(), databaseUrl: database.urls.worker, jobs: [job], chores: [], log })
  workers.push(worker)
  return worker
}

const queue = (payload: Record<string, unknown>) =>
  performerFor(parts(), systemActor('test'), testRequest).perform(
    operation({ name: 'test.queue', allow: () => true, refusals: [], run: ({ enqueue }) => enqueue('mail.send', payload) }),
    undefined,
  )

/** A job that settles a promise for each run, so that a test waits for what happens and not for time. */
function observedJob(run: (turn: number) => void = () => undefined) {
  const seen: Readonly<Record<string, unknown>>[] = []
  const waiting: { count: number; settle: () => void }[] = []
  const job: Job = {
    task: 'mail.send',
    run: async (_context, payload) => {
      seen.push(payload)
      for (const each of waiting) if (seen.length >= each.count) each.settle()
      run(seen.length)
    },
  }
  const runs = (count: number) =>
    new Promise<void>((settle) => (seen.length >= count ? settle() : waiting.push({ count, settle })))
  return { job, seen, runs }
}

test('a job that was committed is run with its payload', async () => {
  const { job, seen, runs } = observedJob()
  await queue({ mail: 'one' })
  await work(job)
  await runs(1)
  assert.deepEqual(seen, [{ mail: 'one' }])
})

test('a job that fails stays in the queue with its attempt counted', async () => {
  const { job, runs } = observedJob(() => {
    throw new Error('the far side is down')
  })
  await queue({ mail: 'two' })
  const worker = await work(job)
  await runs(1)
  await worker.stop()
  workers.length = 0
  const left = await ownerRows('select attempts, locked_by from graphile_worker._private_jobs')
  assert.deepEqual(left, [{ attempts: 1, locked_by: null }])
  await ownerRows('delete from graphile_worker._private_jobs')
})

test('a job that a killed process had begun is run by the next one at once', async () => {
  await queue({ mail: 'three' })
  const script = join(import.meta.dirname, '../../../test/cast/hanging-worker.ts')
  const killed = spawn(process.execPath, ['--import', 'tsx', script, database.urls.worker], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(killed.stdout, 'data')
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const { job, seen, runs } = observedJob()
  await work(job)
  await runs(1)
  assert.deepEqual(seen, [{ mail: 'three' }])
})

test('a lock that no registered process holds is nobody’s after half a minute', async () => {
  await queue({ mail: 'four' })
  await ownerRows("update graphile_worker._private_jobs set locked_by = 'unknown', locked_at = now() - interval '31 seconds'")
  const { job, seen, runs } = observedJob()
  await work(job)
  await runs(1)
  assert.deepEqual(seen, [{ mail: 'four' }])
})

test('the jobs of a worker that lives are left alone', async () => {
  const living = new Pool({ connectionString: database.urls.worker, max: 1 })
  await living.query('select pg_advisory_lock(7261, 6)')
  await ownerRows(
    "insert into platform.worker_process (id, lock_key, pool_ids, started_at) values (gen_random_uuid(), 6, '{alive}', now())",
  )
  await queue({ mail: 'held' })
  await ownerRows("update graphile_worker._private_jobs set locked_by = 'alive', locked_at = now(), attempts = 1")
  const { job, seen, runs } = observedJob()
  const worker = await work(job)
  await queue({ mail: 'free' })
  await runs(1)
  await worker.stop()
  workers.length = 0
  await living.end()
  assert.deepEqual(seen, [{ mail: 'free' }])
})

async function ownerRows(text: string) {
  const owner = new Pool({ connectionString: database.urls.superuser, max: 1 })
  try {
    return (await owner.query(text)).rows
  } finally {
    await owner.end()
  }
}
