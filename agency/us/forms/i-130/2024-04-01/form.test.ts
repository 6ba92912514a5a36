import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { coverageFaults, readCoverage } from '../../../../../src/filing/definition/coverage.ts'
import { listed } from '../../../listed.ts'
import type { Answers, FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { questionsOf } from '../../../../../src/filing/definition/layout.ts'
import { eligibilityStep, evidenceAsked, feeCodes } from '../../../../../src/filing/journey/consequences.ts'
import { faultsIn } from '../../../../../src/filing/journey/faults.ts'
import { replay } from '../../../../../src/filing/journey/replay.ts'
import { scenarioAnswers } from '../../../../../src/filing/journey/scenario-pages.ts'
import { sealedQuestions } from '../../../../../src/filing/journey/sealed-questions.ts'
import { fees } from '../../../fees.ts'
import english from '../../../texts/en/i-130.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const today = '2026-11-23'
const feesOfForm = new Set(fees.filter((fee) => fee.form === 'i-130').map(({ code }) => code))
const rows = readCoverage(readFileSync(new URL('coverage.csv', import.meta.url), 'utf8'))

const husband = 'citizen for a husband who is in the United States'
const wife = 'resident for a wife abroad'
const father = 'citizen for her father'
const sister = 'citizen for a half-sister'
const adopted = 'citizen for an adopted daughter'
const stepson = 'citizen for a stepson who studies here'
const daughter = 'resident father for a daughter born outside marriage'

/** What a scenario person's draft comes to, with some answers changed. */
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
  assert.deepEqual(faultsIn(definition, english, { today, feeCodes: feesOfForm }), [])
  assert.deepEqual(coverageFaults(definition, rows), [])
})

test('the definition survives JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition)
})

test('numbers, days, phones, addresses and what is told in confidence are encrypted at rest', () => {
  const sealed = sealedQuestions(definition)
  const kinds = ['a-number', 'ssn', 'date', 'partial-date', 'phone', 'address']
  for (const { id, kind } of questionsOf(definition)) if (kinds.includes(kind)) assert.ok(sealed.has(id), id)
  const told = ['beneficiaryProceedings', 'proceedingKinds', 'proceedingsExplanation', 'race', 'ethnicity', 'arrivedAs']
  const papers = ['passportNumber', 'travelDocumentNumber', 'certificateNumber', 'arrivalRecord', 'nativeAddress']
  for (const id of [...told, ...papers, 'stayEnds', 'beneficiaryEmail']) assert.ok(sealed.has(id), id)
})

test('every scenario person completes the form without an error; warnings are those of their lives', () => {
  const warned = definition.scenarios.flatMap(({ name }) => {
    assert.equal(replayed(name).complete, true, name)
    assert.deepEqual(errors(name), [], name)
    return warnings(name)
  })
  assert.deepEqual(warned, ['relative-in-proceedings'])
})

test('Form I-130A is asked of a spouse only, and a spouse abroad does not sign it', () => {
  const supplement = pageIds(wife).filter((id) => id.startsWith('spouse-'))
  assert.deepEqual(supplement.slice(0, 2), ['spouse-time-at-home', 'spouse-home-abroad'])
  assert.ok(!supplement.includes('spouse-certification') && !supplement.includes('spouse-help'))
  assert.ok(pageIds(husband).includes('spouse-certification'))
  for (const name of [father, sister, adopted, stepson, daughter]) {
    assert.deepEqual(pageIds(name).filter((id) => id.startsWith('spouse-')), [], name)
  }
})

test('a spouse is not asked twice for the same: one marriage, each the other’s spouse, one list of work', () => {
  const pages = pageIds(husband)
  for (const twice of ['your-spouse', 'relative-spouse', 'relative-marriage-now', 'relative-work']) {
    assert.ok(!pages.includes(twice), twice)
  }
  assert.ok(pageIds(stepson).includes('your-spouse') && pageIds(father).includes('relative-spouse'))
})

test('the same interpreter and preparer for the spouse are named once', () => {
  const pages = pageIds(husband, { spouseInterpreterIs: 'same', spousePreparerIs: 'same' })
  assert.ok(!pages.includes('spouse-interpreter') && !pages.includes('spouse-preparer'))
  assert.ok(pageIds(husband, { howRead: 'english' }).includes('spouse-interpreter'))
})

