import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postedFrom, postedText, textsFrom } from './posted.ts'

const marks = (count: number) => '\u0301\u0316'.repeat(count / 2)

test('text in any script comes through as it was typed', () => {
  for (const text of ['Zoë', 'Ngu\u0302\u0303ye\u0302\u0303n', 'שָׁלוֹם', 'ประเทศ', `a${marks(30)}`, '👩‍👩‍👧‍👦'])
    assert.equal(postedText(postedFrom({ name: text }), 'name'), text)
})

test('a pile of marks is cut to thirty, which nothing ever written has: bringing it in order takes time by its square', () => {
  const pile = `a${marks(100_000)}b${marks(40)}`
  const kept = `a${marks(30)}b${marks(30)}`
  assert.equal(postedText(postedFrom({ name: pile }), 'name'), kept)
  assert.deepEqual(postedFrom({ name: ['x', pile] }).get('name'), ['x', kept])
  assert.deepEqual(textsFrom({ q: pile, twice: ['first', 'second'] }), { q: kept, twice: 'first' })
})

test('names of the language itself are names like any other', () => {
  const posted = postedFrom(JSON.parse('{"__proto__":"a","constructor":["b"],"deep":{"x":"y"},"number":1}'))
  assert.equal(postedText(posted, '__proto__'), 'a')
  assert.equal(postedText(posted, 'constructor'), 'b')
  assert.deepEqual([posted.get('deep'), posted.get('number'), postedText(posted, 'toString')], [[], [], ''])
  assert.equal(Object.getPrototypeOf(textsFrom(JSON.parse('{"__proto__":"a"}'))), Object.prototype)
})
