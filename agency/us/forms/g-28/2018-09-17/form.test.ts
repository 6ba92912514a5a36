import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { loadAgency } from '../../../../../src/agency/index.ts'
import { coverageFaults, readCoverage } from '../../../../../src/filing/definition/coverage.ts'
import type { Answers, FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { questionsOf } from '../../../../../src/filing/definition/layout.ts'
import { newestEdition } from '../../../../../src/filing/catalogue/forms.ts'
import { formFaults } from '../../../../../src/filing/catalogue/published-forms.ts'
import { eligibilityStep, evidenceAsked, feeCodes } from '../../../../../src/filing/journey/consequences.ts'
import { faultsIn } from '../../../../../src/filing/journey/faults.ts'
import { replay } from '../../../../../src/filing/journey/replay.ts'
import { scenarioAnswers } from '../../../../../src/filing/journey/scenario-pages.ts'
import { sealedQuestions } from '../../../../../src/filing/journey/sealed-questions.ts'
import english from '../../../texts/en/g-28.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const today = '2026-11-23'
const rows = readCoverage(readFileSync(new URL('coverage.csv', import.meta.url), 'utf8'))

const attorney = 'attorney for a petitioner'
const accredited = 'accredited representative for a detained person'
const student = 'law student under an attorney'
const limited = 'limited appearance for a company at a port of entry'

/** What a scenario person's notice comes to, with some answers changed. */
function replayed(name: string, changed: Answers = {}) {
  const scenario = definition.scenarios.find((one) => one.name === name)
  assert.ok(scenario, name)
  return replay(definition, { ...scenarioAnswers(definition, scenario), ...changed }, today)
}
const errors = (...person: Parameters<typeof replayed>) => replayed(...person).errors.map(({ rule }) => rule.id)
const warnings = (...person: Parameters<typeof replayed>) => replayed(...person).warnings.map(({ rule }) => rule.id)
const documents = (...person: Parameters<typeof replayed>) => evidenceAsked(replayed(...person)).map(({ id }) => id)
const pageIds = (...person: Parameters<typeof replayed>) =>
  replayed(...person)
    .pages.filter(({ state }) => state !== 'not-needed')
    .map(({ id }) => id)

test('the form, its words, its coverage and its scenario people have no fault', () => {
  assert.deepEqual(faultsIn(definition, english, { today, feeCodes: new Set() }), [])
  assert.deepEqual(coverageFaults(definition, rows), [])
})

test('the definition survives JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition)
})

test('it is in the pack and checked with it, and nobody can start a draft on it', async () => {
  const agency = await loadAgency('agency/us')
  assert.ok(agency.definitions.get('g-28')?.has('2018-09-17'))
  assert.equal(newestEdition(agency, 'g-28'), undefined)
  assert.ok(newestEdition(agency, 'i-130'))
  const faulty = { ...form, rules: [{ id: 'nowhere', level: 'error', at: 'nothing', when: { answered: 'familyName' } }] }
  const definitions = new Map([...agency.definitions, ['g-28', new Map([[form.edition, faulty]])]])
  assert.match(formFaults({ ...agency, definitions }, today).join('\n'), /g-28 2018-09-17, en: Rule nowhere stands at nothing/)
})

test('every described representative completes the notice without an error', () => {
  for (const { name } of definition.scenarios) {
    assert.equal(replayed(name).complete, true, name)
    assert.deepEqual(errors(name), [], name)
    assert.deepEqual(feeCodes(replayed(name)), [], name)
  }
  const warned = definition.scenarios.map(({ name }) => name).filter((name) => warnings(name).length > 0)
  assert.deepEqual(warned, [limited])
})

test('numbers, phones, addresses and what is said of an order are encrypted at rest', () => {
  const sealed = sealedQuestions(definition)
  const kinds = ['a-number', 'date', 'phone', 'address']
  for (const { id, kind } of questionsOf(definition)) if (kinds.includes(kind)) assert.ok(sealed.has(id), id)
  for (const id of ['subjectToOrder', 'orderExplanation', 'clientEmail']) assert.ok(sealed.has(id), id)
})

