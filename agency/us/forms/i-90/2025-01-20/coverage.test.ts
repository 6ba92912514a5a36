import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { FormDefinition, Question } from '../../../../../src/filing/definition/definition.ts'
import { form } from './form.ts'

const definition: FormDefinition = form
const questions = definition.parts.flatMap((part) => part.pages).flatMap((page): readonly Question[] => page.questions)
const itemsOf = ({ item }: Question) => (typeof item === 'string' ? [item] : item)
const rows: { item: string; asks: string; 'answered by': string }[] = parse(
  readFileSync(new URL('coverage.csv', import.meta.url), 'utf8'),
  { columns: true },
)
const answersOf = (row: (typeof rows)[number]) =>
  row['answered by'].startsWith('none: ') ? [] : row['answered by'].split('; ')

test('every item of the official edition is answered by a question, or says why none does', () => {
  for (const row of rows) for (const cell of Object.values(row)) assert.notEqual(cell.trim(), '', row.item)
  assert.equal(new Set(rows.map(({ item }) => item)).size, rows.length)
})

test('coverage and questions name each other: every item, every question, both ways', () => {
  const fromCoverage = rows.flatMap((row) => answersOf(row).map((question) => `${row.item} – ${question}`))
  const fromQuestions = questions.flatMap((question) => itemsOf(question).map((item) => `${item} – ${question.id}`))
  assert.deepEqual(fromCoverage.toSorted(), fromQuestions.toSorted())
})

test('every part of the edition is covered, from Part 1 to Part 8', () => {
  for (const part of [1, 2, 3, 4, 5, 6, 7, 8]) assert.ok(rows.some(({ item }) => item.startsWith(`Part ${part}, `)))
})
