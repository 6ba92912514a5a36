import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import type { FormDefinition, Texts } from '../../../../../src/filing/definition/definition.ts'
import english from '../../../texts/en/n-400.json' with { type: 'json' }
import { form } from './form.ts'

const definition: FormDefinition = form
const texts: Texts = english

test('every text of the form can be read as a message and says itself; a number worked out stands in its own', () => {
  for (const [key, text] of Object.entries(texts)) {
    const message = new IntlMessageFormat(text, 'en')
    if (key.startsWith('derived.')) assert.match(String(message.format({ value: 17 })), /\b17\b/, key)
    else assert.equal(message.format(), text, key)
  }
})

test('one and many are told apart in the numbers worked out', () => {
  const said = (id: string, value: number) => String(new IntlMessageFormat(texts[`derived.${id}`] ?? '', 'en').format({ value }))
  assert.match(said('residentYears', 1), /1 full year\./)
  assert.match(said('residentYears', 2), /2 full years\./)
  assert.match(said('daysAwayInThreeYears', 1), /1 day\./)
})

test('pages have titles of their own, so that nobody loses the way in the list of parts', () => {
  const titles = definition.parts.flatMap(({ pages }) => pages.map(({ id }) => texts[`page.${id}.title`]))
  const twice = titles.filter((title, index) => titles.indexOf(title) !== index)
  assert.deepEqual(twice, [])
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
  assert.match(texts['eligibility.outcome.reduced-fee-on-paper'] ?? '', /on paper only/)
})

test('a warning of what can cost a person their status says whom to talk with before filing', () => {
  const grave = ['claimed-citizenship', 'registered-or-voted', 'crimes', 'conduct', 'in-proceedings', 'removed']
  for (const id of grave) assert.match(texts[`rule.${id}`] ?? '', /Talk with a lawyer or an accredited representative/, id)
})

test('the oath stands on its page as the regulation words it', () => {
  const oath = texts['page.oath.intro'] ?? ''
  for (const words of ['renounce and abjure', 'bear true faith', 'noncombatant service', 'civilian direction', 'so help me God']) {
    assert.ok(oath.includes(words), words)
  }
})

test('the words neither shout nor blame', () => {
  for (const [key, text] of Object.entries(texts)) assert.doesNotMatch(text, /!|invalid|illegal|failed/i, key)
})
