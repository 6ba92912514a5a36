import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import type { FormDefinition, Texts } from '../../../../../src/filing/definition/definition.ts'
import english from '../../../texts/en/i-912.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const texts: Texts = english

test('every text of the form can be read as a message and says itself; those of numbers say the number', () => {
  for (const [key, text] of Object.entries(texts)) {
    const said = new IntlMessageFormat(text, 'en').format({ value: 4321 })
    if (key.startsWith('derived.')) assert.match(String(said), /4,?321/, key)
    else assert.equal(said, text, key)
  }
})

test('before anything is typed it is said that the request sends no other form and stops no deadline', () => {
  assert.match(texts['form.purpose'] ?? '', /does not send the other form/)
  assert.match(texts['form.who'] ?? '', /ask from that form.+on paper only/)
  assert.match(texts['eligibility.outcome.yes'] ?? '', /does not send the other form.+ask from it/)
  assert.match(texts['understands.option.does-not-file'] ?? '', /does not stop a deadline/)
})

test('the documents asked for have different labels, so that each file finds its field', () => {
  const documents = definition.evidence.map(({ id }) => texts[`evidence.${id}.document`])
  assert.equal(new Set(documents).size, documents.length)
})

test('there is no fee, and the words say so', () => {
  assert.deepEqual(definition.fees, [])
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
