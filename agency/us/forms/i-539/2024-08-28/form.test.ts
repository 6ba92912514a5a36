import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { listed } from '../../../listed.ts'
import { coverageFaults, readCoverage } from '../../../../../src/filing/definition/coverage.ts'
import type { Answers, FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { questionsOf } from '../../../../../src/filing/definition/layout.ts'
import { eligibilityStep, evidenceAsked, feeCodes } from '../../../../../src/filing/journey/consequences.ts'
import { faultsIn } from '../../../../../src/filing/journey/faults.ts'
import { replay } from '../../../../../src/filing/journey/replay.ts'
import { scenarioAnswers } from '../../../../../src/filing/journey/scenario-pages.ts'
import { sealedQuestions } from '../../../../../src/filing/journey/sealed-questions.ts'
import { fees } from '../../../fees.ts'
import english from '../../../texts/en/i-539.json' with { type: 'json' }
import { form } from './form.ts'
import { member, memberFrom } from './scenario-people.ts'

const definition: FormDefinition = form
const today = '2026-11-23'
const feesOfForm = new Set(fees.filter((fee) => fee.form === 'i-539').map(({ code }) => code))
const rows = readCoverage(readFileSync(new URL('coverage.csv', import.meta.url), 'utf8'))

/** What a scenario person's draft comes to, with some answers changed. */
function replayed(name: string, changed: Answers = {}) {
  const scenario = definition.scenarios.find((one) => one.name === name)
  assert.ok(scenario, name)
  return replay(definition, { ...scenarioAnswers(definition, scenario), ...changed }, today)
}
type Person = Parameters<typeof replayed>
const errors = (...person: Person) => replayed(...person).errors.map(({ rule }) => rule.id)
const warnings = (...person: Person) => replayed(...person).warnings.map(({ rule }) => rule.id)
const documents = (...person: Person) => evidenceAsked(replayed(...person)).map(({ id }) => id)
const due = (...person: Person) => feeCodes(replayed(...person))

const visitor = 'visitor who stays longer'
const family = 'visitor who becomes a student, with husband and child'
const wife = 'wife of a worker whose petition is pending, with a preparer'
const student = 'student who asks for the status back'
const victim = 'victim of a crime who needs more time, late'
const child = 'child who asks for V status, for whom a parent signs'
const employee = 'household employee of a diplomat'

const son: Answers = {
  ...member,
  ...memberFrom('MX', 'G00000050', '2015-01-01'),
  coRelation: 'child',
  coGivenName: 'Leo',
  coStatus: 'b-2',
  coSignature: 'Lucia Example',
  coWhoSigns: 'parent',
}
const withSon = (changed: Answers = {}): Answers => ({ whoApplies: 'family', coApplicants: listed({ ...son, ...changed }) })

test('the form, its words, its coverage and its scenario people have no fault', () => {
  assert.deepEqual(faultsIn(definition, english, { today, feeCodes: feesOfForm }), [])
  assert.deepEqual(coverageFaults(definition, rows), [])
})

test('the definition survives JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition)
})

test('numbers, days, addresses, status, and what is told of harm and arrests are encrypted at rest', () => {
  const sealed = sealedQuestions(definition)
  const told = ['passportNumber', 'i94Number', 'sevisNumber', 'currentStatus', 'newStatus', 'arrested', 'torture', 'lateReason']
  for (const id of [...told, 'addressAbroad', 'inRemoval', 'supportExplanation']) assert.ok(sealed.has(id), id)
})

test('every scenario person completes the form without an error, and only those are warned who have a reason to be', () => {
  for (const { name } of definition.scenarios) {
    assert.equal(replayed(name).complete, true, name)
    assert.deepEqual(errors(name), [], name)
  }
  const warned = definition.scenarios.map(({ name }) => [name, warnings(name)] as const).filter(([, all]) => all.length > 0)
  assert.deepEqual(Object.fromEntries(warned), {
    [family]: ['no-study-yet'],
    [victim]: ['late', 'arrests'],
    [child]: ['in-removal'],
    [employee]: ['through-your-mission'],
  })
})

