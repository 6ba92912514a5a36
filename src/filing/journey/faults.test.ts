import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormDefinition, Page, Question, Texts } from '../definition/definition.ts'
import { coverageFaults, readCoverage } from '../definition/coverage.ts'
import { faultsIn } from './faults.ts'
import { sampleDay, sampleForm, sampleTexts } from './sample-form.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tests spoil definitions in ways that their types forbid
type Loose = any

const judged = { today: sampleDay, feeCodes: new Set(['x-1-filing']) }

function spoilt(spoil: (form: Loose) => void, texts: Texts = sampleTexts): string[] {
  const form: Loose = structuredClone(sampleForm)
  spoil(form)
  return faultsIn(form as FormDefinition, texts, judged)
}

const pageOf = (form: Loose, id: string): Loose =>
  form.parts.flatMap((part: { pages: Page[] }) => part.pages).find((page: Page) => page.id === id)
const questionOf = (form: Loose, id: string): Loose =>
  form.parts
    .flatMap((part: { pages: Page[] }) => part.pages.flatMap((page) => page.questions))
    .find((question: Question) => question.id === id)

test('the sample form is sound', () => {
  assert.deepEqual(faultsIn(sampleForm, sampleTexts, judged), [])
})

const defects: readonly (readonly [string, (form: Loose) => void])[] = [
  ['The form\'s code X 1 is not like i-90.', (form) => { form.form = 'X 1' }],
  ['The edition 2026-02-30 is not a day, YYYY-MM-DD.', (form) => { form.edition = '2026-02-30' }],
  ['Part empty has no page.', (form) => { form.parts.push({ id: 'empty', pages: [] }) }],
  ['Page empty has no question.', (form) => { form.parts[0].pages.push({ id: 'empty', questions: [] }) }],
  ['Two questions have the id familyName.', (form) => { questionOf(form, 'middleName').id = 'familyName' }],
  ['Two pages have the id birth.', (form) => { pageOf(form, 'visa').id = 'birth' }],
  ['The page id review is the address of another page.', (form) => { pageOf(form, 'visa').id = 'review' }],
  ['The page id Your_visa is not kebab-case.', (form) => { pageOf(form, 'visa').id = 'Your_visa' }],
  ['The question id visa-kind is not camelCase.', (form) => { questionOf(form, 'visaKind').id = 'visa-kind' }],
  ['The question id evidence is taken.', (form) => { questionOf(form, 'visaKind').id = 'evidence' }],
  ['Question visaKind names no item of the official form.', (form) => { questionOf(form, 'visaKind').item = ' ' }],
  ['Question visaKind offers family twice.', (form) => { questionOf(form, 'visaKind').options = ['family', 'family'] }],
  ['Page visa hangs on nothing, which is no question.', (form) => { pageOf(form, 'visa').when = { answered: 'nothing' } }],
  ['Page birth hangs on visaKind, which is asked later: a condition may only look back.', (form) => { pageOf(form, 'birth').when = { answered: 'visaKind' } }],
  ['Question nameChanged hangs on nameChanged, which is asked later: a condition may only look back.', (form) => { questionOf(form, 'nameChanged').when = { not: { answered: 'nameChanged' } } }],
  ['Question dateOfBirth hangs on admittedOn, which is asked later: a condition may only look back.', (form) => { questionOf(form, 'dateOfBirth').latest = { answer: 'admittedOn' } }],
  ['Page visa hangs on papers being passport, which it does not offer.', (form) => { pageOf(form, 'visa').when = { answer: 'papers', includes: 'passport' } }],
  ['Fee x-1-filing hangs on nameChanged being maybe, which it does not offer.', (form) => { form.fees[0].when = { answer: 'nameChanged', is: 'maybe' } }],
  ['Evidence visa-copy compares familyName with a day, and it is no date.', (form) => { form.evidence[2].when = { answer: 'familyName', before: 'today' } }],
  ['Evidence visa-copy compares dateOfBirth with soon, which is no day.', (form) => { form.evidence[2].when = { answer: 'dateOfBirth', before: 'soon' } }],
  ['Rule home-abroad stands at house, which is no question.', (form) => { form.rules[2].at = 'house' }],
  ['Rule changed-before-birth names no-such-rule, which is no rule.', (form) => { form.rules[1].named = 'no-such-rule'; form.scenarios = [] }],
  ['Rule changed-before-birth is a named rule without its authority.', (form) => { delete form.rules[1].cite }],
  ['Rule changed-before-birth looks at birthday, which is no question.', (form) => { form.rules[1].of = ['birthday'] }],
  ['A fee has no code.', (form) => { form.fees[0].code = '' }],
  ['The fee schedule has no fee with the code other.', (form) => { form.fees[0].code = 'other' }],
  ['The last outcome of the eligibility check has a condition.', (form) => { form.eligibility.outcomes.pop() }],
  ['Eligibility outcome ask-a-consulate has no condition, so those after it are never given.', (form) => { delete form.eligibility.outcomes[0].when }],
  ['Eligibility resident hangs on abroad, which is not asked before it.', (form) => { form.eligibility.questions[0].when = { answered: 'abroad' } }],
  ['Eligibility question resident offers no choice.', (form) => { form.eligibility.questions[0].options = ['yes'] }],
  ['The text part.third.title is missing.', (form) => { form.parts[0].id = 'third' }],
  ['The text visaKind.option.study is missing.', (form) => { questionOf(form, 'visaKind').options = ['family', 'work', 'study'] }],
  ['The text rule.new is missing.', (form) => { form.rules[0].id = 'new' }],
  ['The text evidence.new.document is missing.', (form) => { form.evidence[2].id = 'new' }],
  ['The text evidence.new.why is missing.', (form) => { form.evidence[2].id = 'new' }],
  ['Scenario keeps-the-name answers visaKind, which that person is not asked.', (form) => { form.scenarios[0].answers.visaKind = 'work' }],
  ['Scenario keeps-the-name answers nothing, which is no question.', (form) => { form.scenarios[0].answers.nothing = 'x' }],
  ['Scenario keeps-the-name does not answer familyName.', (form) => { delete form.scenarios[0].answers.familyName }],
  ['Scenario changed-the-name breaks the rule names-are-the-same.', (form) => { form.scenarios[1].answers.earlierFamilyName = 'Example' }],
  ['Scenario keeps-the-name answers dateOfBirth with a mistake: filing.error.day-in-future.', (form) => { form.scenarios[0].answers.dateOfBirth = '2026-05-05' }],
  ['Scenario keeps-the-name answers familyName with something its question would not keep.', (form) => { form.scenarios[0].answers.familyName = ' Example' }],
  ['Scenario keeps-the-name answers home with something its question would not keep.', (form) => { form.scenarios[0].answers.home = 'home' }],
  ['Scenario keeps-the-name brings no file for identity, which is required.', (form) => { form.scenarios[0].files = {} }],
  ['Scenario keeps-the-name brings a file for name-change, which that person is not asked for.', (form) => { form.scenarios[0].files['name-change'] = 'x.pdf' }],
  ['Question visaKind is asked of no scenario person: nothing shows that it can be reached.', (form) => { form.scenarios.pop() }],
  ['Evidence visa-copy is asked of no scenario person: nothing shows that it can be reached.', (form) => { form.scenarios.pop() }],
]

