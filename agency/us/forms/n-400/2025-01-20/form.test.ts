import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { listed } from '../../../../../src/filing/definition/answer.ts'
import { coverageFaults, readCoverage } from '../../../../../src/filing/definition/coverage.ts'
import type { Answers, FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { questionsOf } from '../../../../../src/filing/definition/layout.ts'
import { eligibilityStep, evidenceAsked, feeCodes } from '../../../../../src/filing/journey/consequences.ts'
import { faultsIn } from '../../../../../src/filing/journey/faults.ts'
import { replay } from '../../../../../src/filing/journey/replay.ts'
import { scenarioAnswers } from '../../../../../src/filing/journey/scenario-pages.ts'
import { sealedQuestions } from '../../../../../src/filing/journey/sealed-questions.ts'
import { fees } from '../../../fees.ts'
import english from '../../../texts/en/n-400.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const today = '2026-11-23'
const feesOfForm = new Set(fees.filter((fee) => fee.form === 'n-400').map(({ code }) => code))
const rows = readCoverage(readFileSync(new URL('coverage.csv', import.meta.url), 'utf8'))

const general = 'five years a resident'
const married = 'married to a citizen, with a new name'
const soldier = 'soldier during hostilities'
const elder = 'over 65, with an interpreter and a preparer'
const unable = 'a daughter signs for a father who cannot take the oath'
const abroad = 'spouse of a citizen who works abroad'
const explaining = 'resident with a conviction, a debt and a war'
const unregistered = 'survivor who did not register with the Selective Service'
const veteran = 'veteran with a year of service'

/** What a scenario person's draft comes to, with some answers changed. */
function replayed(name: string, changed: Answers = {}, day = today) {
  const scenario = definition.scenarios.find((one) => one.name === name)
  assert.ok(scenario, name)
  return replay(definition, { ...scenarioAnswers(definition, scenario), ...changed }, day)
}
type Person = Parameters<typeof replayed>
const errors = (...person: Person) => replayed(...person).errors.map(({ rule }) => rule.id)
const warnings = (...person: Person) => replayed(...person).warnings.map(({ rule }) => rule.id)
const documents = (...person: Person) => evidenceAsked(replayed(...person)).map(({ id }) => id)
const pageIds = (...person: Person) =>
  replayed(...person)
    .pages.filter(({ state }) => state !== 'not-needed')
    .map(({ id }) => id)
const isAsked = (question: string, ...person: Person) =>
  replayed(...person).pages.some(({ asked }) => asked.some(({ id }) => id === question))
const trip = (tripLeft: string, tripBack: string | null) =>
  listed({ tripLeft, tripBack, tripCountries: 'Kenya' })

test('the form, its words, its coverage and its scenario people have no fault', () => {
  assert.deepEqual(faultsIn(definition, english, { today, feeCodes: feesOfForm }), [])
  assert.deepEqual(coverageFaults(definition, rows), [])
})

test('the coverage names every yes or no of Part 9 from 1 to 37, and what is left out says why', () => {
  const items = new Set(rows.map(({ item }) => item.replace(/^(Part 9, Item \d+).*$/, '$1')))
  for (let item = 1; item <= 37; item += 1) assert.ok(items.has(`Part 9, Item ${item}`), String(item))
  const parts = new Set(rows.flatMap(({ item }) => /^Part (\d+)/.exec(item)?.[1] ?? []))
  assert.equal(parts.size, 16)
})

test('what is told in confidence, numbers, days and addresses are encrypted at rest', () => {
  const sealed = sealedQuestions(definition)
  const kinds = ['a-number', 'ssn', 'date', 'partial-date', 'phone', 'address']
  for (const question of questionsOf(definition)) {
    if (kinds.includes(question.kind)) assert.ok(sealed.has(question.id), question.id)
    if (question.kind === 'yes-no' && /^Part 9, Items? (\d|1\d|2[0134789])(\.|$)/.test(String(question.item))) {
      assert.ok(sealed.has(question.id), question.id)
    }
    if (question.kind === 'long-text' && question.explains) assert.ok(sealed.has(question.id), question.id)
  }
  for (const id of ['basis', 'race', 'testDisability', 'incomeForReducedFee', 'offense']) assert.ok(sealed.has(id), id)
})

test('the definition survives JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), definition)
})

