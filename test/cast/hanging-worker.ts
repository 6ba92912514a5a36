import { systemClock } from '../../src/platform/clock.ts'
import { openPools } from '../../src/platform/db/pools.ts'
import { runWorker } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Services } from '../../src/platform/services.ts'

/** A worker of its own process that says when it has begun a job, and never ends it: made to be killed. */
const url = process.argv[2] ?? ''
const pools = openPools({ portal: url, office: url, worker: url })
await runWorker({
  pool: pools.worker,
  services: { clock: systemClock } as Services,
  record: async () => undefined,
  databaseUrl: url,
  jobs: [{ task: 'mail.send', run: () => new Promise(() => void process.stdout.write('begun\n')) }],
  chores: [],
  log: openLog('silent'),
})
