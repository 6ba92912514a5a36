// One import of filings in a process of its own, as the command does it; says on one line what it took, and what a claim takes
// when the first thousand notices are open and when all are.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Deployment } from '../../src/app/deployment.ts'
import { agencyDay, tryClaim } from '../../src/cases/index.ts'
import { withDeployment } from '../../src/cli/with-deployment.ts'
import { readConfig } from '../../src/config.ts'
import { importFile } from '../../src/officer/index.ts'
import { systemActor, visitor } from '../../src/platform/actor.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { nowMs } from '../measure.ts'

const [file = ''] = process.argv.slice(2)
const few = 1_000
const claims = 300

const nobody = { id: null, network: null }

/** The head of the file and its first rows. */
async function firstLines(): Promise<string[]> {
  const lines: string[] = []
  const source = await open(file)
  for await (const line of source.readLines()) if (lines.push(line) > few) break
  return lines
}

function importsInto(deployment: Deployment) {
  const parts = deployment.partsFor('worker')
  const { agency, keys } = parts.services
  const today = agencyDay(agency, systemClock.now())
  return (bytes: AsyncIterable<Buffer>, onProgress: () => void) =>
    importFile(performerFor(parts, systemActor('bench'), nobody), { agency, keys, today }, { source: 'command', fileName: null, bytes, onProgress })
}

/** Milliseconds of a claim with a wrong code for a case that is there, from the page's operation to its commit. */
async function claimMs(deployment: Deployment, receipts: readonly string[]): Promise<number> {
  const { perform } = performerFor(deployment.partsFor('portal'), visitor, nobody)
  const dateOfBirth = Temporal.PlainDate.from('1985-06-14')
  const claim = (receiptNumber: string) => perform(tryClaim, { receiptNumber, accessCode: '0123456789ABC', dateOfBirth })
  for (const receiptNumber of receipts) await claim(receiptNumber)
  const began = nowMs()
  for (const receiptNumber of receipts) await claim(receiptNumber)
  return (nowMs() - began) / receipts.length
}

const read = readConfig()
if (!read.ok) throw new Error(read.faults.join('; '))

await withDeployment(read.config, async (deployment) => {
  const imported = importsInto(deployment)
  const lines = await firstLines()
  const receipts = lines.slice(1, 1 + claims).flatMap((line) => line.split(',')[0] || [])
  await imported((async function* () { yield Buffer.from(lines.join('\n')) })(), () => undefined)
  const claimMsEarly = await claimMs(deployment, receipts)
  const rss: number[] = []
  const [cpu, started] = [process.cpuUsage(), nowMs()]
  const done = await imported(createReadStream(file), () => void rss.push(process.memoryUsage.rss()))
  const { user, system } = process.cpuUsage(cpu)
  const ms = nowMs() - started
  // The first half fills caches and heap; what grows after it grows with the file.
  const settled = Math.max(...rss.slice(0, Math.ceil(rss.length / 2)))
  const memory = { rssMost: Math.max(...rss), rssGrown: Math.max(...rss) - settled }
  const claimMsLate = await claimMs(deployment, receipts)
  console.log(JSON.stringify({ taken: done.taken + done.uncertain, ms, cpuMs: (user + system) / 1000, ...memory, claimMsEarly, claimMsLate }))
})
