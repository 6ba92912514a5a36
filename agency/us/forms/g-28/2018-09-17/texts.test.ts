import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import type { FormDefinition, Texts } from '../../../../../src/filing/definition/definition.ts'
import english from '../../../texts/en/g-28.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const texts: Texts = english

test('every text of the form can be read as a message and says itself', () => {
  for (const [key, text] of Object.entries(texts)) assert.equal(new IntlMessageFormat(text, 'en').format(), text, key)
})

test('the documents asked for have different labels, so that each file finds its field', () => {
  const documents = definition.evidence.map(({ id }) => texts[`evidence.${id}.document`])
  assert.equal(new Set(documents).size, documents.length)
})

test('there is no fee, and the words say so', () => {
  assert.equal(definition.fees.length, 0)
  assert.match(texts['fee.none'] ?? '', /no fee/)
})

test('the eligibility check never ends in a bare no: what does not fit says what to do instead', () => {
  for (const { id, outcome } of definition.eligibility.outcomes) {
    if (outcome === 'no-but') assert.match(texts[`eligibility.outcome.${id}`] ?? '', /check with the agency/i)
  }
})

test('the words neither shout nor blame', () => {
  for (const [key, text] of Object.entries(texts)) assert.doesNotMatch(text, /!|invalid|illegal|failed/i, key)
})

test('what a rule that blocks says can be followed: check, type, leave empty, or come back', () => {
  for (const { id, level } of definition.rules) {
    if (level === 'error') assert.match(texts[`rule.${id}`] ?? '', /check|type|leave|come back|file then/i, id)
  }
})