test('every scenario person completes the form without an error, most without a warning, also a month later', () => {
  for (const { name } of definition.scenarios) {
    for (const day of [today, '2026-12-23']) {
      assert.equal(replayed(name, {}, day).complete, true, name)
      assert.deepEqual(errors(name, {}, day), [], name)
    }
  }
  const quiet = definition.scenarios.filter(({ name }) => warnings(name).length === 0)
  assert.equal(quiet.length, 6)
})

test('a person with little to tell is asked nothing of spouses, units, offenses, interpreters or other signers', () => {
  const pages = pageIds(general)
  const others = ['spouse', 'marriages', 'units', 'offenses', 'sentence', 'interpreter', 'preparer', 'signer']
  for (const other of [...others, 'us-forces-now', 'titles-given-up', 'test-language']) {
    assert.ok(!pages.includes(other), other)
  }
})

test('under 18 nobody applies, but for service during hostilities', () => {
  assert.deepEqual(errors(general, { dateOfBirth: '2008-11-24' }), ['under-18'])
  assert.deepEqual(errors(general, { dateOfBirth: '2008-11-23' }), [])
  assert.ok(!errors(soldier, { dateOfBirth: '2008-11-24' }).includes('under-18'))
})

test('five years less 90 days block, and so do three years less 90 days for a spouse', () => {
  assert.deepEqual(errors(general, { dateBecameResident: '2022-02-21' }), [])
  assert.deepEqual(errors(general, { dateBecameResident: '2022-02-23' }), ['not-yet-five-years'])
  assert.deepEqual(errors(married, { dateBecameResident: '2024-02-21' }), [])
  assert.deepEqual(errors(married, { dateBecameResident: '2024-02-23' }), ['not-yet-three-years'])
  assert.deepEqual(errors(unregistered, { dateBecameResident: '2024-02-23' }), ['not-yet-three-years'])
  assert.deepEqual(errors(abroad, { dateBecameResident: '2026-11-01' }), [])
})

test('nobody who may file is held back by a day: the 90th day before five years never blocks', () => {
  for (let year = 2020; year < 2032; year += 1) {
    const resident = Temporal.PlainDate.from({ year: year - 5, month: 3, day: 1 })
    const first = resident.add({ years: 5 }).subtract({ days: 90 })
    const early = first.subtract({ days: 2 })
    const changed = { dateBecameResident: resident.toString(), dateOfBirth: '1980-01-01' }
    assert.ok(!errors(general, changed, first.toString()).includes('not-yet-five-years'), first.toString())
    assert.ok(errors(general, changed, early.toString()).includes('not-yet-five-years'), early.toString())
  }
})

test('the basis of a spouse needs a marriage; living apart and young marriages are explained', () => {
  assert.deepEqual(errors(married, { maritalStatus: 'divorced' }), ['not-married-to-a-citizen'])
  assert.deepEqual(errors(abroad, { maritalStatus: 'widowed' }), ['not-married-to-a-citizen'])
  assert.deepEqual(warnings(married, { maritalStatus: 'separated' }), ['separated-from-a-citizen'])
  assert.deepEqual(warnings(married, { marriedOn: '2024-06-01' }), ['married-less-than-three-years'])
  assert.deepEqual(warnings(married, { spouseCitizenSince: '2025-01-01' }), ['spouse-citizen-less-than-three-years'])
  assert.ok(warnings(married, { spouseSameAddress: 'no' }).includes('spouse-lives-elsewhere'))
  assert.deepEqual(warnings(abroad, { marriedOn: '2025-06-01' }), [])
})

