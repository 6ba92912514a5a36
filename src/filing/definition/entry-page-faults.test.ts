import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsIn } from '../journey/faults.ts'
import { entryPagesForm, entryPagesTexts } from '../journey/sample-entry-pages.ts'
import { sampleDay } from '../journey/sample-form.ts'
import { type Loose, questionOf } from '../journey/spoilt-form.ts'

function spoilt(spoil: (list: Loose) => void): readonly string[] {
  const form: Loose = structuredClone(entryPagesForm)
  spoil(questionOf(form, 'children'))
  return faultsIn(form, entryPagesTexts, { today: sampleDay })
}

const defects: readonly (readonly [string, (list: Loose) => void])[] = [
  ['List children asks childBornOn on none of its pages.', (list) => list.pages.splice(1, 1)],
  ['List children asks childBornOn on two of its pages.', (list) => list.pages[0].questions.push('childBornOn')],
  ['List children has shoeSize on a page and does not ask it.', (list) => list.pages[0].questions.push('shoeSize')],
  ['List children has its questions in another order on its pages than in the list.', (list) => list.pages.reverse()],
  [
    'List children has two pages name.',
    (list) => {
      list.pages[1].id = 'name'
    },
  ],
  [
    'The page The_home of list children is not kebab-case.',
    (list) => {
      list.pages[2].id = 'The_home'
    },
  ],
  ['The page none of list children has 0 questions: 12 at most, and one at least.', (list) => list.pages.push({ id: 'none', questions: [] })],
  ['The text children.page.none is missing.', (list) => list.pages.push({ id: 'none', questions: [] })],
  ['The text children.page.home belongs to nothing.', (list) => list.pages.pop()],
  [
    'List children asks 15 questions of an entry on one page: give it pages of 12 at most.',
    (list) => {
      delete list.pages
      for (let extra = 0; extra < 10; extra += 1) list.questions.push({ id: `extra${extra}`, kind: 'yes-no', item: 'x' })
    },
  ],
]

for (const [sentence, spoil] of defects) {
  test(`found: ${sentence}`, () => assert.ok(spoilt(spoil).includes(sentence), spoilt(spoil).join('\n')))
}
