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
import english from '../../../texts/en/i-912.json' with { type: 'json' }
import { form } from './form.ts'
import { limitCents, membersMost, type Region } from './poverty-guidelines.ts'

const definition: FormDefinition = form
const today = '2026-11-23'
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
const pageIds = (...person: Person) =>
  replayed(...person)
    .pages.filter(({ state }) => state !== 'not-needed')
    .map(({ id }) => id)

const mother = 'mother with food help and Medicaid who becomes a citizen'
const family = 'family of three without work, with an interpreter and a preparer'
const cook = 'cook with hospital debts after an accident'
const child = 'child with state health care for whom a guardian signs'

test('the form, its words, its coverage and its scenario people have no fault', () => {
  assert.deepEqual(faultsIn(definition, english, { today, feeCodes: new Set() }), [])
  assert.deepEqual(coverageFaults(definition, rows), [])
})

test('the definition survives JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition)
})

test('money, help, work, hardship and numbers are encrypted at rest', () => {
  const sealed = sealedQuestions(definition)
  const kinds = ['a-number', 'ssn', 'date', 'partial-date', 'phone', 'address', 'money']
  for (const question of questionsOf(definition)) {
    if (kinds.includes(question.kind)) assert.ok(sealed.has(question.id), question.id)
  }
  const told = ['basis', 'currentStatus', 'benefitType', 'benefitRecipient', 'employment', 'hardshipExplained', 'assetType']
  for (const id of [...told, 'changesExplained', 'memberName']) assert.ok(sealed.has(id), id)
})

test('every scenario person completes the form without an error, and pays nothing', () => {
  for (const { name } of definition.scenarios) {
    assert.equal(replayed(name).complete, true, name)
    assert.deepEqual(errors(name), [], name)
    assert.deepEqual(feeCodes(replayed(name)), [], name)
  }
})

test('only those are warned who have a reason to be', () => {
  const warned = definition.scenarios.map(({ name }) => [name, warnings(name)] as const).filter(([, all]) => all.length > 0)
  assert.deepEqual(Object.fromEntries(warned), {
    [family]: ['family-other-form'],
    [cook]: ['deadline-near', 'form-waived-for-some', 'extra-not-waived', 'other-form'],
    [child]: ['form-waived-for-some'],
  })
})

test('each reason leads to its own questions and papers, several to all of theirs', () => {
  const own = ['benefits', 'employment', 'household', 'own-income', 'changes', 'hardship', 'assets', 'expenses']
  const papers = ['benefit-letter', 'income-proof', 'hardship-proof']
  const asked = (basis: readonly string[]) => own.filter((id) => pageIds(mother, { basis }).includes(id))
  const shown = (basis: readonly string[]) => papers.filter((id) => documents(mother, { basis }).includes(id))
  assert.deepEqual(asked(['benefit']), ['benefits'])
  assert.deepEqual(asked(['income']), ['employment', 'household', 'own-income', 'changes'])
  assert.deepEqual(asked(['hardship']), ['hardship', 'assets', 'expenses'])
  assert.deepEqual(asked(['benefit', 'income', 'hardship']), own)
  for (const [index, basis] of ['benefit', 'income', 'hardship'].entries()) assert.deepEqual(shown([basis]), [papers[index]])
  assert.deepEqual(shown(['benefit', 'income', 'hardship']), papers)
})

test('nobody goes on who has not read that the request sends no other form, or who gives no reason', () => {
  const read = questionsOf(definition).find(({ id }) => id === 'understands')
  assert.ok(read?.kind === 'checkboxes' && read.every && read.options.includes('does-not-file'))
  assert.equal(replayed(mother, { understands: null }).firstUndone, 'before-you-start')
  assert.equal(replayed(mother, { basis: null }).firstUndone, 'basis')
})

test('the household is counted with the person, and its income is that of all', () => {
  const { derived } = replayed(family)
  assert.deepEqual([derived.householdSize, derived.familyIncome, derived.householdIncome], [3, 1_950_000, 3_150_000])
  const alone = replayed(family, { householdMembers: [] }).derived
  assert.deepEqual([alone.householdSize, alone.familyIncome, alone.householdIncome], [1, undefined, 1_200_000])
})

