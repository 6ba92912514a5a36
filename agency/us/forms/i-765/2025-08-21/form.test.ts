import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { coverageFaults, readCoverage } from '../../../../../src/filing/definition/coverage.ts'
import { listed } from '../../../listed.ts'
import type { Answers, FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { questionsOf } from '../../../../../src/filing/definition/layout.ts'
import { evidenceAsked, feeCodes } from '../../../../../src/filing/journey/consequences.ts'
import { faultsIn } from '../../../../../src/filing/journey/faults.ts'
import { replay } from '../../../../../src/filing/journey/replay.ts'
import { scenarioAnswers } from '../../../../../src/filing/journey/scenario-pages.ts'
import { sealedQuestions } from '../../../../../src/filing/journey/sealed-questions.ts'
import { fees } from '../../../fees.ts'
import english from '../../../texts/en/i-765.json' with { type: 'json' }
import { categories, groups } from './categories.ts'
import { form } from './form.ts'

const definition: FormDefinition = form
const today = '2026-11-23'
const feesOfForm = new Set(fees.filter((fee) => fee.form === 'i-765').map(({ code }) => code))
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
const pageIds = (...person: Person) =>
  replayed(...person)
    .pages.filter(({ state }) => state !== 'not-needed')
    .map(({ id }) => id)

const asylum = 'asylum seeker who asks for a first permit'
const graduate = 'graduate with a science degree who asks for the 24 months'
const spouse = 'spouse of a worker, with two citizenships and an earlier name'
const dreamer = 'brought here as a child, renews with the worksheet'
const lost = 'lost card while residence is pending, with an interpreter and a preparer'
const child = 'child of a worker for whom a parent signs'

test('the form, its words, its coverage and its scenario people have no fault', () => {
  assert.deepEqual(faultsIn(definition, english, { today, feeCodes: feesOfForm }), [])
  assert.deepEqual(coverageFaults(definition, rows), [])
})

test('the definition survives JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition)
})

test('numbers, days, addresses, arrests, status and money are encrypted at rest', () => {
  const sealed = sealedQuestions(definition)
  const kinds = ['a-number', 'ssn', 'date', 'partial-date', 'phone', 'address', 'money']
  for (const question of questionsOf(definition)) {
    if (kinds.includes(question.kind)) assert.ok(sealed.has(question.id), question.id)
  }
  const told = ['passportNumber', 'i94Number', 'sevisNumber', 'arrestedAsylum', 'arrestedCompelling', 'arrestExplanation']
  for (const id of [...told, 'currentStatus', 'statusAtArrival', 'settlementMember']) assert.ok(sealed.has(id), id)
})

test('every scenario person completes the form without an error', () => {
  for (const { name } of definition.scenarios) {
    assert.equal(replayed(name).complete, true, name)
    assert.deepEqual(errors(name), [], name)
  }
})

test('only those are warned who have a reason to be', () => {
  const warned = definition.scenarios.map(({ name }) => [name, warnings(name)] as const).filter(([, all]) => all.length > 0)
  assert.deepEqual(Object.fromEntries(warned), {
    [asylum]: ['asylum-wait'],
    'member of the settlement who has been arrested': ['asylum-wait', 'asylum-arrests'],
    'worker with compelling circumstances': ['compelling-arrests'],
  })
})

test('an asylum seeker is asked nothing of students, workers, worksheets, helpers or guardians', () => {
  const pages = pageIds(asylum)
  assert.equal(pages.length, 18)
  const others = ['stem-degree-and-employer', 'spouse-petition', 'immigrant-petition', 'economic-need', 'settlement']
  for (const other of [...others, 'arrests-explained', 'interpreter', 'preparer', 'parent-or-guardian', 'home-address']) {
    assert.ok(!pages.includes(other), other)
  }
})

test('each group leads to the question of its own categories, and to no other', () => {
  const questions = Object.keys(categories)
  for (const [group, question] of Object.entries(groups)) {
    const asked = replayed(asylum, { categoryGroup: group }).pages.flatMap((page) => page.asked.map(({ id }) => id))
    assert.deepEqual(
      questions.filter((id) => asked.includes(id)),
      [question],
    )
  }
})

test('a category chosen in a group that was left again asks nothing, proves nothing and costs nothing', () => {
  const moved = { categoryGroup: 'student-or-exchange', studentCategory: 'c-3-b', sevisNumber: 'N0000000001' }
  assert.ok(!pageIds(asylum, moved).includes('asylum-arrests'))
  assert.ok(!documents(asylum, moved).includes('asylum-application'))
  assert.deepEqual(due(asylum, moved), ['i-765-filing'])
})

