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
import { fees } from '../../../fees.ts'
import english from '../../../texts/en/i-90.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const today = '2026-11-23'
const feesOfForm = new Set(fees.filter((fee) => fee.form === 'i-90').map(({ code }) => code))
const rows = readCoverage(readFileSync(new URL('coverage.csv', import.meta.url), 'utf8'))

/** What a scenario person's draft comes to, with some answers changed. */
function replayed(name: string, changed: Answers = {}, day = today) {
  const scenario = definition.scenarios.find((one) => one.name === name)
  assert.ok(scenario, name)
  return replay(definition, { ...scenarioAnswers(definition, scenario), ...changed }, day)
}
const errors = (...person: Parameters<typeof replayed>) => replayed(...person).errors.map(({ rule }) => rule.id)
const warnings = (...person: Parameters<typeof replayed>) => replayed(...person).warnings.map(({ rule }) => rule.id)
const documents = (...person: Parameters<typeof replayed>) => evidenceAsked(replayed(...person)).map(({ id }) => id)
const pageIds = (...person: Parameters<typeof replayed>) =>
  replayed(...person)
    .pages.filter(({ state }) => state !== 'not-needed')
    .map(({ id }) => id)

test('the form, its words, its coverage and its scenario people have no fault', () => {
  assert.deepEqual(faultsIn(definition, english, { today, feeCodes: feesOfForm }), [])
  assert.deepEqual(coverageFaults(definition, rows), [])
})

test('numbers, days, phones, addresses and what is told in confidence are encrypted at rest', () => {
  const sealed = sealedQuestions(definition)
  const kinds = ['a-number', 'ssn', 'date', 'phone', 'address']
  for (const question of questionsOf(definition)) {
    if (kinds.includes(question.kind)) assert.ok(sealed.has(question.id), question.id)
  }
  const told = ['removalExplanation', 'abandonmentExplanation', 'race', 'ethnicity', 'hearingAccommodation']
  for (const id of told) assert.ok(sealed.has(id), id)
})

test('the definition survives JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition)
})

test('every scenario person completes the form without an error, and most without a warning', () => {
  for (const { name } of definition.scenarios) {
    assert.equal(replayed(name).complete, true, name)
    assert.deepEqual(errors(name), [], name)
  }
  const warned = definition.scenarios.map(({ name }) => name).filter((name) => warnings(name).length > 0)
  assert.deepEqual(warned, [
    'expired card with an interpreter and a preparer',
    'commuter with a damaged card',
    'automatically converted resident',
  ])
})

test('a person with a lost card is asked sixteen pages and none about interpreters, conditions or commuting', () => {
  const pages = pageIds('lost card')
  assert.equal(pages.length, 16)
  for (const other of ['interpreter', 'preparer', 'conditional-reason', 'port-of-entry', 'home-address']) {
    assert.ok(!pages.includes(other), other)
  }
})

test('a conditional resident chooses among the five reasons of Section B and is never asked those of Section A', () => {
  const pages = pageIds('conditional resident with a new name')
  assert.ok(pages.includes('conditional-reason') && !pages.includes('reason'))
})

test('conditional status that ends within 90 days blocks: Form I-751 or I-829 comes first', () => {
  const name = 'conditional resident with a new name'
  assert.deepEqual(errors(name, { conditionalStatusEndsSoon: 'yes' }), ['conditional-status-ends-soon'])
  assert.deepEqual(warnings(name, { dateOfAdmission: '2024-11-22' }), ['conditional-status-over-two-years'])
})

test('a name that is said to have changed must differ from the name on the card', () => {
  const name = 'conditional resident with a new name'
  assert.deepEqual(errors(name, { cardFamilyName: 'EXAMPLE' }), ['names-are-the-same'])
  assert.deepEqual(errors(name, { cardFamilyName: 'Example', cardMiddleName: 'Ana' }), [])
  assert.deepEqual(errors(name, { cardFamilyName: 'Example', cardMiddleName: 'Ana', middleName: 'Ana' }), [
    'names-are-the-same',
  ])
})

test('reason and name change that contradict each other are explained', () => {
  assert.deepEqual(warnings('lost card', { nameChanged: 'never-received' }), ['received-a-card-after-all'])
  const changed = { nameChanged: 'yes', cardFamilyName: 'Sample', cardGivenName: 'Priya' }
  const name = 'conditional resident with an error on the card'
  assert.deepEqual(warnings(name, changed), ['name-changed-other-reason'])
})

test('registering at 14 needs an age of at least 14, not over 16, and is late 30 days after the birthday', () => {
  const name = '14 years old'
  assert.deepEqual(errors(name, { dateOfBirth: '2012-11-23' }), [])
  assert.deepEqual(errors(name, { dateOfBirth: '2012-11-24' }), ['not-yet-14'])
  assert.deepEqual(warnings(name, { dateOfBirth: '2012-10-24' }), [])
  assert.deepEqual(warnings(name, { dateOfBirth: '2012-10-23' }), ['late-for-14'])
  assert.deepEqual(errors(name, { dateOfBirth: '2010-11-22' }), ['over-16'])
  assert.deepEqual(warnings(name, { dateOfBirth: '2010-11-22' }), [])
})

test('nobody is admitted before birth, and no Social Security number is an A-Number', () => {
  assert.deepEqual(errors('lost card', { dateOfAdmission: '1984-03-01' }), ['admitted-before-birth'])
  assert.deepEqual(errors('lost card', { socialSecurityNumber: '099990001' }), ['a-number-is-social-security-number'])
})

