import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { printable } from './printable.ts'

const characters = { drawable: new Set(Array.from('abcé[]+U0123456789DEF \u00a0', (character) => character.codePointAt(0) ?? 0)) }

describe('printable text', () => {
  it('keeps line breaks of every kind as one kind', () => {
    assert.equal(printable('a\r\nb\rc\u2028a\u0085b', characters), 'a\nb\nc\na\nb')
  })

  it('turns control characters and unknown spaces into a space', () => {
    assert.equal(printable('a\u0000b\tc\u007fa\u3000b\u00a0c', characters), 'a b c a b\u00a0c')
  })

  it('drops what reorders or hides text, and keeps the joiners that names are spelt with', () => {
    assert.equal(printable('a\u202eb\u2066c\ufeffa\u00adb\u{e0041}c', characters), 'abcabc')
    assert.equal(printable('a\u200cb\u200dc\u200f', characters), 'a\u200cb\u200dc\u200f')
  })

  it('composes letters before it asks whether they can be drawn', () => {
    assert.equal(printable('e\u0301', characters), 'é')
  })

  it('writes the code of what cannot be drawn, half a surrogate pair as well', () => {
    assert.equal(printable('a中\u{1f642}\ud800', characters), 'a[U+4E2D][U+1F642][U+FFFD]')
  })

  it('marks where a word longer than 24 characters may be broken, and no shorter one', () => {
    assert.equal(printable('a'.repeat(24), characters), 'a'.repeat(24))
    assert.deepEqual(
      printable('a'.repeat(25), characters)
        .split('\u200b')
        .map((part) => part.length),
      [12, 12, 1],
    )
  })
})
