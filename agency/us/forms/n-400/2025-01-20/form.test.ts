import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { listed } from '../../../listed.ts'
import { coverageFaults, readCoverage } from '../../../../../src/filing/definition/coverage.ts'
import type { Answers } from '../../../../../src/filing/definition/definition.ts'
import { questionsOf } from '../../../../../src/filing/definition/layout.ts'
import { eligibilityStep, evidenceAsked, feeCodes } from '../../../../../src/filing/journey/consequences.ts'
import { faultsIn } from '../../../../../src/filing/journey/faults.ts'
import { sealedQuestions } from '../../../../../src/filing/journey/sealed-questions.ts'
import { fees } from '../../../fees.ts'
import english from '../../../texts/en/n-400.json' with { type: 'json' }
import {
  abroad,
  definition,
  documents,
  elder,
  errors,
  explaining,
  general,
  isAsked,
  married,
  pageIds,
  type Person,
  replayed,
  soldier,
  today,
  unable,
  veteran,
  warnings,
} from './described-person.ts'

const feesOfForm = new Set(fees.filter((fee) => fee.form === 'n-400').map(({ code }) => code))
const rows = readCoverage(readFileSync(new URL('coverage.csv', import.meta.url), 'utf8'))

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
  assert.equal(end({ ...good, feeHelp: 'lower' }), 'no-but reduced-fee-on-paper')
  assert.equal(end({ ...good, feeHelp: 'none' }), 'yes fee-waiver')
  assert.equal(end({ ...good, trouble: 'yes' }), 'maybe talk-first')
  assert.equal(end({ ...good, away: 'unsure' }), 'maybe long-away')
  assert.equal(end({ ...good, years: 'unsure' }), 'maybe unsure')
  assert.equal(end({ parent: 'no', status: 'military', trouble: 'no' }), 'yes military')
  assert.equal(end({ parent: 'no', status: 'unsure' }), 'maybe unsure')
})