test('of a spouse only those ask who apply through one; the employer is asked of those abroad only', () => {
  assert.ok(isAsked('spouseFamilyName', married) && !isAsked('spouseEmployer', married))
  assert.ok(isAsked('spouseEmployer', abroad))
  assert.ok(!isAsked('spouseFamilyName', general, { maritalStatus: 'married', spouseInForces: 'no', timesMarried: 1 }))
  assert.ok(!isAsked('spouseCitizenSince', abroad) && !isAsked('spouseANumber', abroad))
})

test('a new name must differ from the present one', () => {
  const same = { newGivenName: 'LUCIA' }
  assert.deepEqual(errors(married, same), ['new-name-is-the-same'])
  assert.deepEqual(errors(married, { ...same, newMiddleName: 'Ines' }), [])
})

test('earlier addresses are asked back to five years, to three for a spouse, and a gap at the start is explained', () => {
  assert.ok(pageIds(general).includes('earlier-addresses'))
  assert.ok(!pageIds(general, { currentAddressSince: '2021-11-23' }).includes('earlier-addresses'))
  assert.ok(!pageIds(married, { currentAddressSince: '2023-11-23' }).includes('earlier-addresses'))
  assert.ok(pageIds(married, { currentAddressSince: '2023-11-24' }).includes('earlier-addresses'))
  const earlierAddress = { street: '12 Example Lane', city: 'Macon', state: 'GA', zipCode: '31201', country: 'US' }
  const from = (addressFrom: string, addressTo = '2023-07-31') =>
    ({ earlierAddresses: listed({ earlierAddress, addressFrom, addressTo }) })
  assert.deepEqual(warnings(general, from('2021-11-24')), ['addresses-begin-late'])
  assert.deepEqual(warnings(general, from('2021-11-23')), [])
  assert.deepEqual(errors(general, from('2021-11-23', '2021-11-01')), ['moved-out-before-moving-in'])
})

test('a move within three months and a home abroad are explained', () => {
  assert.deepEqual(warnings(general, { currentAddressSince: '2026-09-01' }), ['moved-in-three-months'])
  assert.deepEqual(warnings(general, { currentAddress: { street: '1 Moi Avenue', city: 'Nairobi', country: 'KE' } }), [
    'home-abroad',
  ])
  assert.ok(!warnings(abroad).includes('home-abroad'))
})

test('days away are counted, and half of the years away is explained', () => {
  assert.equal(replayed(general).derived.daysAwayInFiveYears, 38)
  const long = { trips: listed(
    { tripLeft: '2022-01-01', tripBack: '2022-06-30', tripCountries: 'Kenya' },
    { tripLeft: '2022-07-10', tripBack: '2023-01-05', tripCountries: 'Kenya' },
    { tripLeft: '2023-01-15', tripBack: '2023-07-10', tripCountries: 'Kenya' },
    { tripLeft: '2023-07-20', tripBack: '2024-01-15', tripCountries: 'Kenya' },
    { tripLeft: '2024-01-25', tripBack: '2024-07-20', tripCountries: 'Kenya' },
    { tripLeft: '2024-08-01', tripBack: '2024-09-01', tripCountries: 'Kenya' },
  ) }
  assert.ok(Number(replayed(general, long).derived.daysAwayInFiveYears) > 913)
  assert.deepEqual(warnings(general, long), ['present-too-little-of-five-years'])
  assert.ok(!warnings(married, long).includes('present-too-little-of-five-years'))
})

test('a trip of over six months needs proof, one of over a year breaks the time, and one not over yet counts', () => {
  assert.deepEqual(warnings(general, { trips: trip('2024-01-01', '2024-07-01') }), [])
  assert.deepEqual(warnings(general, { trips: trip('2024-01-01', '2024-07-02') }), ['trip-over-six-months'])
  assert.ok(documents(general, { trips: trip('2024-01-01', '2024-07-02') }).includes('home-kept'))
  assert.deepEqual(warnings(general, { trips: trip('2024-01-01', '2025-01-02') }), ['trip-over-a-year'])
  assert.deepEqual(warnings(general, { trips: trip('2026-05-01', null) }), ['trip-over-six-months'])
  assert.deepEqual(warnings(soldier, { trips: trip('2024-01-01', '2025-06-01') }), [])
  assert.deepEqual(errors(general, { trips: trip('2024-01-02', '2024-01-01') }), ['back-before-leaving'])
})