test('what is owned and what each month costs are added up', () => {
  const { derived } = replayed(cook)
  assert.deepEqual([derived.assetsTotal, derived.expensesTotal], [31_250, 165_000])
})

test('the limits are 150 % of the guidelines of 2026 as they were published', () => {
  const published: Record<Region, readonly [number, number]> = {
    states: [15_960, 33_000],
    alaska: [19_950, 41_250],
    hawaii: [18_360, 37_950],
  }
  for (const [region, [one, four]] of Object.entries(published)) {
    assert.deepEqual([limitCents(region as Region, 1), limitCents(region as Region, 4)], [one * 150, four * 150])
  }
})

test('an income at the limit is not spoken of; a cent above it is explained and blocks nothing, at every size and place', () => {
  for (const region of ['states', 'alaska', 'hawaii'] as const) {
    for (let members = 0; members <= membersMost; members += 1) {
      const one = { memberName: 'Ana Test', memberRelationship: 'spouse', memberIncome: 0 }
      const householdMembers = listed(...Array.from({ length: members }, () => one))
      const home = { maritalStatus: 'single', guidelineRegion: region, householdMembers, earnerCount: 1, familyForms: [] }
      const limit = limitCents(region, members + 1)
      assert.deepEqual(warnings(family, { ...home, ownIncome: limit }), [], `${region} ${members}`)
      assert.deepEqual(warnings(family, { ...home, ownIncome: limit + 1 }), [`income-above-limit-${region}`])
    }
  }
  assert.equal(replayed(family, { ownIncome: 90_000_000 }).complete, true)
  assert.deepEqual(errors(family, { ownIncome: 90_000_000 }), [])
})

test('the words name the limits that are compared with', () => {
  const texts: Readonly<Record<string, string>> = english
  for (const region of ['states', 'alaska', 'hawaii'] as const) {
    const text = texts[`rule.income-above-limit-${region}`] ?? ''
    const amount = (cents: number) => `$${(cents / 100).toLocaleString('en-US')}`
    for (let size = 1; size <= 8; size += 1) assert.ok(text.includes(`${size} ${size === 1 ? 'person' : 'people'} ${amount(limitCents(region, size))};`), `${region} ${size}`)
    assert.ok(text.includes(`each person more ${amount(limitCents(region, 2) - limitCents(region, 1))}.`), region)
  }
})

test('answers that contradict each other are explained', () => {
  assert.deepEqual(warnings(mother, { otherFormSent: 'yes' }), ['fee-already-paid'])
  assert.deepEqual(warnings(mother, { deadlineNear: 'yes' }), ['deadline-near'])
  assert.deepEqual(warnings(family, { earnerCount: 4, familyForms: [] }), ['more-earners-than-people'])
  assert.deepEqual(warnings(family, { householdMembers: [], familyForms: [], earnerCount: 1 }), ['spouse-not-listed'])
  assert.deepEqual(warnings(child, { ownIncome: 0, householdMembers: [], ownForms: ['i-90'], earnerCount: 0 }), ['no-income'])
  assert.deepEqual(warnings(family, { interpreterFamilyName: 'Example', interpreterGivenName: 'Olena', familyForms: [] }), ['interpreter-is-requestor'])
  assert.deepEqual(warnings(family, { preparerFamilyName: 'Example', preparerGivenName: 'Olena', familyForms: [] }), ['preparer-is-requestor'])
  assert.deepEqual(warnings(child, { signerFamilyName: 'Example', signerGivenName: 'Kai', ownForms: ['i-90'] }), ['signer-is-requestor'])
})

test('a form whose fee is waived for some only, or in part, is explained, whoever files it', () => {
  const relative = { familyFormName: 'Ana Test', familyFormBirth: '2001-01-01', familyFormRelationship: 'Sister' }
  for (const [code, rule] of [['i-539', 'form-waived-for-some'], ['i-821', 'extra-not-waived'], ['n-400', undefined]] as const) {
    assert.deepEqual(warnings(mother, { ownForms: [code] }), rule ? [rule] : [])
    const familyForms = listed({ ...relative, familyFormForms: [code] })
    assert.deepEqual(warnings(mother, { familyForms }), rule ? [`family-${rule}`] : [])
  }
})

