import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textOf } from '../../platform/i18n/text.ts'
import type { Answers } from '../definition/definition.ts'
import type { Posted } from '../definition/kind.ts'
import { acceptPage, type AcceptedPage } from './accept-page.ts'
import { fieldNames, fieldValues } from './fields.ts'
import { outlineOf } from './outline.ts'
import { replay } from './replay.ts'
import { changedTheName, keepsTheName, sampleDay, sampleForm, sampleTexts } from './sample-form.ts'
import { scenarioAnswers } from './scenario-pages.ts'
import { errorWords } from './words.ts'

const accept = (answers: Answers, pageId: string, posted: Posted) =>
  acceptPage(sampleForm, answers, pageId, posted, sampleDay)
const complete: Answers = { ...keepsTheName, middleName: null }

function errorsOf(accepted: AcceptedPage): readonly string[] {
  if (accepted.ok) return []
  return accepted.errors.map(
    (error) => `${error.field}: ${'key' in error ? error.key.replace('filing.error.', '') : error.ruleId}`,
  )
}

test('a page that is answered is added to the draft, an optional question left empty as null', () => {
  const accepted = accept({}, 'your-name', { familyName: ' Example ', middleName: '', nameChanged: 'no' })
  assert.ok(accepted.ok)
  assert.deepEqual(accepted.answers, { familyName: 'Example', middleName: null, nameChanged: 'no' })
  assert.equal(accepted.replay.firstUndone, 'birth')
})

test('every error of a page is given at once, in its order, and what was posted is shown again', () => {
  const posted = { familyName: '', middleName: 'x7', nameChanged: '' }
  const accepted = accept({}, 'your-name', posted)
  assert.deepEqual(errorsOf(accepted), [
    'familyName: needed-text',
    'middleName: not-a-name',
    'nameChanged: needed-choice',
  ])
  assert.deepEqual(!accepted.ok && accepted.values, posted)
})

test('a follow-up is needed when the answer beside it brings it up, and only then', () => {
  const posted = { familyName: 'Example', middleName: '', nameChanged: 'yes', nameChangeReason: '' }
  assert.deepEqual(errorsOf(accept({}, 'your-name', posted)), ['nameChangeReason: needed-text'])
  assert.ok(accept({}, 'your-name', { ...posted, nameChanged: 'no' }).ok)
})

test('whether a follow-up is asked is judged by what is posted now, not by what was answered before', () => {
  const answers: Answers = { ...complete, nameChanged: 'yes', nameChangeReason: 'Marriage' }
  assert.deepEqual(errorsOf(accept(answers, 'your-name', { familyName: 'Example' })), ['nameChanged: needed-choice'])
})

test('a follow-up that is not asked is kept in the draft and refused nothing, but does not count', () => {
  const posted = { familyName: 'Example', middleName: '', nameChanged: 'no', nameChangeReason: 'Marriage' }
  const accepted = accept({}, 'your-name', posted)
  assert.ok(accepted.ok)
  assert.equal(accepted.answers.nameChangeReason, 'Marriage')
  assert.ok(!('nameChangeReason' in accepted.replay.submitted))
  assert.ok(accept({}, 'your-name', { ...posted, nameChangeReason: 'a\u0000b' }).ok)
})

test('a page out of its turn is not accepted, nor one that is not needed or does not exist', () => {
  for (const [answers, page] of [
    [{}, 'birth'],
    [complete, 'visa'],
    [complete, 'no-such-page'],
    [complete, '__proto__'],
  ] as const) {
    const accepted = accept(answers, page, { 'dateOfBirth.year': '1990' })
    assert.ok(!accepted.ok && !accepted.reached, page)
  }
})

test('an answer that contradicts another is refused on the page where the rule stands', () => {
  const answers: Answers = { ...complete, nameChanged: 'yes', nameChangeReason: 'Marriage' }
  const posted = {
    earlierFamilyName: 'example',
    'nameChangedOn.month': '1',
    'nameChangedOn.day': '2',
    'nameChangedOn.year': '2027',
  }
  assert.deepEqual(errorsOf(accept(answers, 'earlier-name', posted)), [
    'nameChangedOn: day-in-future',
    'earlierFamilyName: names-are-the-same',
  ])
})

