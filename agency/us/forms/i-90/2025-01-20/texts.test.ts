import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormDefinition, Question, Texts } from '../../../../../src/filing/definition/definition.ts'
import english from '../../../texts/en/i-90.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const texts: Texts = english
const pages = definition.parts.flatMap((part) => part.pages)
const questions = pages.flatMap((page): readonly Question[] => page.questions)

const optionsOf = (question: Question) => ('options' in question ? question.options : [])

const needed = [
  'form.title',
  'form.purpose',
  ...definition.parts.map(({ id }) => `part.${id}.title`),
  ...pages.map(({ id }) => `page.${id}.title`),
  ...questions.map(({ id }) => `${id}.label`),
  ...questions.flatMap((question) => optionsOf(question).map((option) => `${question.id}.option.${option}`)),
  ...definition.rules.map(({ id }) => `rule.${id}`),
  ...definition.evidence.flatMap(({ id }) => [`evidence.${id}.document`, `evidence.${id}.why`]),
  ...definition.fees.map(({ code }) => `fee.${code}`),
  ...definition.eligibility.questions.map(({ id }) => `eligibility.${id}.label`),
  ...definition.eligibility.questions.flatMap(({ id, options }) =>
    options.map((option) => `eligibility.${id}.option.${option}`),
  ),
  ...definition.eligibility.outcomes.map(({ id }) => `eligibility.outcome.${id}`),
]

test('every part, page, question, option, rule, document, fee and outcome has its words', () => {
  assert.deepEqual(
    needed.filter((key) => !texts[key]?.trim()),
    [],
  )
})

test('no words are left over: each belongs to something of the form', () => {
  const known = new Set(needed)
  const also = /^(form\.|fee\.none$)|\.(hint|tip|why|intro)$/
  assert.deepEqual(
    Object.keys(texts).filter((key) => !known.has(key) && !also.test(key)),
    [],
  )
  const owners = [...questions.map(({ id }) => id), ...needed.map((key) => key.replace(/\.(label|document|title|why)$/, ''))]
  const owned = Object.keys(texts).filter((key) => /\.(hint|tip|why|intro)$/.test(key))
  assert.deepEqual(
    owned.filter((key) => !owners.includes(key.replace(/\.(hint|tip|why|intro)$/, ''))),
    [],
  )
})

test('the labels of one page differ from each other, and so do the documents asked for', () => {
  for (const page of pages) {
    const labels = page.questions.map(({ id }) => texts[`${id}.label`])
    assert.equal(new Set(labels).size, labels.length, page.id)
  }
  const documents = definition.evidence.map(({ id }) => texts[`evidence.${id}.document`])
  assert.equal(new Set(documents).size, documents.length)
})

test('the eligibility check never ends in a bare no: what does not fit says what to do and to check with the agency', () => {
  for (const { id, outcome } of definition.eligibility.outcomes) {
    if (outcome !== 'no-but') continue
    assert.match(texts[`eligibility.outcome.${id}`] ?? '', /check with the agency|come back and file here/i)
  }
})
