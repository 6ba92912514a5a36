import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixedClock } from '../platform/clock.ts'
import type { JobContext } from '../platform/jobs/job.ts'
import { structuralScanner } from '../platform/scan/index.ts'
import { watchSignatures } from './scanner.ts'

test('the log is told of signatures that are more than three days old, and of none that are younger, unknown or nobody’s', async () => {
  const now = Temporal.Instant.from('2026-11-23T15:00:00Z')
  const said: unknown[] = []
  const context = { services: { clock: fixedClock(now.toString()) }, log: { line: () => undefined, fault: (line: unknown) => void said.push(line) } } as unknown as JobContext
  const ofAge = (signaturesAt: Temporal.Instant | null) => ({ ...structuralScanner, version: async () => ({ engine: 'ClamAV 1.4.6', signaturesAt }) })
  for (const scanner of [structuralScanner, ofAge(null), ofAge(now.subtract({ hours: 95 }))]) await watchSignatures(scanner).run(context)
  assert.deepEqual(said, [])
  await watchSignatures(ofAge(now.subtract({ hours: 96 }))).run(context)
  assert.deepEqual(said, [{ event: 'scanner-signatures-old', task: 'scan.watch-signatures', count: 4 }])
})
