import assert from 'node:assert/strict'
import type { Answers, FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { evidenceAsked } from '../../../../../src/filing/journey/consequences.ts'
import { replay } from '../../../../../src/filing/journey/replay.ts'
import { scenarioAnswers } from '../../../../../src/filing/journey/scenario-pages.ts'
import { form } from './form.ts'

export const definition: FormDefinition = form
export const today = '2026-11-23'

/** Names of the described people, for tests. */
export const samoan = 'national of American Samoa'
export const general = 'five years a resident'
export const married = 'married to a citizen, with a new name'
export const soldier = 'soldier during hostilities'
export const elder = 'over 65, with an interpreter and a preparer'
export const unable = 'a daughter signs for a father who cannot take the oath'
export const abroad = 'spouse of a citizen who works abroad'
export const explaining = 'resident with a conviction, a debt and a war'
export const unregistered = 'survivor who did not register with the Selective Service'
export const veteran = 'veteran with a year of service'

/** What a described person's draft comes to, with some answers changed. */
export function replayed(name: string, changed: Answers = {}, day = today) {
  const scenario = definition.scenarios.find((one) => one.name === name)
  assert.ok(scenario, name)
  return replay(definition, { ...scenarioAnswers(definition, scenario), ...changed }, day)
}

export type Person = Parameters<typeof replayed>

export const errors = (...person: Person) => replayed(...person).errors.map(({ rule }) => rule.id)
export const warnings = (...person: Person) => replayed(...person).warnings.map(({ rule }) => rule.id)
export const documents = (...person: Person) => evidenceAsked(replayed(...person)).map(({ id }) => id)
export const pageIds = (...person: Person) =>
  replayed(...person)
    .pages.filter(({ state }) => state !== 'not-needed')
    .map(({ id }) => id)

/** Whether a question, none of a list's, is put to the person. */
export const isAsked = (question: string, ...person: Person) =>
  replayed(...person).pages.some(({ asked }) => asked.some(({ id }) => id === question))
