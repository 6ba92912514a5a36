import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleTexts } from '../journey/sample-form.ts'
import { type Loose, pageOf, questionOf, spoilt } from '../journey/spoilt-form.ts'

const defects: readonly (readonly [string, (form: Loose) => void])[] = [
  [
    'Question visaKind asks for the fact date-of-birth and is a choice that does not fit it.',
    (form) => {
      questionOf(form, 'visaKind').fact = 'date-of-birth'
    },
  ],
  [
    'Question middleName asks for the fact family-name and is a name that does not fit it.',
    (form) => {
      questionOf(form, 'middleName').fact = 'family-name'
    },
  ],
  [
    'Question home asks for the fact shoe-size, which is none.',
    (form) => {
      questionOf(form, 'home').fact = 'shoe-size'
    },
  ],
  [
    'Questions familyName and earlierFamilyName both ask for the fact family-name.',
    (form) => {
      questionOf(form, 'familyName').fact = 'family-name'
      questionOf(form, 'earlierFamilyName').fact = 'family-name'
    },
  ],
  [
    'Question story explains nothing: it hangs on no answer, and its item is part of no other question\'s.',
    (form) => pageOf(form, 'birth').questions.push({ id: 'story', kind: 'long-text', explains: true, optional: true, item: 'Part 9, Item 1' }),
  ],
  [
    'Questions dateOfBirth and admittedOn both answer Part 1, Item 5: say which part of it each of them answers.',
    (form) => {
      questionOf(form, 'admittedOn').item = 'Part 1, Item 5'
    },
  ],
  [
    'Eligibility outcome ask-a-consulate is given for no answers.',
    (form) => {
      form.eligibility.outcomes[0].when = { all: [{ answer: 'abroad', is: 'yes' }, { answer: 'resident', is: 'no' }] }
    },
  ],
  [
    'Eligibility question abroad is asked of nobody.',
    (form) => {
      form.eligibility.questions[1].when = { answer: 'resident', is: 'perhaps' }
    },
  ],
  [
    'Fee x-1-filing is due for no scenario person: nothing shows that it can be.',
    (form) => {
      form.fees[0].when = { answer: 'visaKind', is: 'work' }
    },
  ],
]

for (const [sentence, spoil] of defects) {
  test(`found: ${sentence}`, () => assert.ok(spoilt(spoil).includes(sentence), spoilt(spoil).join('\n')))
}

test('found: an outcome that leaves a person alone; one that names a form, or whom to ask, does not', () => {
  const alone = (words: string) => spoilt(() => undefined, { ...sampleTexts, 'eligibility.outcome.another-form': words })
  const sentence = 'Eligibility outcome another-form leads nowhere: say which form fits, or whom to ask.'
  assert.deepEqual(alone('You cannot use this.'), [sentence])
  for (const words of ['Look at Form I-90.', 'Check with the agency.', 'Talk with a lawyer.']) assert.deepEqual(alone(words), [], words)
})

test('an explanation may hang on an answer, or name the item that it is about', () => {
  const explaining = (more: object) =>
    spoilt((form) => pageOf(form, 'birth').questions.push({ id: 'story', kind: 'long-text', explains: true, optional: true, ...more }), { ...sampleTexts, 'story.label': 'Story' })
  assert.deepEqual(explaining({ item: 'Part 9, Item 1', when: { answer: 'nameChanged', is: 'yes' } }), [])
  assert.deepEqual(explaining({ item: 'Part 1, Item 5, note' }), [])
  assert.deepEqual(explaining({ item: 'Part 1, Items 3 to 5, explanation' }), [])
})

test('a question that another answer brings up may say more of its item, and branches may share one', () => {
  const texts = { ...sampleTexts, 'moved.label': 'Moved?', 'movedBack.label': 'Moved back?' }
  const both = (when: object | undefined) =>
    spoilt((form) => {
      pageOf(form, 'birth').questions.push({ id: 'moved', kind: 'yes-no', item: 'Part 8, Item 1', optional: true })
      pageOf(form, 'birth').questions.push({ id: 'movedBack', kind: 'yes-no', item: 'Part 8, Item 1', optional: true, ...(when ? { when } : {}) })
    }, texts).filter((fault) => /both answer/.test(fault))
  assert.equal(both(undefined).length, 1)
  assert.deepEqual(both({ answer: 'moved', is: 'yes' }), [])
})