test('50 and 20, and 55 and 15, need no English test: the language of the other test is asked of them only', () => {
  const of = (dateOfBirth: string, dateBecameResident: string) =>
    pageIds(general, { dateOfBirth, dateBecameResident }).includes('test-language')
  assert.equal(of('1976-11-23', '2006-11-23'), true)
  assert.equal(of('1976-11-24', '2006-11-23'), false)
  assert.equal(of('1976-11-23', '2006-11-24'), false)
  assert.equal(of('1971-11-23', '2011-11-23'), true)
  assert.equal(of('1971-11-24', '2011-11-23'), false)
  assert.equal(of('1971-11-23', '2011-11-24'), false)
  assert.ok(isAsked('testOwnLanguage', elder))
})

test('a disability asks for Form N-648, and a person who cannot take the oath is not asked to promise it', () => {
  assert.ok(documents(unable).includes('medical-certification'))
  for (const id of ['willingToTakeOath', 'willingToBearArms', 'oathExplained']) assert.ok(!isAsked(id, unable), id)
})

test('whoever signs in the place of another says in what capacity, and proves it', () => {
  assert.ok(isAsked('signerRelation', unable) && documents(unable).includes('authority-to-sign'))
  assert.ok(!isAsked('signerRelation', unable, { signedBy: 'legal-guardian' }))
  assert.deepEqual(warnings(unable, { testDisability: 'no', unableToTakeOath: 'no' }).filter((id) => id.startsWith('signer')), [
    'signer-not-needed',
  ])
  assert.ok(!isAsked('signerFamilyName', general))
})

test('a yes needs its explanation before the form is complete', () => {
  const explains: readonly (readonly [string, string])[] = [
    ['claimedCitizen', 'claims-and-taxes-explained'],
    ['groupThreatened', 'groups-explained'],
    ['persecuted', 'harm-explained'],
    ['servedInArmedGroup', 'units'],
    ['soldWeapons', 'armed-explained'],
    ['arrested', 'offenses'],
    ['liedToEnter', 'conduct-explained'],
    ['removed', 'removal-explained'],
    ['leftToAvoidDraft', 'draft-explained'],
    ['hasTitle', 'titles-given-up'],
  ]
  for (const [question, page] of explains) assert.equal(replayed(general, { [question]: 'yes' }).firstUndone, page)
  assert.equal(replayed(general, { willingToWork: 'no' }).firstUndone, 'oath-explained')
})

test('what a yes can cost is said, and never blocks', () => {
  assert.deepEqual(errors(explaining), [])
  const offenses = listed({ offense: 'Theft', offenseOn: '2020', offensePlace: 'Reno', offenseResult: 'Convicted.' })
  const onProbation = { arrested: 'yes', offenses, sentenceCompleted: 'not-completed' }
  assert.deepEqual(warnings(general, onProbation), ['crimes', 'sentence-not-completed'])
  assert.deepEqual(warnings(general, { inProceedings: 'yes', removalExplained: 'Closed.' }), ['in-proceedings'])
  assert.ok(documents(general, onProbation).includes('court-records'))
})

