import assert from 'node:assert/strict'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { loadAgency } from '../../src/agency/index.ts'
import type { FormDefinition } from '../../src/filing/definition/definition.ts'
import type { Throw } from './throw-answers.ts'

const answerSets = 50_000 * Number(process.env.FAULT_RUNS ?? 1)
const seeds = Number(process.env.FAULT_SEED ?? 2026) * 100_000_000
const workers = Math.min(2, availableParallelism())

const agency = await loadAgency('agency/us')
const forms = [...agency.definitions.values()].flatMap((editions) => [...editions.values()] as FormDefinition[])

/** How many sets a worker got through; rejects with the seed of the first that broke. */
async function thrown(workerData: Throw): Promise<number> {
  const worker = new Worker(new URL('throw-answers.ts', import.meta.url), { workerData })
  const [count] = await once(worker, 'message')
  return count
}

for (const { form, edition } of forms) {
  test(`${form} of ${edition}: ${answerSets} sets of any answers`, async () => {
    const count = Math.ceil(answerSets / workers)
    const shares = Array.from({ length: workers }, (_, share) => thrown({ form, edition, first: seeds + share * count, count }))
    const counts = await Promise.all(shares)
    assert.ok(counts.reduce((sum, one) => sum + one, 0) >= answerSets)
  })
}
