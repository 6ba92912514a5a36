import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { coverageFaults, readCoverage } from '../../../../../src/filing/definition/coverage.ts'
import type { Answers, FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { questionsOf } from '../../../../../src/filing/definition/layout.ts'
import { eligibilityStep, evidenceAsked, feeCodes } from '../../../../../src/filing/journey/consequences.ts'
import { faultsIn } from '../../../../../src/filing/journey/faults.ts'
import { replay } from '../../../../../src/filing/journey/replay.ts'
import { scenarioAnswers } from '../../../../../src/filing/journey/scenario-pages.ts'
import { sealedQuestions } from '../../../../../src/filing/journey/sealed-questions.ts'
import english from '../../../texts/en/ar-11.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const today = '2026-11-23'
const rows = readCoverage(readFileSync(new URL('coverage.csv', import.meta.url), 'utf8'))

/** What a scenario person's draft comes to, with some answers changed. */
function replayed(name: string, changed: Answers = {}) {
  const scenario = definition.scenarios.find((one) => one.name === name)
  assert.ok(scenario, name)
  return replay(definition, { ...scenarioAnswers(definition, scenario), ...changed }, today)
}
const warnings = (...person: Parameters<typeof replayed>) => replayed(...person).warnings.map(({ rule }) => rule.id)

const resident = 'resident who moved within a city'
const student = 'student with a mailbox and no A-Number'
const child = 'child who just came, for whom a parent signs'

test('the form, its words, its coverage and its scenario people have no fault', () => {
  assert.deepEqual(faultsIn(definition, english, { today, feeCodes: new Set() }), [])
  assert.deepEqual(coverageFaults(definition, rows), [])
})

test('the definition survives JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition)
})

test('the number, the day of birth and all addresses are encrypted at rest', () => {
  const sealed = sealedQuestions(definition)
  for (const { id, kind } of questionsOf(definition)) {
    if (['a-number', 'date', 'address'].includes(kind)) assert.ok(sealed.has(id), id)
  }
})

test('nobody pays and nobody is asked for a document; every scenario person completes it without a remark', () => {
  for (const { name } of definition.scenarios) {
    const life = replayed(name)
    assert.equal(life.complete, true, name)
    assert.deepEqual([...life.errors, ...life.warnings, ...evidenceAsked(life), ...feeCodes(life)], [], name)
  }
})

test('earlier and mailing address are asked only when there is one, the signer only when another signs', () => {
  const pages = (name: string) =>
    replayed(name)
      .pages.filter(({ state }) => state !== 'not-needed')
      .map(({ id }) => id)
  const always = ['your-name', 'birth-and-number', 'present-address']
  assert.deepEqual(pages(resident), [...always, 'previous-address', 'who-signs'])
  assert.deepEqual(pages(student), [...always, 'previous-address', 'mailing-address', 'who-signs'])
  assert.deepEqual(pages(child), [...always, 'who-signs', 'parent-or-guardian'])
})

test('nothing blocks a report of a move: addresses that are the same are explained', () => {
  const presentAddress = { street: '1 Example Street', city: 'Reno', state: 'NV', zipCode: '89501', country: 'US' }
  assert.deepEqual(warnings(resident, { presentAddress, previousAddress: presentAddress }), ['same-address-as-before'])
  assert.deepEqual(warnings(student, { presentAddress, mailingAddress: presentAddress }), ['mail-goes-home'])
  assert.ok(definition.rules.every(({ level }) => level === 'warning'))
})

test('a parent reports for a child under 14 only, and not with the child’s name unnoticed', () => {
  assert.deepEqual(warnings(child, { dateOfBirth: '2012-11-23' }), [])
  assert.deepEqual(warnings(child, { dateOfBirth: '2012-11-22' }), ['parent-signs-for-grown-child'])
  assert.deepEqual(warnings(child, { dateOfBirth: '1990-01-01', whoSigns: 'guardian' }), [])
  assert.deepEqual(warnings(child, { signerGivenName: 'Noah' }), ['signer-is-applicant'])
})

test('the eligibility check leads who has a pending case to the account, and others to the form or what fits', () => {
  const end = (answers: Answers) => {
    const step = eligibilityStep(definition, answers, today)
    return 'outcome' in step ? [step.outcome, step.id, step.leads].filter(Boolean).join(' ') : `asks ${step.ask}`
  }
  const me = { who: 'not-a-citizen', moved: 'within-10-days' }
  assert.equal(end({}), 'asks who')
  assert.equal(end({ who: 'not-a-citizen' }), 'asks moved')
  assert.equal(end(me), 'asks pendingCase')
  assert.equal(end({ ...me, pendingCase: 'yes' }), 'no-but change-in-account change-of-address')
  assert.equal(end({ ...me, pendingCase: 'unsure' }), 'maybe unsure change-of-address')
  assert.equal(end({ ...me, pendingCase: 'no' }), 'yes yes')
  assert.equal(end({ ...me, moved: 'longer-ago', pendingCase: 'no' }), 'yes late')
  assert.equal(end({ ...me, moved: 'longer-ago', pendingCase: 'yes' }), 'no-but change-in-account change-of-address')
  assert.equal(end({ ...me, moved: 'not-yet' }), 'no-but not-moved-yet')
  assert.equal(end({ ...me, moved: 'abroad' }), 'no-but moved-abroad')
  assert.equal(end({ who: 'unsure', moved: 'within-10-days', pendingCase: 'no' }), 'maybe unsure change-of-address')
  for (const who of ['citizen', 'official-visa', 'sponsor']) assert.equal(end({ who }), `no-but ${who}`)
})

test('the check never asks who the law protects: its answers stand in an address; their way is told to all', () => {
  const asked = definition.eligibility.questions.flatMap(({ id, options }) => [id, ...options])
  assert.ok(!asked.some((word) => /protect|victim|violence/i.test(word)))
  const words: Record<string, string> = english
  for (const outcome of ['yes', 'late', 'change-in-account']) {
    assert.match(words[`eligibility.outcome.${outcome}`] ?? '', /victim/, outcome)
  }
})
