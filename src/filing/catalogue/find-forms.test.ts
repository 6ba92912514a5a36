import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findForms } from './find-forms.ts'

const forms = [
  { code: 'i-90', title: 'Form I-90, Replace a Permanent Resident Card', about: 'When it is lost.', words: 'green card, tarjeta' },
  { code: 'i-765', title: 'Form I-765, Employment Authorization', about: 'Ask for a work permit.', words: 'job, EAD' },
  { code: 'n-400', title: 'Form N-400, Naturalization', about: 'Become a citizen.', words: 'citizenship, café' },
]
const codes = (typed: string) => findForms(forms, typed).map(({ code }) => code)

test('a form is found by its number however it is written', () => {
  for (const typed of ['I-90', 'i90', 'I 90', ' form i-90 ']) assert.deepEqual(codes(typed)[0], 'i-90', typed)
})

test('every word typed must begin a word of the form; accents and capitals do not count', () => {
  assert.deepEqual(codes('green ca'), ['i-90'])
  assert.deepEqual(codes('WORK'), ['i-765'])
  assert.deepEqual(codes('cafe'), ['n-400'])
  assert.deepEqual(codes('green job'), [])
})

test('nothing typed finds every form, and neither length nor marks break the search', () => {
  for (const typed of ['', '   ', '()[]*+?', '"><script>']) assert.ok(codes(typed).length === 3 || codes(typed).length === 0)
  assert.deepEqual(codes('x'.repeat(100_000)), [])
})

test('what stands in the title goes before what only describes', () => {
  assert.deepEqual(findForms([forms[1], { ...forms[0], about: 'employment' }] as typeof forms, 'employ').map(({ code }) => code), ['i-765', 'i-90'])
})
