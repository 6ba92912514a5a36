import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers } from '../definition/definition.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { canonicalDocument } from './canonical-document.ts'
import { eligibilityStep, evidenceAsked, feeCodes } from './consequences.ts'
import { replay } from './replay.ts'
import { reviewOf } from './review.ts'
import { changedTheName, keepsTheName, sampleDay, sampleForm, sampleTexts } from './sample-form.ts'
import { scenarioFiles, scenarioPages } from './scenario-pages.ts'
import { sealedQuestions } from './sealed-questions.ts'
import { lineWords } from './words.ts'

const keeps = replay(sampleForm, keepsTheName, sampleDay)
const changed = replay(sampleForm, changedTheName, sampleDay)

test('the answers ask for the evidence', () => {
  assert.deepEqual(
    evidenceAsked(keeps).map(({ id }) => id),
    ['identity'],
  )
  assert.deepEqual(
    evidenceAsked(changed).map(({ id }) => id),
    ['identity', 'name-change', 'visa-copy'],
  )
})

test('an answer that is no longer asked asks for no evidence and changes no fee', () => {
  const back = replay(
    sampleForm,
    { ...changedTheName, nameChanged: 'no', visaKind: 'work', papers: ['stamp'] },
    sampleDay,
  )
  assert.deepEqual(
    evidenceAsked(back).map(({ id }) => id),
    ['identity'],
  )
  assert.deepEqual(feeCodes(back), ['x-1-filing'])
})

test('the fees hang on the answers, and there may be none', () => {
  assert.deepEqual(feeCodes(keeps), ['x-1-filing'])
  assert.deepEqual(feeCodes(replay(sampleForm, { ...changedTheName, visaKind: 'work' }, sampleDay)), [])
})

test('the eligibility check asks in order and gives the first outcome that holds', () => {
  const step = (answers: Answers) => eligibilityStep(sampleForm, answers, sampleDay)
  assert.deepEqual(step({}), { ask: 'resident', options: ['yes', 'no'] })
  assert.deepEqual(step({ resident: 'perhaps' }), { ask: 'resident', options: ['yes', 'no'] })
  assert.deepEqual(step({ resident: 'no' }), { outcome: 'no-but', id: 'another-form' })
  assert.deepEqual(step({ resident: 'yes' }), { ask: 'abroad', options: ['yes', 'no'] })
  assert.deepEqual(step({ resident: 'yes', abroad: 'no' }), { outcome: 'yes', id: 'can-file' })
})

test('the review shows what is asked, part by part, in words, with the page where it is changed', () => {
  const say = textOf('en', 'UTC')
  const rows = reviewOf(changed).flatMap(({ pages }) => pages.flatMap((page) => page.rows))
  const shown = Object.fromEntries(
    rows.map((row) => [row.question.id, row.lines.map((line) => lineWords(say, sampleTexts, line))]),
  )
  assert.deepEqual(shown.home, ['2 Calle Ejemplo', 'Lima 15001', 'Peru'])
  assert.deepEqual(shown.nameChanged, ['Yes'])
  assert.deepEqual(shown.papers, ['A visa', 'A stamp'])
  assert.deepEqual(shown.dateOfBirth, ['February 3, 1990'])
  assert.deepEqual(rows.find(({ question }) => question.id === 'home')?.change, { pageId: 'admission', field: 'home' })
  assert.ok(!reviewOf(keeps).some(({ pages }) => pages.some(({ pageId }) => pageId === 'visa')))
})

test('a question that is asked and not answered has a row without lines', () => {
  const rows = reviewOf(replay(sampleForm, {}, sampleDay)).flatMap(({ pages }) => pages.flatMap((page) => page.rows))
  assert.deepEqual(rows[0], {
    question: sampleForm.parts[0].pages[0].questions[0],
    label: { form: 'familyName.label' },
    lines: [],
    change: { pageId: 'your-name', field: 'familyName' },
    contradictions: [],
  })
})

test('the document that is signed is the same for the same answers in any order, and holds nothing else', () => {
  const shuffled = Object.fromEntries(
    Object.entries({ ...keepsTheName, visaKind: 'work', middleName: null }).toReversed(),
  )
  assert.equal(canonicalDocument(replay(sampleForm, shuffled, sampleDay)), canonicalDocument(keeps))
  assert.equal(
    canonicalDocument(keeps),
    '{"answers":{"admittedOn":"2015-06-07","dateOfBirth":"1990-02-03","familyName":"Example",' +
      '"home":{"city":"Springfield","country":"US","state":"IL","street":"1 Example Street","zipCode":"62701"},' +
      '"nameChanged":"no","papers":["stamp"]},"edition":"2026-01-15","form":"x-1"}',
  )
})

test('one changed letter changes the document that is signed', () => {
  assert.notEqual(
    canonicalDocument(replay(sampleForm, { ...keepsTheName, familyName: 'Exemple' }, sampleDay)),
    canonicalDocument(keeps),
  )
})

test('a scenario person fills each page by the words on it', () => {
  const pages = scenarioPages(sampleForm, sampleTexts, sampleForm.scenarios[1], sampleDay)
  assert.deepEqual(
    pages.map(({ path }) => path),
    [
      '/drafts/<id>/your-name',
      '/drafts/<id>/earlier-name',
      '/drafts/<id>/birth',
      '/drafts/<id>/admission',
      '/drafts/<id>/visa',
    ],
  )
  assert.deepEqual(pages[3]?.values, {
    'Date of admission': '2015-06-07',
    'Papers you came with': ['A visa', 'A stamp'],
    Country: 'Peru',
    'Street number and name': '2 Calle Ejemplo',
    'City or town': 'Lima',
    'Postal code': '15001',
  })
  assert.deepEqual(scenarioFiles(sampleTexts, sampleForm.scenarios[1]), {
    Passport: 'passport.pdf',
    'Proof of the new name': 'certificate.pdf',
  })
})

test('dates and addresses are among the questions whose answers are encrypted at rest', () => {
  assert.deepEqual([...sealedQuestions(sampleForm)], ['nameChangedOn', 'dateOfBirth', 'admittedOn', 'home'])
})