test('Selective Service: asked of men, with a letter between 26 and 31, or 29 for a spouse', () => {
  const man = (dateOfBirth: string, more: Answers = {}): Person => [
    general,
    { dateOfBirth, livedHereYoung: 'yes', registered: 'no', notRegisteredReason: 'Nobody told me.', ...more },
  ]
  assert.ok(!isAsked('livedHereYoung', married))
  assert.deepEqual(warnings(...man('2000-11-24')), ['register-now'])
  assert.deepEqual(warnings(...man('2000-11-23')), ['status-letter'])
  assert.deepEqual(warnings(...man('1995-11-23')), ['status-letter'])
  assert.deepEqual(warnings(...man('1995-11-22')), [])
  assert.ok(documents(...man('1995-11-23')).includes('selective-service-letter'))
  assert.ok(!documents(...man('1995-11-22')).includes('selective-service-letter'))
  assert.ok(isAsked('notRegisteredReason', ...man('1960-01-01')))
  assert.ok(!isAsked('notRegisteredReason', ...man('1959-12-31')))
  const spouse = { sex: 'male', livedHereYoung: 'yes', registered: 'no', notRegisteredReason: 'Nobody told me.' }
  assert.deepEqual(warnings(married, { ...spouse, dateOfBirth: '1997-11-22' }), [])
  assert.deepEqual(warnings(married, { ...spouse, dateOfBirth: '1997-11-23' }), ['status-letter'])
})

test('who applies through service must have served, and brings the papers of it', () => {
  assert.deepEqual(errors(soldier, { servedInForces: 'no' }), ['military-without-service'])
  assert.ok(documents(soldier).includes('service-certified') && !documents(soldier).includes('resident-card'))
  assert.ok(documents(veteran).includes('discharge-papers'))
  assert.ok(warnings(explaining).includes('served-on-another-basis'))
})

test('papers that end earlier marriages are asked for both spouses', () => {
  const needed = (...person: Person) => evidenceAsked(replayed(...person)).flatMap(({ id, required }) => (required ? [id] : []))
  const all = ['resident-card', 'spouse-citizenship', 'marriage-certificate', 'own-marriages-ended', 'spouse-marriages-ended']
  assert.deepEqual(needed(married), all)
  assert.deepEqual(needed(married, { timesMarried: 1, spouseTimesMarried: 1 }), all.slice(0, 3))
})

test('the fee is due but for service in the armed forces, and the reduced fee blocks: it is taken on paper', () => {
  const due = (...person: Person) => feeCodes(replayed(...person))
  for (const name of [general, married, elder, abroad]) assert.deepEqual(due(name), ['n-400-filing'], name)
  for (const name of [soldier, veteran]) assert.deepEqual(due(name), [], name)
  assert.deepEqual(errors(elder, { feeChosen: 'reduced-fee' }), ['reduced-fee-on-paper'])
  assert.ok(!isAsked('incomeForReducedFee', soldier))
})

test('the eligibility check leads to yes, to maybe, and to what to do instead', () => {
  const end = (answers: Answers) => {
    const step = eligibilityStep(definition, answers, today)
    return 'outcome' in step ? `${step.outcome} ${step.id}` : `asks ${step.ask}`
  }
  const resident = { parent: 'no', status: 'resident', age: 'yes' }
  const good = { ...resident, years: 'five', away: 'no', trouble: 'no', feeHelp: 'no' }
  assert.equal(end({}), 'asks parent')
  assert.equal(end(resident), 'asks years')
  assert.equal(end(good), 'yes yes')
  assert.equal(end({ parent: 'yes' }), 'no-but maybe-a-citizen')
  assert.equal(end({ parent: 'no', status: 'none' }), 'no-but not-a-resident')
  assert.equal(end({ ...resident, age: 'no' }), 'no-but under-18')
  assert.equal(end({ ...resident, years: 'less' }), 'no-but too-early')
  assert.equal(end({ ...good, feeHelp: 'yes' }), 'no-but reduced-fee-on-paper')
  assert.equal(end({ ...good, trouble: 'yes' }), 'maybe talk-first')
  assert.equal(end({ ...good, away: 'unsure' }), 'maybe long-away')
  assert.equal(end({ ...good, years: 'unsure' }), 'maybe unsure')
  assert.equal(end({ parent: 'no', status: 'military', trouble: 'no' }), 'yes military')
  assert.equal(end({ parent: 'no', status: 'unsure' }), 'maybe unsure')
})