for (const [sentence, spoil] of defects) {
  test(`found: ${sentence}`, () => assert.ok(spoilt(spoil).includes(sentence), spoilt(spoil).join('\n')))
}

test('found: two labels that are the same on one page, also those of two addresses', () => {
  const same = spoilt(() => undefined, { ...sampleTexts, 'middleName.label': 'Family name' })
  assert.deepEqual(same, ['Page your-name shows the label “Family name” more than once.'])
  const twoHomes = spoilt((form) => pageOf(form, 'admission').questions.push({ ...questionOf(form, 'home'), id: 'office', optional: true }), {
    ...sampleTexts,
    'office.label': 'Office address',
  })
  assert.ok(twoHomes.includes('Page admission shows the label “Country” more than once.'))
})

test('branches of an earlier choice may share a label, branches of one on the same page may not', () => {
  const branch = (id: string, answer: string, is: string) => ({ id, kind: 'short-text', item: '1', optional: true, when: { answer, is } })
  const texts = { ...sampleTexts, 'one.label': 'Why', 'two.label': 'Why' }
  const apart = spoilt((form) => pageOf(form, 'birth').questions.push(branch('one', 'nameChanged', 'yes'), branch('two', 'nameChanged', 'no')), texts)
  assert.deepEqual(apart, [])
  const beside = spoilt((form) => pageOf(form, 'your-name').questions.push(branch('one', 'nameChanged', 'yes'), branch('two', 'nameChanged', 'no')), texts)
  assert.deepEqual(beside, ['Page your-name shows the label “Why” more than once.'])
})

test('found: a text that is empty, and one that belongs to nothing', () => {
  const faults = spoilt(() => undefined, { ...sampleTexts, 'form.title': ' ', 'familyNmae.hint': 'x', 'page.gone.title': 'x' })
  assert.deepEqual(faults, [
    'The text form.title is missing.',
    'The text familyNmae.hint belongs to nothing.',
    'The text page.gone.title belongs to nothing.',
  ])
})

const covered = `item,asks,answered by
"Part 1, Item 1.a",Family name,familyName
"Part 1, Item 1.b",Middle name,middleName
"Part 1, Item 2",Name changed,nameChanged
"Part 1, Item 2.a",Why,nameChangeReason
"Part 1, Item 3",Earlier name,earlierFamilyName
"Part 1, Item 4",When,nameChangedOn
"Part 1, Item 5",Birth,dateOfBirth
"Part 2, Item 1",Admission,admittedOn
"Part 2, Item 2",Papers,papers
"Part 2, Item 3.a",Home,home
"Part 2, Item 3.b",Home,home
"Part 2, Item 4",Visa,visaKind
"Part 3, Item 1",Office use,none: For the agency only
`
const gaps = (csv: string) => coverageFaults(sampleForm, readCoverage(csv))

test('a coverage that names every item and every question has no gap', () => assert.deepEqual(gaps(covered), []))

test('each gap of a coverage is found', () => {
  assert.deepEqual(gaps(covered.replace(',Visa,visaKind', ',Visa,')), [
    'Line 13 of the coverage has an empty cell.',
    'Question visaKind answers Part 2, Item 4, and the coverage does not say so.',
  ])
  assert.deepEqual(gaps(covered.replace('none: For the agency only', 'none:')), [
    'Part 3, Item 1 is answered by no question, and no reason is given.',
  ])
  assert.deepEqual(gaps(covered.replace('none: For the agency only', 'elsewhere')), [
    'Part 3, Item 1 is answered by elsewhere, which is no question.',
  ])
  assert.deepEqual(gaps(covered.replace('none: For the agency only', 'home')), [
    'Part 3, Item 1 is answered by home, which does not name it.',
  ])
  assert.deepEqual(gaps(`${covered}"Part 3, Item 1",Again,none: Twice\n`), ['Part 3, Item 1 stands twice.'])
})