test('only a citizen, and from the 21st birthday on, files for a parent, a brother or a sister', () => {
  const resident = { status: 'resident' }
  assert.deepEqual(errors(father, resident), ['resident-for-parent-or-sibling'])
  assert.deepEqual(errors(sister, resident), ['resident-for-parent-or-sibling'])
  assert.deepEqual(errors(stepson, resident), [])
  assert.deepEqual(errors(father, { dateOfBirth: '2005-11-23', certificateDate: '2024-01-01' }), [])
  assert.deepEqual(errors(father, { dateOfBirth: '2005-11-24', certificateDate: '2024-01-01' }), ['not-yet-21'])
  assert.deepEqual(errors(husband, { dateOfBirth: '2006-05-05' }), [])
})

test('a resident does not file for a married son or daughter; a citizen does', () => {
  const married = {
    beneficiaryMaritalStatus: 'married',
    beneficiaryTimesMarried: 1,
    beneficiaryMarriedCountry: 'PK',
    relativeSpouseFamilyName: 'Sample',
  }
  assert.deepEqual(errors(daughter, married), ['resident-for-married-child'])
  assert.deepEqual(errors(adopted, married), [])
})

test('a petition for a spouse needs a marriage on both sides; living apart is explained', () => {
  assert.deepEqual(errors(wife, { maritalStatus: 'single' }), ['you-are-not-married'])
  assert.deepEqual(errors(wife, { beneficiaryMaritalStatus: 'single' }), ['relative-is-not-married'])
  assert.deepEqual(errors(wife, { maritalStatus: 'separated' }), [])
  assert.deepEqual(warnings(wife, { maritalStatus: 'separated' }), ['living-apart'])
  assert.deepEqual(errors(father, { maritalStatus: 'single' }), [])
})

test('ages that cannot be: a child older than the parent, a marriage before birth, an arrival before birth', () => {
  assert.deepEqual(errors(daughter, { beneficiaryDateOfBirth: '1978-06-05' }), ['child-older-than-you'])
  assert.deepEqual(errors(stepson, { beneficiaryDateOfBirth: '1969-01-01' }), [])
  assert.deepEqual(errors(father, { beneficiaryDateOfBirth: '1991-01-24' }), ['parent-younger-than-you'])
  assert.deepEqual(errors(wife, { marriedOn: '1990-07-06' }), ['married-before-birth', 'relative-married-before-birth'])
  assert.deepEqual(errors(wife, { marriedOn: '1992-11-30' }), ['relative-married-before-birth'])
  assert.deepEqual(errors(husband, { arrivedOn: '1984-10-02' }), ['arrived-before-birth'])
  assert.deepEqual(errors(wife, { dateOfAdmission: '1990-07-06' }), ['admitted-before-birth'])
  assert.deepEqual(errors(father, { certificateDate: '1991-01-22' }), ['certificate-before-birth'])
})

test('a step family must come about before the child is 18, which is explained', () => {
  assert.deepEqual(warnings(stepson, { marriedOn: '2024-10-10' }), [])
  assert.deepEqual(warnings(stepson, { marriedOn: '2024-10-11' }), ['step-family-after-18'])
  const step = { childOrParentLink: 'step' }
  assert.deepEqual(warnings(father, { ...step, beneficiaryMarriedOn: '2009-01-24' }), ['step-parent-after-18'])
  assert.deepEqual(warnings(father, { ...step, beneficiaryMarriedOn: '2009-01-23' }), [])
})

test('who was adopted, and who became a resident by a late marriage, is told what it means', () => {
  const mine = { statusThroughAdoption: 'yes' }
  assert.deepEqual(warnings(father, mine), ['adopted-yourself'])
  assert.deepEqual(warnings(father, { ...mine, childOrParentLink: 'adopted' }), [])
  assert.ok(warnings(sister, mine).includes('adopted-yourself'))
  assert.deepEqual(warnings(adopted, mine), [])
  const recent = { residentThroughMarriage: 'yes', dateOfAdmission: '2021-11-24' }
  assert.deepEqual(warnings(wife, recent), ['resident-through-earlier-marriage'])
  assert.deepEqual(warnings(wife, { ...recent, dateOfAdmission: '2021-11-23' }), [])
})

