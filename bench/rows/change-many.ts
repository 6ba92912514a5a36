import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Deployment, productOptions } from '../ground/deployment.ts'
import { root } from '../ground/root.ts'
import { milliseconds, type Row, rate, times } from '../table.ts'

const run = promisify(execFile)
const cases = 10_000
const reachSeconds = 60

interface Changed {
  prepareMs: number
  changedMs: number
  toldMs: number
  mails: number
  told: number
  bareMs: number
}

/** One status for ten thousand cases, from the press until everybody's mail has left, beside the mails alone. */
export async function changeManyRows(deployment: Deployment): Promise<Row[]> {
  const { home, mailbox, superuserUrl } = deployment
  const [before, postgresBefore] = [await deployment.worker.usage(), deployment.postgresCpuMs()]
  const { stdout } = await run(
    process.execPath,
    [...productOptions(), '--import', 'tsx', join(root, 'bench/ground/change-many.ts'), `${cases}`, superuserUrl(), mailbox.url],
    { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, PORTOLAN_HOME: home, AGENCY_PACK: join(home, 'agency'), PORTOLAN_DEMO_SEED: 'no', SMTP_URL: mailbox.url } },
  )
  const [after, postgresAfter] = [await deployment.worker.usage(), deployment.postgresCpuMs()]
  const changed: Changed = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
  const { changedMs, toldMs, bareMs, prepareMs, mails, told } = changed
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  return [
    {
      work: `${cases.toLocaleString('en-US')} cases changed at once, until all their people are told: ${seconds(toldMs)} (looked over in ${seconds(prepareMs)}, changed after ${seconds(changedMs)})`,
      rate: rate((cases * 1000) / toldMs),
      jobsCpu: milliseconds((after.cpuMs - before.cpuMs) / cases),
      postgresCpu: milliseconds(postgresBefore === null || postgresAfter === null ? null : (postgresAfter - postgresBefore) / cases),
      floor: `as many mails through the same server, nothing written down: ${seconds(bareMs)}`,
      ratio: times(toldMs / bareMs),
      reach: `≤ ${reachSeconds} s, each person once`,
      reached: toldMs <= reachSeconds * 1000 && mails === cases && told === cases,
    },
  ]
}