test('help that has ended is explained; help that ends before it was given is refused, also by month or year', () => {
  const benefits = (benefitAwarded: string, benefitExpires: string) => {
    const one = { benefitRecipient: 'Ana Test', benefitRelationship: 'self', benefitAgency: 'Test', benefitType: 'ssi' }
    return { benefits: listed({ ...one, benefitAwarded, benefitExpires }) }
  }
  assert.deepEqual(warnings(mother, benefits('2026-01', '2026-11-22')), ['benefit-expired'])
  assert.deepEqual(warnings(mother, benefits('2026-01', today)), [])
  assert.deepEqual(errors(mother, benefits('2026-11', '2026-10-30')), ['benefit-expires-before-award'])
  assert.deepEqual(errors(mother, benefits('2026', '2026-01-01')), [])
})

test('nobody is without work before birth, and one number is not two', () => {
  assert.deepEqual(errors(family, { unemployedSince: '1984-11' }), ['unemployed-before-birth'])
  assert.deepEqual(errors(family, { unemployedSince: '1984' }), [])
  assert.deepEqual(errors(cook, { aNumber: '219099403' }), ['a-number-is-social-security-number'])
})

test('a valid answer is never refused: no number, no middle name, no end of the help, no job ever, nothing owned', () => {
  assert.deepEqual(errors(family, { aNumber: null, middleName: null, unemployedSince: null, email: null }), [])
  assert.equal(replayed(family, { aNumber: null, unemployedSince: null }).complete, true)
  assert.equal(replayed(cook, { assets: [], expenses: [], socialSecurityNumber: null }).complete, true)
})

test('whoever asks for family members says so for them, and they sign nothing', () => {
  assert.ok(pageIds(family).includes('family-statement'))
  assert.equal(replayed(family, { familyStatement: null }).firstUndone, 'family-statement')
  assert.ok(!pageIds(family, { familyForms: [] }).includes('family-statement'))
  const entries = questionsOf(definition).filter(({ id }) => id.startsWith('family') && /sign/i.test(id))
  assert.deepEqual(entries, [])
})

test('a parent signs for a child under 14 only; a guardian at any age, with papers', () => {
  const parent = { whoSigns: 'parent', ownForms: ['i-90'] }
  assert.deepEqual(warnings(child, { ...parent, dateOfBirth: '2012-11-23' }), [])
  assert.deepEqual(warnings(child, { ...parent, dateOfBirth: '2012-11-22' }), ['parent-signs-for-grown-child'])
  assert.deepEqual(warnings(child, { ownForms: ['i-90'], dateOfBirth: '1990-01-01' }), [])
  assert.ok(documents(child).includes('signer-papers'))
  assert.ok(!documents(mother).includes('signer-papers'))
})

test('the eligibility check leads to yes, to maybe, and to what to do instead', () => {
  const end = (answers: Answers) => {
    const step = eligibilityStep(definition, answers, today)
    return 'outcome' in step ? `${step.outcome} ${step.id}` : `asks ${step.ask}`
  }
  const ready = { otherForm: 'not-sent', deadline: 'no' }
  assert.equal(end({}), 'asks otherForm')
  assert.equal(end({ otherForm: 'sent' }), 'no-but already-sent')
  assert.equal(end({ otherForm: 'no-fee' }), 'no-but no-fee')
  assert.equal(end({ otherForm: 'not-waivable' }), 'no-but not-waivable')
  assert.equal(end({ otherForm: 'not-sent' }), 'asks deadline')
  assert.equal(end({ otherForm: 'not-sent', deadline: 'yes' }), 'no-but deadline')
  assert.equal(end(ready), 'asks reason')
  assert.equal(end({ ...ready, reason: 'none' }), 'no-but no-reason')
  assert.equal(end({ ...ready, reason: 'unsure' }), 'maybe unsure')
  assert.equal(end({ ...ready, deadline: 'unsure', reason: 'income' }), 'maybe unsure')
  for (const reason of ['benefit', 'income', 'hardship']) assert.equal(end({ ...ready, reason }), 'yes yes')
})
