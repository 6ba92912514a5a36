import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import type { FormDefinition, Texts } from '../../../../../src/filing/definition/definition.ts'
import english from '../../../texts/en/i-130.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const texts: Texts = english
const plain = Object.entries(texts).filter(([key]) => !key.startsWith('derived.'))

test('every text of the form can be read as a message and says itself', () => {
  for (const [key, text] of plain) assert.equal(new IntlMessageFormat(text, 'en').format(), text, key)
})

test('a number that is worked out is told in one and in many', () => {
  for (const { id } of definition.derived ?? []) {
    const said = (value: number) => String(new IntlMessageFormat(texts[`derived.${id}`] ?? '', 'en').format({ value }))
    assert.match(said(1), /\b1\b/, id)
    assert.match(said(2), /\b2\b/, id)
    assert.notEqual(said(1).replace('1', ''), said(2).replace('2', ''), id)
  }
})

test('the documents asked for have different labels, so that each file finds its field', () => {
  const documents = definition.evidence.map(({ id }) => texts[`evidence.${id}.document`])
  assert.equal(new Set(documents).size, documents.length)
})

test('every fee has its words', () => {
  for (const { code } of definition.fees) assert.ok(texts[`fee.${code}`], code)
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