test('Form I-539A is asked for a family only, and every item of it is asked of each', () => {
  const asked = (name: string) => replayed(name).pages.flatMap((page) => page.asked.map(({ id }) => id))
  assert.ok(!asked(visitor).includes('coApplicants'))
  assert.ok(asked(family).includes('coApplicants'))
  const items = questionsOf(definition).flatMap(({ item }) => item)
  for (let number = 1; number <= 18; number += 1) assert.ok(items.includes(`Form I-539A, Part 3, Item ${number}`), `${number}`)
})

test('a stay that has ended asks why and for proof, also for a member of the family; its last day is in time', () => {
  assert.ok(!warnings(visitor, { statusExpires: today }).includes('late'))
  assert.deepEqual(warnings(visitor, { statusExpires: '2026-11-22', stayUntil: '2027-05-01' }), ['late'])
  assert.equal(replayed(visitor, { statusExpires: '2026-11-22', stayUntil: '2027-05-01' }).firstUndone, 'late')
  assert.ok(documents(visitor, { statusExpires: '2026-11-22' }).includes('late-proof'))
  assert.ok(documents(visitor, withSon({ coStatusExpires: '2026-11-22' })).includes('late-proof'))
  assert.deepEqual(warnings(visitor, withSon({ coStatusExpires: '2026-11-22' })), ['co-late'])
})

test('one fee for the whole family; none for officials nor for more time in T or U status', () => {
  for (const name of [visitor, family, wife, student, child]) assert.deepEqual(due(name), ['i-539-filing'], name)
  for (const name of [victim, employee]) assert.deepEqual(due(name), [], name)
  assert.deepEqual(due(visitor, { currentStatus: 'g-4' }), [])
  assert.deepEqual(due(victim, { requestType: 'change', newStatus: 'b-2', changeFrom: '2026-12-01' }), ['i-539-filing'])
})

test('documents hang on the status asked for, not on the one that is left', () => {
  assert.ok(documents(visitor).includes('visitor-statement'))
  assert.ok(!documents(family).includes('visitor-statement'))
  assert.ok(documents(family).includes('school-form'))
  assert.ok(documents(wife).includes('principal-status'))
  assert.ok(documents(visitor, withSon({ coArrested: 'yes' })).includes('court-records'))
})

test('a change that ends before it begins, an arrival before birth and a number that is another are refused', () => {
  const changes = { requestType: 'change', newStatus: 'h-4', changeFrom: '2027-08-01' }
  assert.deepEqual(errors(visitor, changes), ['ends-before-it-begins'])
  assert.deepEqual(errors(visitor, { ...changes, changeFrom: '2027-07-31' }), [])
  assert.deepEqual(errors(visitor, { lastArrivalDate: '1962-02' }), ['arrived-before-birth'])
  assert.deepEqual(errors(visitor, { lastArrivalDate: '1962' }), [])
  assert.deepEqual(errors(visitor, withSon({ coArrivalDate: '2014' })), ['co-arrived-before-birth'])
  assert.deepEqual(errors(visitor, { aNumber: '099990022', socialSecurityNumber: '099990022' }), ['a-number-is-social-security-number'])
})

test('a valid answer is never refused: no passport, no Form I-94 number, no country, no home abroad', () => {
  const bare = { passportNumber: null, i94Number: null, citizenship: null, addressAbroad: null, middleName: null, lastArrivalDate: '2026' }
  assert.deepEqual(errors(visitor, bare), [])
  assert.equal(replayed(visitor, bare).complete, true)
})

