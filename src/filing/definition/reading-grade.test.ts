import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gradedTexts, readingGrade } from './reading-grade.ts'

test('short words in short sentences are read in the first grades, long ones in one sentence after school', () => {
  const easy = readingGrade('We send the card to your home. Tell us if you move. Then it will not get lost.')
  const hard = readingGrade(
    'Notwithstanding administrative considerations, applicants demonstrating extraordinary circumstances may additionally petition for individualized adjudication.',
  )
  assert.ok(easy !== undefined && easy < 4, String(easy))
  assert.ok(hard !== undefined && hard > 16, String(hard))
})

test('a label of a few words has no grade', () => {
  assert.equal(readingGrade('Social Security number'), undefined)
})

test('texts are listed with the hardest first', () => {
  const long = 'one two three four five six seven eight nine ten eleven twelve'
  const graded = gradedTexts({ easy: `${long}.`, short: 'no', hard: `${long} organization administration.` })
  assert.deepEqual(graded.map(({ key }) => key), ['hard', 'easy'])
})