test('an attorney is asked for bars and orders, an accredited representative for the organization', () => {
  assert.ok(pageIds(attorney).includes('bars') && pageIds(attorney).includes('orders'))
  assert.ok(!pageIds(attorney).includes('accreditation'))
  assert.ok(pageIds(accredited).includes('accreditation') && !pageIds(accredited).includes('bars'))
  assert.equal(replayed(attorney, { bars: [] }).complete, false)
})

test('an order must be explained, and its effect is told', () => {
  assert.equal(replayed(attorney, { subjectToOrder: 'yes' }).firstUndone, 'orders')
  assert.deepEqual(warnings(limited), ['under-an-order'])
})

test('an accreditation of more than three years ago is asked about', () => {
  assert.deepEqual(warnings(accredited, { accreditedOn: '2023-11-23' }), [])
  assert.deepEqual(warnings(accredited, { accreditedOn: '2023-11-22' }), ['accreditation-over'])
})

test('a law student is named, signs, and brings a statement', () => {
  assert.ok(pageIds(student).includes('law-student-signature'))
  assert.ok(!pageIds(attorney).includes('law-student-signature'))
  assert.deepEqual(documents(student), ['student-statement', 'other-document'])
  assert.equal(replayed(student, { lawStudentSignature: null }).complete, false)
})

test('who appears for a limited purpose names the representative of record, who is neither student nor client', () => {
  assert.equal(replayed(attorney, { limitedAppearance: 'yes' }).complete, false)
  assert.deepEqual(errors(limited, { representativeOfRecord: 'june example' }), ['of-record-is-somebody-else'])
  const named = { limitedAppearance: 'yes', representativeOfRecord: 'Nils Prueba' }
  assert.deepEqual(errors(student, named), ['of-record-is-somebody-else'])
})

test('a notice is for one of three agencies, and a respondent is before two of them', () => {
  const before = (agency: string, matter: string) => replayed(attorney, { agency, [matter]: 'A matter' })
  assert.equal(before('ice', 'iceMatter').submitted.uscisMatter, undefined)
  assert.equal(before('cbp', 'cbpMatter').complete, true)
  assert.deepEqual(warnings(attorney, { clientRole: 'respondent' }), ['respondent-before-uscis'])
})

test('the client must consent to both, and sign', () => {
  assert.equal(replayed(attorney, { clientConsent: null }).complete, false)
  assert.equal(replayed(attorney, { clientSignature: null }).complete, false)
  assert.equal(replayed(attorney, { mailChoices: null }).complete, true)
})

test('the client is not the representative: name, account and address are compared', () => {
  assert.deepEqual(warnings(attorney, { clientFamilyName: 'Sample', clientGivenName: 'Vera' }), ['client-has-your-name'])
  assert.deepEqual(errors(attorney, { clientAccountNumber: '100000000118' }), ['client-account-is-yours'])
  const office = replayed(attorney).submitted.businessAddress ?? null
  assert.deepEqual(warnings(attorney, { clientAddress: office }), ['client-at-your-office'])
})

test('choices about mail that cannot be followed are explained', () => {
  const abroad = { street: 'Calle 1', city: 'Nogales', country: 'MX' }
  const documentsTo = { mailChoices: ['documents-to-representative'], businessAddress: abroad }
  assert.deepEqual(warnings(attorney, documentsTo), ['documents-go-inside-the-us'])
  assert.deepEqual(warnings(attorney, { clientAddress: abroad }), ['i-94-goes-inside-the-us'])
  assert.deepEqual(warnings(attorney, { mailChoices: ['i-94-to-client'] }), ['i-94-comes-anyway'])
})

test('the eligibility check leads to yes, to maybe, and to what to do instead', () => {
  const end = (answers: Answers) => {
    const step = eligibilityStep(definition, answers, today)
    return 'outcome' in step ? `${step.outcome} ${step.id}` : `asks ${step.ask}`
  }
  assert.equal(end({}), 'asks you')
  assert.equal(end({ you: 'attorney' }), 'asks before')
  assert.equal(end({ you: 'student', before: 'dhs' }), 'yes yes')
  assert.equal(end({ you: 'accredited', before: 'court' }), 'no-but court')
  assert.equal(end({ you: 'unsure', before: 'dhs' }), 'maybe unsure')
  assert.equal(end({ you: 'client' }), 'no-but client')
  assert.equal(end({ you: 'helper' }), 'no-but helper')
  assert.equal(end({ you: 'foreign-attorney' }), 'no-but foreign-attorney')
})
