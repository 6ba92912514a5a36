import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listed } from '../definition/answer.ts'
import type { Answers, FormDefinition } from '../definition/definition.ts'
import { moveAnswers } from './move-answers.ts'
import { replay } from './replay.ts'
import { nextEdition } from './sample-editions.ts'
import { faultsIn } from './faults.ts'
import { sampleDay, sampleForm, sampleTexts } from './sample-form.ts'
import { listsForm } from './sample-lists.ts'
import { scenarioAnswers } from './scenario-pages.ts'

const definition: FormDefinition = sampleForm
const [keeps, changed] = definition.scenarios.map((scenario) => scenarioAnswers(definition, scenario)) as [Answers, Answers]

test('found: an edition that replaces a later one, ends before it begins, or moves answers to nothing', () => {
  const spoilt = {
    ...nextEdition,
    until: '2026-05-31',
    replaces: { edition: '2026-07-01', renamed: { surname: 'familyName' }, lookAgain: ['dateOfDeath'] },
  }
  const faults = faultsIn(spoilt, sampleTexts, { today: sampleDay })
  for (const sentence of [
    'The last day 2026-05-31 is not a day after the edition.',
    'The edition 2026-07-01 that is replaced is not an earlier one.',
    'The edition before is moved to surname, which is no question.',
    'The edition before is moved to dateOfDeath, which is no question.',
  ]) {
    assert.ok(faults.includes(sentence), sentence)
  }
  const sound = faultsIn(nextEdition, sampleTexts, { today: sampleDay })
  assert.deepEqual(sound.filter((fault) => /edition/i.test(fault)), [])
})

test('answers move by id and by the renames of the new edition, and what it does not ask is kept and counts for nothing', () => {
  const { answers, lookAgain } = moveAnswers(nextEdition, changed)
  assert.equal(answers.lastName, 'Example')
  assert.equal(answers.familyName, 'Example', 'what was typed is still there under its old id')
  assert.equal(answers.nameChangeReason, 'Marriage')
  assert.deepEqual(lookAgain, ['dateOfBirth', 'papers'])
  const replayed = replay(nextEdition, answers, sampleDay)
  assert.ok(!('familyName' in replayed.submitted))
})

test('an answer that the new question would not take is not moved, and its page is to be done again', () => {
  const { answers } = moveAnswers(nextEdition, changed)
  assert.ok(!('papers' in answers))
  const replayed = replay(nextEdition, answers, sampleDay)
  assert.equal(replayed.firstUndone, 'admission')
  assert.equal(replay(nextEdition, moveAnswers(nextEdition, keeps).answers, sampleDay).firstUndone, 'admission')
})

test('two questions that change places keep their own answers', () => {
  const swapped = { ...listsForm, edition: '2027-01-01', replaces: { edition: '2026-01-15', renamed: { leftOn: 'backOn', backOn: 'leftOn' } } } as unknown as FormDefinition
  const journeys = listed({ journeyTo: 'PE', leftOn: '2025-01-01', backOn: '2025-01-11' })
  const moved = moveAnswers(swapped, { journeys }).answers.journeys as typeof journeys
  assert.deepEqual(moved[0]?.answers, { journeyTo: 'PE', leftOn: '2025-01-11', backOn: '2025-01-01' })
})

test('a question that was left empty stays left empty, and one that was never put is put anew', () => {
  const { answers } = moveAnswers(nextEdition, { ...keeps, middleName: null })
  assert.equal(answers.middleName, null)
  assert.ok(!Object.hasOwn(moveAnswers(nextEdition, {}).answers, 'middleName'))
})

test('an answer that its question would keep in another shape is to be given again', () => {
  const asNumber = {
    ...nextEdition,
    parts: [{ id: 'you', pages: [{ id: 'your-name', questions: [{ id: 'middleName', kind: 'number', item: '1' }] }] }],
  } as const satisfies FormDefinition
  const { answers, lookAgain } = moveAnswers(asNumber, { middleName: '12' })
  assert.ok(!Object.hasOwn(answers, 'middleName'))
  assert.deepEqual(lookAgain, ['middleName'])
})
