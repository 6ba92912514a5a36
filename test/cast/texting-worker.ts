import { systemClock } from '../../src/platform/clock.ts'
import { openPools } from '../../src/platform/db/pools.ts'
import { runWorker } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Services } from '../../src/platform/services.ts'
import { createTwilioSms, sendTextMessageJob } from '../../src/platform/sms/index.ts'
import { codeKind, smsGroundKeys, textFrame } from './sms-ground.ts'
import { vendorConnection } from './text-message-vendor.ts'

/** A worker of its own process that sends text messages to the vendor's server: made to be killed. */
const [url = '', origin = ''] = process.argv.slice(2)
const sms = createTwilioSms(vendorConnection(origin))
const pools = openPools({ portal: url, office: url, worker: url })
await runWorker({
  pool: pools.worker,
  services: { clock: systemClock, keys: smsGroundKeys, publicUrl: 'http://portal.test', sms } as Services,
  record: async () => undefined,
  databaseUrl: url,
  jobs: [sendTextMessageJob([codeKind], textFrame, async () => true)],
  chores: [],
  log: openLog('silent'),
})