test('an answer that makes a later page contradict is accepted: that page is asked again', () => {
  const accepted = accept(scenarioAnswers(sampleForm, sampleForm.scenarios[1]), 'your-name', {
    familyName: 'Sample',
    nameChanged: 'yes',
    nameChangeReason: 'Marriage',
  })
  assert.equal(accepted.ok && accepted.replay.firstUndone, 'earlier-name')
})

test('an answer that is emptied again is asked for, not silently kept', () => {
  const accepted = accept(complete, 'your-name', { familyName: '', middleName: '', nameChanged: 'no' })
  assert.deepEqual(errorsOf(accepted), ['familyName: needed-text'])
})

test('what is shown again is without the characters that were refused', () => {
  const accepted = accept({}, 'your-name', { familyName: 'Exa\u202emple', nameChanged: 'no' })
  assert.deepEqual(errorsOf(accepted), ['familyName: characters'])
  assert.equal(!accepted.ok && accepted.values.familyName, 'Example')
})

test('errors are said in words that name their field', () => {
  const say = textOf('en', 'UTC')
  const accepted = accept(complete, 'admission', {
    'home.country': 'US',
    'home.street': 'x'.repeat(151),
    'home.city': 'a',
    'admittedOn.month': '1',
  })
  assert.ok(!accepted.ok)
  const words = accepted.errors.map((error) => {
    const question = outlineOf(sampleForm).questionById.get(error.questionId)
    return question && errorWords(say, sampleTexts, question, error)
  })
  assert.deepEqual(words, [
    'Enter the day for “Date of admission”.',
    'Tick at least one box under “Papers you came with”.',
    'Shorten “Street number and name” to 150 characters or fewer.',
  ])
})

const names = outlineOf(sampleForm).pages.flatMap(({ page }) =>
  page.questions.flatMap((question) => fieldNames(question)),
)
const anyPost: fc.Arbitrary<Posted> = fc.dictionary(
  fc.oneof(fc.constantFrom(...names, '__proto__', 'constructor'), fc.string()),
  fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.constantFrom('yes', 'no', 'visa', 'x'.repeat(100_000))),
)

test('no post throws: it is accepted or refused, and what is shown again is text', () => {
  fc.assert(
    fc.property(fc.constantFrom('your-name', 'birth', 'admission'), anyPost, (pageId, posted) => {
      const accepted = accept(complete, pageId, posted)
      if (accepted.ok) return
      for (const value of Object.values(accepted.values)) {
        assert.ok([value].flat().every((text) => typeof text === 'string'))
      }
    }),
    { numRuns: 500 },
  )
})

test('posting what a page shows accepts it and changes nothing', () => {
  for (const scenario of sampleForm.scenarios) {
    const answers = scenarioAnswers(sampleForm, scenario)
    for (const { page, state } of replay(sampleForm, answers, sampleDay).pages) {
      if (state === 'not-needed') continue
      const accepted = accept(answers, page.id, fieldValues(page.questions, answers))
      assert.ok(accepted.ok, page.id)
      assert.deepEqual(accepted.answers, answers)
    }
  }
})

test('filling page after page from nothing reaches the end, and no page answered closes an earlier one', () => {
  const target = scenarioAnswers(sampleForm, { name: 'x', files: {}, answers: changedTheName })
  let answers: Answers = {}
  const done: string[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const { firstUndone = '' } = replay(sampleForm, answers, sampleDay)
    const page = outlineOf(sampleForm).pageById.get(firstUndone)?.page
    assert.ok(page)
    const accepted = accept(answers, page.id, fieldValues(page.questions, target))
    assert.ok(accepted.ok)
    answers = accepted.answers
    done.push(page.id)
    const reached = accepted.replay.pages.filter((one) => one.reached).map(({ id }) => id)
    assert.deepEqual(
      done.filter((id) => !reached.includes(id)),
      [],
    )
  }
  assert.equal(replay(sampleForm, answers, sampleDay).complete, true)
})
