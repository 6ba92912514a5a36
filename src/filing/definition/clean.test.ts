import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanLine, cleanLines, shownAgain } from './clean.ts'

test('a line is trimmed, its spaces made single and its letters composed', () => {
  assert.deepEqual(cleanLine('  Jose\u0301 \u00a0 Marti\t ', 20), { ok: true, text: 'Jos\u00e9 Marti' })
  assert.deepEqual(cleanLine(undefined, 20), { ok: true, text: '' })
})

for (const mark of [
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ud800',
  '\n',
]) {
  test(`a line with U+${mark.charCodeAt(0).toString(16).padStart(4, '0')} inside is refused`, () => {
    assert.deepEqual(cleanLine(`a${mark}b`, 20), { ok: false, why: 'characters' })
  })
}

test('text of several lines keeps its line breaks, whatever system wrote them, and nothing else of control', () => {
  assert.deepEqual(cleanLines('one\r\ntwo\rthree\n', 20), { ok: true, text: 'one\ntwo\nthree' })
  assert.deepEqual(cleanLines('one\u0000', 20), { ok: false, why: 'characters' })
})

test('joiners, which names in some scripts need, are kept', () => {
  assert.deepEqual(cleanLine('می\u200cخواهم', 20), { ok: true, text: 'می\u200cخواهم' })
})

test('a text over its length is refused, after cleaning, and a huge one before it', () => {
  assert.deepEqual(cleanLine(`  ${'x'.repeat(20)}  `, 20), { ok: true, text: 'x'.repeat(20) })
  assert.deepEqual(cleanLine('x'.repeat(21), 20), { ok: false, why: 'length' })
  assert.deepEqual(cleanLine('\u202e'.repeat(1_000_000), 20), { ok: false, why: 'length' })
})

test('anything but one text is not one answer', () => {
  for (const posted of [['a', 'b'], 7, {}, true])
    assert.deepEqual(cleanLine(posted, 20), { ok: false, why: 'not-one-answer' })
})

test('what is shown again has none of the refused characters, so that it can be saved as it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const again = cleanLines(shownAgain(text), 1000)
      return again.ok
    }),
  )
})

test('cleaning what is clean changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const once = cleanLines(text, 60)
      return !once.ok || assert.deepEqual(cleanLines(once.text, 60), once) === undefined
    }),
  )
})
