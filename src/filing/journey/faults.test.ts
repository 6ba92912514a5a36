import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsIn } from './faults.ts'
import { sampleForm, sampleTexts } from './sample-form.ts'
import { judged, type Loose, pageOf, questionOf, spoilt } from './spoilt-form.ts'

test('the sample form is sound', () => {
  assert.deepEqual(faultsIn(sampleForm, sampleTexts, judged), [])
})

const defects: readonly (readonly [string, (form: Loose) => void])[] = [
  [
    'The text part.third.title is missing.',
    (form) => {
      form.parts[0].id = 'third'
    },
  ],
  [
    'The text visaKind.option.study is missing.',
    (form) => {
      questionOf(form, 'visaKind').options = ['family', 'work', 'study']
    },
  ],
  [
    'The text rule.new is missing.',
    (form) => {
      form.rules[0].id = 'new'
    },
  ],
  [
    'The text evidence.new.document is missing.',
    (form) => {
      form.evidence[2].id = 'new'
    },
  ],
  [
    'The text evidence.new.why is missing.',
    (form) => {
      form.evidence[2].id = 'new'
    },
  ],
  [
    'Scenario keeps-the-name answers visaKind, which that person is not asked.',
    (form) => {
      form.scenarios[0].answers.visaKind = 'work'
    },
  ],
  [
    'Scenario keeps-the-name answers nothing, which is no question.',
    (form) => {
      form.scenarios[0].answers.nothing = 'x'
    },
  ],
  [
    'Scenario keeps-the-name does not answer familyName.',
    (form) => {
      delete form.scenarios[0].answers.familyName
    },
  ],
  [
    'Scenario changed-the-name breaks the rule names-are-the-same.',
    (form) => {
      form.scenarios[1].answers.earlierFamilyName = 'Example'
    },
  ],
  [
    'Scenario keeps-the-name answers dateOfBirth with a mistake: filing.error.day-in-future.',
    (form) => {
      form.scenarios[0].answers.dateOfBirth = '2026-05-05'
    },
  ],
  [
    'Scenario keeps-the-name answers familyName with something its question would not keep.',
    (form) => {
      form.scenarios[0].answers.familyName = ' Example'
    },
  ],
  [
    'Scenario keeps-the-name answers home with something its question would not keep.',
    (form) => {
      form.scenarios[0].answers.home = 'home'
    },
  ],
  [
    'Scenario keeps-the-name brings no file for identity, which is required.',
    (form) => {
      form.scenarios[0].files = {}
    },
  ],
  [
    'Scenario keeps-the-name brings a file for name-change, which that person is not asked for.',
    (form) => {
      form.scenarios[0].files['name-change'] = 'x.pdf'
    },
  ],
  [
    'Question visaKind is asked of no scenario person: nothing shows that it can be reached.',
    (form) => {
      form.scenarios.pop()
    },
  ],
  [
    'Evidence visa-copy is asked of no scenario person: nothing shows that it can be reached.',
    (form) => {
      form.scenarios.pop()
    },
  ],
]

for (const [sentence, spoil] of defects) {
  test(`found: ${sentence}`, () => assert.ok(spoilt(spoil).includes(sentence), spoilt(spoil).join('\n')))
}

test('found: two labels that are the same on one page, also those of two addresses', () => {
  const same = spoilt(() => undefined, { ...sampleTexts, 'middleName.label': 'Family name' })
  assert.deepEqual(same, ['Page your-name shows the label “Family name” more than once.'])
  const twoHomes = spoilt(
    (form) => pageOf(form, 'admission').questions.push({ ...questionOf(form, 'home'), id: 'office', optional: true }),
    {
      ...sampleTexts,
      'office.label': 'Office address',
    },
  )
  assert.ok(twoHomes.includes('Page admission shows the label “Country” more than once.'))
})

test('branches of an earlier choice may share a label, branches of one on the same page may not', () => {
  const branch = (id: string, answer: string, is: string) => ({
    id,
    kind: 'short-text',
    item: '1',
    optional: true,
    when: { answer, is },
  })
  const texts = { ...sampleTexts, 'one.label': 'Why', 'two.label': 'Why' }
  const apart = spoilt(
    (form) =>
      pageOf(form, 'birth').questions.push(branch('one', 'nameChanged', 'yes'), branch('two', 'nameChanged', 'no')),
    texts,
  )
  assert.deepEqual(apart, [])
  const beside = spoilt(
    (form) =>
      pageOf(form, 'your-name').questions.push(branch('one', 'nameChanged', 'yes'), branch('two', 'nameChanged', 'no')),
    texts,
  )
  assert.deepEqual(beside, ['Page your-name shows the label “Why” more than once.'])
})

test('found: a text that is empty, and one that belongs to nothing', () => {
  const faults = spoilt(() => undefined, {
    ...sampleTexts,
    'form.title': ' ',
    'familyNmae.hint': 'x',
    'page.gone.title': 'x',
  })
  assert.deepEqual(faults, [
    'The text form.title is missing.',
    'The text familyNmae.hint belongs to nothing.',
    'The text page.gone.title belongs to nothing.',
  ])
})
