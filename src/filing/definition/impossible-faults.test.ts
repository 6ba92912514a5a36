import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Loose, pageOf, questionOf, spoilt } from '../journey/spoilt-form.ts'

const never = { all: [{ answer: 'nameChanged', is: 'yes' }, { answer: 'nameChanged', is: 'no' }] }
const kindIs = (is: string) => ({ answer: 'visaKind', is })

const defects: readonly (readonly [string, (form: Loose) => void])[] = [
  [
    'Page visa is reached by no answers: its condition can never be true.',
    (form) => {
      pageOf(form, 'visa').when = never
    },
  ],
  [
    'Question dateOfBirth is asked by no answers: its condition can never be true.',
    (form) => {
      questionOf(form, 'dateOfBirth').when = never
    },
  ],
  [
    'Rule home-abroad is broken by no answers: its condition can never be true.',
    (form) => {
      form.rules[2].when = never
    },
  ],
  [
    'Evidence visa-copy is asked for by no answers: its condition can never be true.',
    (form) => {
      form.evidence[2].when = never
    },
  ],
  [
    'Fee x-1-filing is due with no answers: its condition can never be true.',
    (form) => {
      form.fees[0].when = never
    },
  ],
  [
    // The page of the visa is there for those who have one only.
    'Evidence visa-copy is asked for by no answers: its condition can never be true.',
    (form) => {
      form.evidence[2].when = { all: [kindIs('work'), { not: { answer: 'papers', includes: 'visa' } }] }
    },
  ],
  [
    // A name that changed is asked for with a page of its own: it cannot be given by who kept theirs.
    'Rule names-are-the-same is broken by no answers: its condition can never be true.',
    (form) => {
      form.rules[0].when = { all: [{ answer: 'earlierFamilyName', sameAs: 'familyName' }, { answer: 'nameChanged', is: 'no' }] }
    },
  ],
  [
    'Whatever is answered to visaKind, one of the blocking rules family-with-stamp, work-with-stamp is broken: they contradict each other.',
    (form) => {
      const stamp = { answer: 'papers', includes: 'stamp' }
      form.rules.push(
        { id: 'family-with-stamp', level: 'error', at: 'visaKind', when: { all: [kindIs('family'), stamp] } },
        { id: 'work-with-stamp', level: 'error', at: 'visaKind', when: { all: [kindIs('work'), stamp] } },
      )
    },
  ],
]

for (const [sentence, spoil] of defects) {
  test(`found: ${sentence}`, () => assert.ok(spoilt(spoil).includes(sentence), spoilt(spoil).join('\n')))
}

const says = (faults: readonly string[], words: RegExp) => faults.filter((fault) => words.test(fault))

test('one rule that stops every answer stops what was said before, on purpose; and so do rules that leave an answer', () => {
  const stopped = spoilt((form) => form.rules.push({ id: 'stop', level: 'error', at: 'visaKind', when: { answered: 'visaKind' } }))
  assert.deepEqual(says(stopped, /contradict/), [])
  const left = spoilt((form) =>
    form.rules.push(
      { id: 'one', level: 'error', at: 'visaKind', when: kindIs('family') },
      { id: 'two', level: 'error', at: 'visaKind', when: { all: [kindIs('family'), { answer: 'papers', includes: 'stamp' }] } },
    ),
  )
  assert.deepEqual(says(left, /contradict/), [])
})

test('warnings contradict nobody, and what hangs on a day is not judged: it may come out either way', () => {
  const both = (level: string, when: object) => (form: Loose) =>
    form.rules.push(
      { id: 'one', level, at: 'visaKind', when: { all: [kindIs('family'), when] } },
      { id: 'two', level, at: 'visaKind', when: { all: [kindIs('work'), when] } },
    )
  assert.deepEqual(says(spoilt(both('warning', { answer: 'papers', includes: 'stamp' })), /contradict/), [])
  assert.deepEqual(says(spoilt(both('error', { answer: 'dateOfBirth', before: '1990-01-01' })), /contradict|never/), [])
})