test('an earlier marriage that ended after the present one began is explained, in each entry', () => {
  const ended = (earlierMarriageEnded: string) =>
    listed({ earlierSpouseFamilyName: 'Sample', earlierSpouseGivenName: null, earlierSpouseMiddleName: null, earlierMarriageEnded })
  assert.deepEqual(warnings(husband, { earlierSpouses: ended('2024-06-16') }), ['still-married-to-another'])
  assert.deepEqual(warnings(husband, { earlierSpouses: ended('2024-06-15') }), [])
})

test('marriages that are counted and listed must add up, or it is explained', () => {
  assert.deepEqual(warnings(husband, { timesMarried: 3 }), ['earlier-marriages-do-not-add-up'])
  assert.deepEqual(warnings(daughter, { timesMarried: 2 }), ['earlier-marriages-do-not-add-up'])
  assert.deepEqual(warnings(husband, { beneficiaryTimesMarried: 4 }), ['relative-marriages-do-not-add-up'])
})

test('days known in part break no order they might keep', () => {
  const lived = (from: string, to: string) =>
    listed({ earlierAddress: { street: 'x', city: 'y', country: 'PE' }, earlierAddressFrom: from, earlierAddressTo: to })
  assert.deepEqual(errors(husband, { earlierAddresses: lived('2020-05', '2020') }), [])
  assert.deepEqual(errors(husband, { earlierAddresses: lived('2021', '2020-12') }), ['left-before-moving-in'])
})

test('people with one name, without numbers, with unknown parents and with homes abroad are not refused', () => {
  const one = { givenName: null, middleName: null, beneficiaryGivenName: null, socialSecurityNumber: null }
  const nobody = Object.fromEntries(
    questionsOf(definition)
      .filter(({ id }) => /^parent(One|Two)/.test(id))
      .map(({ id }) => [id, null]),
  )
  const away = { mailingAddress: { street: 'Calle 1', city: 'Nogales', country: 'MX' } }
  const found = replayed(father, { ...one, ...nobody, ...away })
  assert.equal(found.complete, true)
  assert.deepEqual(warnings(father, away), ['home-abroad'])
})

test('where the relative will apply is weighed against where they are', () => {
  assert.deepEqual(warnings(wife, { appliesAt: 'uscis', adjustmentCity: 'Seattle', adjustmentState: 'WA' }), ['adjusts-from-abroad'])
  const consulate = { appliesAt: 'consulate', consulateCity: 'Lima', consulateCountry: 'PE' }
  assert.deepEqual(warnings(husband, consulate), ['leaves-for-a-consulate'])
  assert.deepEqual(warnings(husband, { stayUntil: '2026-11-22' }), ['stay-is-over'])
  assert.deepEqual(warnings(husband, { stayUntil: '2026-11-23' }), [])
})

test('a yes to immigration proceedings asks for their kind, place and date, and tells a spouse more', () => {
  assert.equal(replayed(husband, { beneficiaryProceedings: 'yes' }).firstUndone, 'relative-proceedings-explained')
  assert.deepEqual(warnings(husband, { beneficiaryProceedings: 'yes' }), ['married-during-proceedings'])
})

test('the relative is not the petitioner, and no number is another', () => {
  const person = replayed(father).submitted
  const same = {
    beneficiaryFamilyName: person.familyName ?? null,
    beneficiaryGivenName: person.givenName ?? null,
    beneficiaryDateOfBirth: person.dateOfBirth ?? null,
    beneficiarySex: person.sex ?? null,
  }
  assert.deepEqual(errors(father, same), ['relative-is-you'])
  assert.deepEqual(errors(father, { ...same, beneficiaryBirthCity: 'Lagos' }), [])
  assert.deepEqual(errors(father, { beneficiaryANumber: '099990013' }), ['relative-a-number-is-yours'])
  const number = { socialSecurityNumber: '099990013' }
  assert.deepEqual(errors(father, number), ['a-number-is-social-security-number'])
  const theirs = { beneficiaryANumber: '099990001', beneficiarySocialSecurityNumber: '099990001' }
  assert.deepEqual(errors(father, theirs), ['relative-a-number-is-social-security-number'])
  assert.deepEqual(warnings(wife, { aNumber: null }), ['resident-without-a-number'])
})

test('a helper with the petitioner’s own name, and a relative born here, are explained', () => {
  const interpreter = { interpreterFamilyName: 'example', interpreterGivenName: 'Dana' }
  assert.deepEqual(warnings(husband, interpreter), ['interpreter-is-petitioner'])
  assert.deepEqual(warnings(husband, { preparerFamilyName: 'Example', preparerGivenName: 'Dana' }), ['preparer-is-petitioner'])
  assert.deepEqual(warnings(father, { beneficiaryBirthCountry: 'US' }), ['relative-born-in-the-us'])
})