test('commuter reasons that do not fit the status are explained', () => {
  assert.deepEqual(warnings('starting to commute', { status: 'commuter' }), ['already-commuter'])
  const moving = 'commuter who moves to the United States'
  assert.deepEqual(warnings(moving, { status: 'permanent-resident' }), ['not-yet-commuter'])
  const home = { livesAtMailingAddress: 'no', homeAddress: { street: 'Calle 1', city: 'Nogales', country: 'MX' } }
  assert.deepEqual(warnings(moving, home), ['home-still-abroad'])
  assert.deepEqual(warnings('lost card', home), ['home-abroad'])
})

test('a card mailed abroad, a birth in the United States and a helper with the same name are explained', () => {
  const mailingAddress = { street: 'Calle 1', city: 'Nogales', country: 'MX' }
  assert.deepEqual(warnings('lost card', { mailingAddress }), ['card-is-mailed-inside-the-us'])
  assert.deepEqual(warnings('lost card', { birthCountry: 'US' }), ['born-in-the-us'])
  const helped = 'expired card with an interpreter and a preparer'
  const same = { interpreterFamilyName: 'Example', interpreterGivenName: 'Amina' }
  assert.ok(warnings(helped, same).includes('interpreter-is-applicant'))
  const sameToo = { preparerFamilyName: 'Example', preparerGivenName: 'Amina' }
  assert.ok(warnings(helped, sameToo).includes('preparer-is-applicant'))
})

test('a yes to removal proceedings or abandonment needs an explanation before the form is complete', () => {
  assert.equal(replayed('lost card', { removalProceedings: 'yes' }).firstUndone, 'immigration-history-explained')
  assert.equal(replayed('lost card', { abandonedStatus: 'yes' }).firstUndone, 'immigration-history-explained')
  const removalExplanation = 'It was closed.'
  assert.equal(replayed('lost card', { removalProceedings: 'yes', removalExplanation }).complete, true)
})

test('each reason asks for its own documents', () => {
  const of = (reason: string) => documents('lost card', { reason })
  assert.deepEqual(of('lost'), ['identity-document', 'lost-card-copy', 'other-document'])
  assert.deepEqual(of('never-received'), ['identity-document', 'approval-notice', 'other-document'])
  assert.deepEqual(of('damaged'), ['damaged-card', 'other-document'])
  assert.deepEqual(of('agency-error'), ['incorrect-card', 'correct-details', 'other-document'])
  assert.deepEqual(of('details-changed'), ['card-copy', 'legal-change', 'other-document'])
  assert.deepEqual(of('expired'), ['card-copy', 'other-document'])
  assert.deepEqual(of('age-14-expires-before-16'), ['card-copy', 'birth-certificate', 'other-document'])
  assert.deepEqual(of('moving-to-the-us'), ['card-copy', 'us-residence', 'other-document'])
  assert.deepEqual(of('automatically-converted'), ['temporary-resident-status', 'other-document'])
  assert.deepEqual(of('old-edition-or-other'), ['card-copy', 'other-document'])
  const named = { reason: 'lost', nameChanged: 'yes', cardFamilyName: 'Sample', cardGivenName: 'Maria' }
  assert.ok(documents('lost card', named).includes('legal-change'))
})

test('there is no fee for a card never received, for our error, or for registering at 14 in time; else one', () => {
  const due = (...person: Parameters<typeof replayed>) => feeCodes(replayed(...person))
  assert.deepEqual(due('lost card'), ['i-90-filing'])
  assert.deepEqual(due('card never received'), [])
  assert.deepEqual(due('conditional resident with an error on the card'), [])
  assert.deepEqual(due('conditional resident with a new name'), ['i-90-filing'])
  assert.deepEqual(due('14 years old'), [])
  assert.deepEqual(due('14 years old', { reason: 'age-14-expires-before-16' }), ['i-90-filing'])
  assert.deepEqual(due('14 years old', {}, '2026-12-10'), [])
  assert.deepEqual(due('14 years old', {}, '2026-12-11'), ['i-90-filing'])
})

test('an answer that is hidden by a later change of status no longer counts for fees or documents', () => {
  const status = 'conditional-resident'
  const person = { status, conditionalStatusEndsSoon: 'no', conditionalReason: 'damaged', reason: 'never-received' }
  assert.deepEqual(feeCodes(replayed('card never received', person)), ['i-90-filing'])
  assert.deepEqual(documents('card never received', person), ['damaged-card', 'other-document'])
})

test('the eligibility check leads to yes, to maybe, and to what to do instead', () => {
  const end = (answers: Answers) => {
    const step = eligibilityStep(definition, answers, today)
    return 'outcome' in step ? `${step.outcome} ${step.id}` : `asks ${step.ask}`
  }
  assert.equal(end({}), 'asks residence')
  assert.equal(end({ residence: 'permanent-resident' }), 'asks cardTrouble')
  assert.equal(end({ residence: 'permanent-resident', cardTrouble: 'yes', feeHelp: 'no' }), 'yes yes')
  assert.equal(end({ residence: 'commuter', cardTrouble: 'unsure', feeHelp: 'no' }), 'maybe unsure')
  assert.equal(end({ residence: 'permanent-resident', cardTrouble: 'no' }), 'no-but card-is-good')
  assert.equal(end({ residence: 'commuter', cardTrouble: 'yes', feeHelp: 'yes' }), 'yes fee-waiver')
  assert.equal(end({ residence: 'none' }), 'no-but not-a-resident')
  const ending = { residence: 'conditional-resident', conditionalEndsSoon: 'yes' }
  assert.equal(end(ending), 'no-but remove-conditions')
})