test('Items 28 to 31 are asked of the categories they name only', () => {
  const asks = (name: string, ...ids: readonly string[]) => {
    const asked = replayed(name).pages.flatMap((page) => page.asked.map(({ id }) => id))
    const items = ['degree', 'eVerifyEmployer', 'eVerifyNumber', 'spousePetitionReceipt', 'arrestedAsylum']
    const all = [...items, 'ownPetitionReceipt', 'relativePetitionReceipt', 'arrestedCompelling']
    assert.deepEqual(
      all.filter((id) => asked.includes(id)),
      ids,
      name,
    )
  }
  asks(graduate, 'degree', 'eVerifyEmployer', 'eVerifyNumber')
  asks(spouse, 'spousePetitionReceipt')
  asks(asylum, 'arrestedAsylum')
  asks('worker with compelling circumstances', 'ownPetitionReceipt', 'arrestedCompelling')
  asks(child, 'relativePetitionReceipt', 'arrestedCompelling')
  asks(dreamer)
})

test('a yes to arrests asks for what happened and for court records', () => {
  assert.equal(replayed(asylum, { arrestedAsylum: 'yes' }).firstUndone, 'arrests-explained')
  assert.ok(documents(asylum, { arrestedAsylum: 'yes' }).includes('court-records'))
  assert.ok(!documents(asylum).includes('court-records'))
})

test('nobody is asked for a Social Security card: this edition no longer offers it', () => {
  const ids = questionsOf(definition).map(({ id }) => id)
  assert.deepEqual(
    ids.filter((id) => /socialSecurity|father|mother|consent/i.test(id)),
    ['socialSecurityNumber'],
  )
})

test('a valid answer is never refused: no papers, no number, no country, no day of arrival, one name', () => {
  const bare = { i94Number: null, passportNumber: null, aNumber: null, lastArrivalDate: '2019', middleName: null }
  const person = { ...bare, citizenships: 'none', birthState: null, email: null, lastArrivalPlace: null }
  assert.deepEqual(errors(asylum, person), [])
  assert.equal(replayed(asylum, person).complete, true)
})

test('an arrival before birth blocks, also by month or year; what is not known of a day blocks nothing', () => {
  const born = { dateOfBirth: '1992-04-18' }
  const came = (lastArrivalDate: string) => errors(asylum, { ...born, lastArrivalDate })
  for (const before of ['1992-04-17', '1992-03', '1991']) assert.deepEqual(came(before), ['arrived-before-birth'], before)
  for (const possible of ['1992-04-18', '1992-04', '1992']) assert.deepEqual(came(possible), [], possible)
})

test('a second citizenship that is the first, and a number that is another, are refused', () => {
  const same = { otherCitizenships: listed({ otherCitizenship: 'IN' }) }
  assert.deepEqual(errors(spouse, same), ['same-citizenship-twice'])
  assert.deepEqual(errors(graduate, { aNumber: '099990022', socialSecurityNumber: '099990022' }), [
    'a-number-is-social-security-number',
  ])
})

test('answers that contradict each other are explained', () => {
  assert.deepEqual(warnings(graduate, { filedBefore: 'no' }), ['never-filed-before'])
  assert.deepEqual(warnings(graduate, { sevisNumber: null }), ['student-without-sevis-number'])
  assert.deepEqual(warnings(graduate, { documentExpires: '2026-11-22' }), ['document-has-expired'])
  assert.deepEqual(warnings(graduate, { lastArrivalDate: null }), ['no-arrival'])
  assert.deepEqual(warnings(graduate, { birthCountry: 'US', citizenship: 'US' }), ['born-in-the-us', 'citizen-of-the-us'])
  assert.deepEqual(warnings(graduate, { aNumber: null }), ['no-a-number'])
  assert.deepEqual(warnings(spouse, { maritalStatus: 'divorced' }), ['spouse-not-married'])
  assert.deepEqual(warnings(dreamer, { reason: 'initial' }), ['childhood-arrivals-first-request'])
  assert.deepEqual(warnings(lost, { replacementCause: 'agency-error' }), ['agency-error-needs-no-form'])
  assert.deepEqual(warnings(lost, { interpreterFamilyName: 'Example', interpreterGivenName: 'Lan' }), ['interpreter-is-applicant'])
  assert.deepEqual(warnings(lost, { preparerFamilyName: 'Example', preparerGivenName: 'Lan' }), ['preparer-is-applicant'])
})

test('a parent signs for a child under 14 only, and not with the child’s name unnoticed', () => {
  assert.deepEqual(warnings(child, { dateOfBirth: '2012-11-23' }), [])
  assert.deepEqual(warnings(child, { dateOfBirth: '2012-11-22' }), ['parent-signs-for-grown-child'])
  assert.deepEqual(warnings(child, { dateOfBirth: '1990-01-01', whoSigns: 'guardian' }), [])
  assert.deepEqual(warnings(child, { signerGivenName: 'Noah' }), ['signer-is-applicant'])
  assert.ok(documents(child).includes('signer-papers'))
})

test('the settlement is asked of people from El Salvador and Guatemala only, by birth or any citizenship', () => {
  const asked = (changed: Answers) => pageIds(spouse, changed).includes('settlement')
  assert.equal(asked({}), false)
  assert.equal(asked({ birthCountry: 'GT' }), true)
  assert.equal(asked({ citizenship: 'SV' }), true)
  assert.equal(asked({ otherCitizenships: listed({ otherCitizenship: 'SV' }) }), true)
})