test('what the law or another form stands against is explained, and blocks nothing', () => {
  const now = (currentStatus: string, changed: Answers = {}) => warnings(visitor, { currentStatus, ...changed })
  assert.ok(now('h-1b').includes('employer-extends'))
  assert.ok(now('f-1').includes('school-extends'))
  assert.ok(now('visa-waiver').includes('closed-status'))
  assert.ok(now('b-2', { requestType: 'reinstatement' }).includes('reinstatement-for-students'))
  assert.ok(now('b-2', { requestType: 'change', newStatus: 'b-2' }).includes('change-to-the-same'))
  assert.ok(now('m-1', { requestType: 'change', newStatus: 'f-1' }).includes('vocational-to-academic'))
  assert.ok(now('h-4').includes('no-family-case'))
  assert.deepEqual(warnings(wife, { relatedReceipt: null }), ['no-receipt-yet'])
  assert.deepEqual(warnings(student, { sevisNumber: null }), ['no-sevis-number'])
  assert.deepEqual(warnings(visitor, { stayUntil: '2027-08-16' }), ['visitor-over-six-months'])
  assert.deepEqual(warnings(visitor, { stayUntil: '2027-08-15' }), [])
  assert.deepEqual(warnings(visitor, { stayUntil: '2026-11-22' }), ['stay-until-has-passed'])
  assert.deepEqual(warnings(visitor, { i94Number: null }), ['no-i94-number'])
  assert.deepEqual(warnings(visitor, { documentExpires: '2026-11-22' }), ['passport-has-expired'])
  assert.deepEqual(warnings(family, { passportNowExpires: '2026-11-22' }), ['no-study-yet', 'new-passport-has-expired'])
  assert.deepEqual(warnings(visitor, { filedI485: 'yes' }), ['plans-to-immigrate'])
  assert.deepEqual(warnings(visitor, { violatedStatus: 'yes' }), ['violated-status'])
  assert.deepEqual(warnings(wife, { workPermitted: 'no' }), ['work-without-permission'])
  assert.deepEqual(warnings(family, { homeResidence: 'yes' }), ['no-study-yet', 'two-years-at-home'])
})

test('what stands against a member of the family, and a name that signs for itself, is explained', () => {
  const his = (changed: Answers) => warnings(visitor, withSon(changed))
  assert.deepEqual(his({}), [])
  assert.deepEqual(his({ coDateOfBirth: '2005-11-22', coWhoSigns: 'self' }), ['child-is-grown'])
  assert.deepEqual(his({ coDateOfBirth: '2012-11-22' }), ['parent-signs-for-grown-co-applicant'])
  assert.deepEqual(his({ coDocumentExpires: '2026-11-22' }), ['co-passport-has-expired'])
  assert.deepEqual(his({ coStatus: 'visa-waiver' }), ['co-closed-status'])
  assert.deepEqual(his({ coArrested: 'yes' }), ['co-arrests'])
  assert.deepEqual(his({ coInRemoval: 'yes' }), ['co-in-removal'])
  assert.deepEqual(his({ coEmployed: 'yes', coWorkPermitted: 'no' }), ['co-work-without-permission'])
  assert.deepEqual(warnings(child, { dateOfBirth: '2012-11-22' }), ['in-removal', 'parent-signs-for-grown-child'])
  assert.deepEqual(warnings(child, { signerGivenName: 'Noel' }), ['in-removal', 'signer-is-applicant'])
  assert.deepEqual(warnings(family, { interpreterFamilyName: 'Example', interpreterGivenName: 'Mai' }), ['no-study-yet', 'interpreter-is-applicant'])
  assert.deepEqual(warnings(wife, { preparerFamilyName: 'Example', preparerGivenName: 'Asha' }), ['preparer-is-applicant'])
})

test('the eligibility check leads to yes, to maybe, and to what to do instead', () => {
  const end = (wish: string, cameAs = 'visitor', stayIsOpen = 'yes') => {
    const step = eligibilityStep(definition, { inUnitedStates: 'yes', wish, cameAs, stayIsOpen }, today)
    return 'outcome' in step ? `${step.outcome} ${step.id}` : `asks ${step.ask}`
  }
  assert.equal(end('stay-longer'), 'yes yes')
  assert.equal(end('stay-longer', 'visitor', 'no'), 'maybe late')
  assert.equal(end('stay-longer', 'worker'), 'no-but worker-stays')
  assert.equal(end('change', 'worker'), 'yes yes')
  assert.equal(end('change', 'visa-waiver'), 'no-but visa-waiver')
  assert.equal(end('stay-longer', 'student-or-exchange'), 'no-but student-stays')
  assert.equal(end('student-again'), 'maybe student-again')
  assert.equal(end('residence'), 'no-but residence')
})
