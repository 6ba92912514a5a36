import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FormMeasure, readingFaults } from './published-forms.ts'

const sound = { form: 'a-1', edition: '2025-01-20', questions: 1, pages: 1, rules: 0, evidence: 0, people: 3 }
const graded = (key: string, grade: number) => ({ key, grade, text: '' })
const measure = (meanGrade: number, ...texts: FormMeasure['texts']): FormMeasure => ({ ...sound, meanGrade, texts })

test('one text above grade 12 is a fault of its form, however plain the others are', () => {
  const faults = readingFaults([measure(5, graded('who.hint', 12.1), graded('why.hint', 12))])
  assert.deepEqual(faults, ['a-1 2025-01-20, en: the text who.hint is read at grade 12.1.'])
})

test('a form above grade 8 as a whole is a fault, though no text of it is above 12', () => {
  const faults = readingFaults([measure(8.1, graded('who.hint', 8.1)), measure(8, graded('who.hint', 8))])
  assert.deepEqual(faults, ['a-1 2025-01-20, en: its words are read at grade 8.1.'])
})

test('the agency’s own name of a form may be as hard as it is', () => {
  assert.deepEqual(readingFaults([measure(5, graded('form.title', 15))]), [])
})
