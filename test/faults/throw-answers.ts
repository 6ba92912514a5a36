import { parentPort, workerData } from 'node:worker_threads'
import { loadAgency } from '../../src/agency/index.ts'
import type { FormDefinition } from '../../src/filing/definition/definition.ts'
import { diceOf } from '../cast/any-answers.ts'
import { checkAnyAnswers } from '../cast/form-properties.ts'
import { seededRandom } from './random.ts'

/** What one worker throws at a form: the seeds from `first` on, `count` of them. */
export type Throw = { readonly form: string; readonly edition: string; readonly first: number; readonly count: number }

const today = '2026-11-23'
const { form, edition, first, count } = workerData as Throw
const agency = await loadAgency('agency/us')
const definition = agency.definitions.get(form)?.get(edition) as FormDefinition
for (let seed = first; seed < first + count; seed += 1) {
  try {
    checkAnyAnswers(definition, diceOf(seededRandom(seed)), today)
  } catch (fault) {
    throw new Error(`seed ${seed}`, { cause: fault })
  }
}
parentPort?.postMessage(count)
