import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Loose, pageOf, questionOf, spoilt } from '../journey/spoilt-form.ts'

const defects: readonly (readonly [string, (form: Loose) => void])[] = [
  [
    "The form's code X 1 is not like i-90.",
    (form) => {
      form.form = 'X 1'
    },
  ],
  [
    'The edition 2026-02-30 is not a day, YYYY-MM-DD.',
    (form) => {
      form.edition = '2026-02-30'
    },
  ],
  [
    'Part empty has no page.',
    (form) => {
      form.parts.push({ id: 'empty', pages: [] })
    },
  ],
  [
    'Page empty has no question.',
    (form) => {
      form.parts[0].pages.push({ id: 'empty', questions: [] })
    },
  ],
  [
    'Two questions have the id familyName.',
    (form) => {
      questionOf(form, 'middleName').id = 'familyName'
    },
  ],
  [
    'Two pages have the id birth.',
    (form) => {
      pageOf(form, 'visa').id = 'birth'
    },
  ],
  [
    'The page id review is the address of another page.',
    (form) => {
      pageOf(form, 'visa').id = 'review'
    },
  ],
  [
    'The page id Your_visa is not kebab-case.',
    (form) => {
      pageOf(form, 'visa').id = 'Your_visa'
    },
  ],
  [
    'The question id visa-kind is not camelCase.',
    (form) => {
      questionOf(form, 'visaKind').id = 'visa-kind'
    },
  ],
  [
    'The question id evidence is taken.',
    (form) => {
      questionOf(form, 'visaKind').id = 'evidence'
    },
  ],
  [
    'Question visaKind names no item of the official form.',
    (form) => {
      questionOf(form, 'visaKind').item = ' '
    },
  ],
  [
    'Question visaKind offers family twice.',
    (form) => {
      questionOf(form, 'visaKind').options = ['family', 'family']
    },
  ],
  [
    'Page visa hangs on nothing, which is no question.',
    (form) => {
      pageOf(form, 'visa').when = { answered: 'nothing' }
    },
  ],
  [
    'Page birth hangs on visaKind, which is asked later: a condition may only look back.',
    (form) => {
      pageOf(form, 'birth').when = { answered: 'visaKind' }
    },
  ],
  [
    'Question nameChanged hangs on nameChanged, which is asked later: a condition may only look back.',
    (form) => {
      questionOf(form, 'nameChanged').when = { not: { answered: 'nameChanged' } }
    },
  ],
  [
    'Question dateOfBirth hangs on admittedOn, which is asked later: a condition may only look back.',
    (form) => {
      questionOf(form, 'dateOfBirth').latest = { answer: 'admittedOn' }
    },
  ],
  [
    'Page visa hangs on papers being passport, which it does not offer.',
    (form) => {
      pageOf(form, 'visa').when = { answer: 'papers', includes: 'passport' }
    },
  ],
  [
    'Fee x-1-filing hangs on nameChanged being maybe, which it does not offer.',
    (form) => {
      form.fees[0].when = { answer: 'nameChanged', is: 'maybe' }
    },
  ],
  [
    'Evidence visa-copy compares familyName with a day, and it is no date.',
    (form) => {
      form.evidence[2].when = { answer: 'familyName', before: 'today' }
    },
  ],
  [
    'Evidence visa-copy compares dateOfBirth with soon, which is no day.',
    (form) => {
      form.evidence[2].when = { answer: 'dateOfBirth', before: 'soon' }
    },
  ],
  [
    'Rule home-abroad stands at house, which is no question.',
    (form) => {
      form.rules[2].at = 'house'
    },
  ],
  [
    'Rule changed-before-birth names no-such-rule, which is no rule.',
    (form) => {
      form.rules[1].named = 'no-such-rule'
      form.scenarios = []
    },
  ],
  [
    'Rule changed-before-birth is a named rule without its authority.',
    (form) => {
      delete form.rules[1].cite
    },
  ],
  [
    'Rule changed-before-birth looks at birthday, which is no question.',
    (form) => {
      form.rules[1].of = ['birthday']
    },
  ],
  [
    'A fee has no code.',
    (form) => {
      form.fees[0].code = ''
    },
  ],
  [
    'The fee schedule has no fee with the code other.',
    (form) => {
      form.fees[0].code = 'other'
    },
  ],
  [
    'The last outcome of the eligibility check has a condition.',
    (form) => {
      form.eligibility.outcomes.pop()
    },
  ],
  [
    'Eligibility outcome ask-a-consulate has no condition, so those after it are never given.',
    (form) => {
      delete form.eligibility.outcomes[0].when
    },
  ],
  [
    'Eligibility resident hangs on abroad, which is not asked before it.',
    (form) => {
      form.eligibility.questions[0].when = { answered: 'abroad' }
    },
  ],
  [
    'Eligibility question resident offers no choice.',
    (form) => {
      form.eligibility.questions[0].options = ['yes']
    },
  ],
]

for (const [sentence, spoil] of defects) {
  test(`found: ${sentence}`, () => assert.ok(spoilt(spoil).includes(sentence), spoilt(spoil).join('\n')))
}
