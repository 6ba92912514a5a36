// One import of filings in a process of its own, as the command does it; says on one line what it took.
import { createReadStream } from 'node:fs'
import { agencyDay } from '../../src/cases/index.ts'
import { withDeployment } from '../../src/cli/with-deployment.ts'
import { readConfig } from '../../src/config.ts'
import { importFile } from '../../src/officer/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { nowMs } from '../measure.ts'

const [file = ''] = process.argv.slice(2)
const read = readConfig()
if (!read.ok) throw new Error(read.faults.join('; '))

await withDeployment(read.config, async (deployment) => {
  const parts = deployment.partsFor('worker')
  const { agency, keys } = parts.services
  const rss: number[] = []
  const [cpu, started] = [process.cpuUsage(), nowMs()]
  const done = await importFile(
    performerFor(parts, systemActor('bench'), { id: null, network: null }),
    { agency, keys, today: agencyDay(agency, systemClock.now()) },
    { source: 'command', fileName: null, bytes: createReadStream(file), onProgress: () => void rss.push(process.memoryUsage.rss()) },
  )
  const { user, system } = process.cpuUsage(cpu)
  // The first half fills caches and heap; what grows after it grows with the file.
  const settled = Math.max(...rss.slice(0, Math.ceil(rss.length / 2)))
  console.log(JSON.stringify({ taken: done.taken + done.uncertain, ms: nowMs() - started, cpuMs: (user + system) / 1000, rssMost: Math.max(...rss), rssGrown: Math.max(...rss) - settled }))
})