test('each relationship asks for its own documents', () => {
  const of = (name: string, changed: Answers = {}) => documents(name, changed).filter((id) => id !== 'other-document')
  assert.deepEqual(of(wife), ['resident-card', 'marriage-certificate', 'your-photo', 'spouse-photo', 'life-together'])
  assert.deepEqual(of(father), ['citizenship', 'your-birth-certificate', 'parents-marriage', 'parents-earlier-marriages'])
  assert.deepEqual(of(father, { beneficiarySex: 'female' }), ['citizenship', 'your-birth-certificate'])
  const unmarried = ['citizenship', 'your-birth-certificate', 'father-unmarried', 'parents-earlier-marriages']
  assert.deepEqual(of(father, { childOrParentLink: 'unmarried-parents' }), unmarried)
  assert.deepEqual(of(father, { childOrParentLink: 'adopted' }), ['citizenship', 'adoption-decree', 'custody-and-home'])
  assert.deepEqual(of(stepson), ['citizenship', 'child-birth-certificate', 'step-marriage', 'parents-earlier-marriages'])
  assert.deepEqual(of(daughter, { sex: 'female' }), ['resident-card', 'child-birth-certificate'])
  assert.deepEqual(of(adopted), ['citizenship', 'adoption-decree', 'custody-and-home'])
  const siblings = ['citizenship', 'your-birth-certificate', 'sibling-birth-certificate']
  const noCourt = { beneficiaryProceedings: 'no' }
  assert.deepEqual(of(sister, { ...noCourt, sharedParents: 'mother' }), siblings)
  assert.deepEqual(of(sister, { ...noCourt, sharedParents: 'step' }), [...siblings, 'step-marriage', 'parents-earlier-marriages'])
  assert.deepEqual(of(sister, { ...noCourt, siblingByAdoption: 'yes' }), ['citizenship', 'adoption-decree'])
})

test('ended marriages are proved in a petition for a spouse, and only those there were', () => {
  const ids = documents(husband)
  assert.ok(ids.includes('your-marriages-ended') && ids.includes('relative-marriages-ended'))
  assert.ok(!documents(wife).includes('your-marriages-ended'))
  assert.ok(!documents(daughter).includes('your-marriages-ended'))
})

test('there is one fee for every petition', () => {
  for (const { name } of definition.scenarios) assert.deepEqual(feeCodes(replayed(name)), ['i-130-filing'], name)
})

test('the eligibility check leads to yes, to maybe, and to what to do instead', () => {
  const end = (answers: Answers) => {
    const step = eligibilityStep(definition, answers, today)
    return 'outcome' in step ? `${step.outcome} ${step.id}` : `asks ${step.ask}`
  }
  assert.equal(end({}), 'asks you')
  assert.equal(end({ you: 'citizen' }), 'asks relative')
  assert.equal(end({ you: 'citizen', relative: 'spouse' }), 'yes yes')
  assert.equal(end({ you: 'citizen', relative: 'parent' }), 'asks adult')
  assert.equal(end({ you: 'citizen', relative: 'parent', adult: 'yes' }), 'yes yes')
  assert.equal(end({ you: 'citizen', relative: 'sibling', adult: 'no' }), 'no-but from-21')
  assert.equal(end({ you: 'resident', relative: 'sibling' }), 'no-but citizens-only')
  assert.equal(end({ you: 'resident', relative: 'child', adoption: 'adopted', childMarried: 'yes' }), 'no-but married-child')
  assert.equal(end({ you: 'resident', relative: 'child', adoption: 'birth-or-step', childMarried: 'no' }), 'yes yes')
  assert.equal(end({ you: 'citizen', relative: 'child', adoption: 'hague-or-orphan' }), 'no-but adoption-abroad')
  assert.equal(end({ you: 'refugee' }), 'no-but follow-to-join')
  assert.equal(end({ you: 'none' }), 'no-but not-citizen-or-resident')
  assert.equal(end({ you: 'citizen', relative: 'fiance' }), 'no-but fiance')
  assert.equal(end({ you: 'resident', relative: 'other' }), 'no-but another-relative')
  assert.equal(end({ you: 'unsure', relative: 'spouse' }), 'maybe unsure')
})
