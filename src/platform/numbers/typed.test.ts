import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asTyped } from './typed.ts'

test('white space, dashes and invisible marks are dropped, letters become capitals', () => {
  assert.equal(asTyped(' ioe–9012\u00a0345\u200b-677\u202e\t'), 'IOE9012345677')
})

test('digits of other scripts and full-width ones are read as what they are', () => {
  assert.equal(asTyped('٠١٢٣٤٥٦٧٨٩'), '0123456789')
  assert.equal(asTyped('۴۸۲۱ ०९३७'), '48210937')
  assert.equal(asTyped('Ａ１２３𝟜𞥐𞥙'), 'A123409')
})

test('a text too long for any number is no number', () => {
  assert.equal(asTyped('1'.repeat(101)), '?')
  assert.equal(asTyped('\ufdfa'.repeat(100)).length < 2000, true)
})
