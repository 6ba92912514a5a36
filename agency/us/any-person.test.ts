import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadAgency } from '../../src/agency/index.ts'
import type { FormDefinition } from '../../src/filing/definition/definition.ts'
import { diceOf } from '../../test/cast/any-answers.ts'
import { anyPerson } from '../../test/cast/any-person.ts'
import { checkAnyAnswers } from '../../test/cast/form-properties.ts'
import { seededRandom } from '../../test/faults/random.ts'

const today = '2026-11-23'
const answerSets = 1000
const walks = 40

const agency = await loadAgency('agency/us')
const forms = [...agency.definitions.values()].flatMap((editions) => [...editions.values()] as FormDefinition[])

for (const form of forms) {
  const title = `${form.form} of ${form.edition}`

  test(`${title}: of a thousand sets of any answers none breaks the form, and nothing invalid is taken for done`, () => {
    for (let seed = 0; seed < answerSets; seed += 1) {
      try {
        checkAnyAnswers(form, diceOf(seededRandom(seed)), today)
      } catch (fault) {
        throw new Error(`seed ${seed}`, { cause: fault })
      }
    }
  })

  test(`${title}: whoever answers every page validly reaches the review, or is told by a rule why not; most reach it`, () => {
    let reached = 0
    for (let seed = 0; seed < walks; seed += 1) {
      const { replayed, blockedBy } = anyPerson(form, diceOf(seededRandom(seed)), today)
      if (replayed.complete) reached += 1
      else assert.ok(blockedBy.length > 0, `seed ${seed}: stopped at ${replayed.firstUndone} without a reason`)
    }
    assert.ok(reached >= walks / 2, `${reached} of ${walks} reached the review`)
  })
}
