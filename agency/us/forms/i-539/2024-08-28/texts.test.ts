import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import type { FormDefinition, Texts } from '../../../../../src/filing/definition/definition.ts'
import english from '../../../texts/en/i-539.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const texts: Texts = english

test('every text of the form can be read as a message, and says itself where it holds no number', () => {
  for (const [key, text] of Object.entries(texts)) {
    const said = new IntlMessageFormat(text, 'en').format({ value: 2 })
    if (!text.includes('{value')) assert.equal(said, text, key)
  }
})

test('the documents asked for have different labels, so that each file finds its field', () => {
  const documents = definition.evidence.map(({ id }) => texts[`evidence.${id}.document`])
  assert.equal(new Set(documents).size, documents.length)
})

test('every fee and the case of no fee have their words', () => {
  for (const key of ['none', ...definition.fees.map(({ code }) => code)]) assert.ok(texts[`fee.${key}`], key)
})

test('the eligibility check never ends in a bare no: what does not fit says what to do instead', () => {
  for (const { id, outcome } of definition.eligibility.outcomes) {
    if (outcome === 'no-but') assert.match(texts[`eligibility.outcome.${id}`] ?? '', /check with the agency/i)
  }
})

test('the words neither shout nor blame', () => {
  for (const [key, text] of Object.entries(texts)) assert.doesNotMatch(text, /!|invalid|illegal|failed/i, key)
})
