import { test } from 'node:test'
import { loadAgency } from '../../src/agency/index.ts'
import type { FormDefinition } from '../../src/filing/definition/definition.ts'
import { diceOf } from '../cast/any-answers.ts'
import { checkAnyAnswers } from '../cast/form-properties.ts'
import { seededRandom } from './random.ts'

const today = '2026-11-23'
const answerSets = 50_000 * Number(process.env.FAULT_RUNS ?? 1)
const seeds = Number(process.env.FAULT_SEED ?? 2026) * 100_000_000

const agency = await loadAgency('agency/us')
const forms = [...agency.definitions.values()].flatMap((editions) => [...editions.values()] as FormDefinition[])

for (const form of forms) {
  test(`${form.form} of ${form.edition}: ${answerSets} sets of any answers`, () => {
    for (let run = 0; run < answerSets; run += 1) {
      try {
        checkAnyAnswers(form, diceOf(seededRandom(seeds + run)), today)
      } catch (fault) {
        throw new Error(`seed ${seeds + run}`, { cause: fault })
      }
    }
  })
}
